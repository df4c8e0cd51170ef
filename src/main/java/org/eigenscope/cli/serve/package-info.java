/**
 * {@code eigenscope serve} and {@code eigenscope send}: a server without a window, what servers answer, and a sender to try them.
 *
 * <p>May use {@code analysis}, {@code bridge}, {@code cli.console}, {@code cli.fit}, {@code error},
 * {@code figure.export.page}, {@code fit.search}, {@code io}, {@code io.registry}, {@code law.family},
 * {@code library}, {@code matrix}, {@code progress}, {@code session}, {@code session.draw}, {@code session.input},
 * {@code spectrum}.
 */
package org.eigenscope.cli.serve;
