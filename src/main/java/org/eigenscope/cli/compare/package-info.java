/**
 * The command {@code compare}.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code error}, {@code figure.export.write},
 * {@code io}, {@code law.family}, {@code library}, {@code progress}, {@code study}, {@code study.naming},
 * {@code study.statistic}, {@code study.survey}.
 */
package org.eigenscope.cli.compare;
