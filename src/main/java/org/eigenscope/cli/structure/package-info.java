/**
 * {@code eigenscope structure}: measures the effect of structure on repulsion.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code ensemble.structure}, {@code error},
 * {@code fit}, {@code fit.search}, {@code progress}.
 */
package org.eigenscope.cli.structure;
