/**
 * {@code eigenscope spectrum}: computes eigenvalues.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code error}, {@code histogram}, {@code matrix},
 * {@code spectrum}.
 */
package org.eigenscope.cli.spectrum;
