/**
 * The command line as one call: the tree of picocli commands. Data goes to stdout, messages go to stderr. Does not use
 * JavaFX.
 *
 * <p>May use {@code cli.compare}, {@code cli.console}, {@code cli.correlate}, {@code cli.density},
 * {@code cli.features}, {@code cli.figure}, {@code cli.fit}, {@code cli.info}, {@code cli.open}, {@code cli.sample},
 * {@code cli.serve}, {@code cli.spectrum}, {@code cli.structure}, {@code cli.survey}, {@code cli.train},
 * {@code error}, {@code library}.
 */
package org.eigenscope.cli;
