/**
 * The command line: thin picocli commands over the use cases. Data goes to stdout, talk to stderr.
 *
 * <p>May use the core packages, {@code figure} and {@code session}; never JavaFX.
 */
package org.eigenscope.cli;
