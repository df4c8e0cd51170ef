/**
 * The command {@code correlate}.
 *
 * <p>May use {@code cli.console}, {@code error}, {@code study}, {@code study.attribute}, {@code study.plot},
 * {@code study.statistic}, {@code study.store}.
 */
package org.eigenscope.cli.correlate;
