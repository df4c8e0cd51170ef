/**
 * {@code eigenscope density}: evaluates a law.
 *
 * <p>May use {@code cli.console}, {@code cli.option}, {@code error}, {@code io.format.text}, {@code law},
 * {@code law.convolution}.
 */
package org.eigenscope.cli.density;
