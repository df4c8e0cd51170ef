/**
 * The entry point: decides between window and command line.
 *
 * <p>May use {@code app}, {@code cli}, {@code cli.open}.
 */
package org.eigenscope;
