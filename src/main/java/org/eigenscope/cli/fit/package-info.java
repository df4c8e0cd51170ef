/**
 * {@code eigenscope fit}: fits laws and reports them as text or JSON.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code error}, {@code fit},
 * {@code fit.compare}, {@code fit.diagnosis}, {@code fit.interval}, {@code fit.search}, {@code fit.tail},
 * {@code law.family}, {@code matrix}, {@code progress}, {@code spectrum}.
 */
package org.eigenscope.cli.fit;
