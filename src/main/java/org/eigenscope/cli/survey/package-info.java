/**
 * The command {@code survey}.
 *
 * <p>May use {@code analysis}, {@code cli.console}, {@code cli.option}, {@code error}, {@code figure.export.write},
 * {@code law.family}, {@code library}, {@code matrix}, {@code progress}, {@code spectrum}, {@code study},
 * {@code study.attribute}, {@code study.exchange}, {@code study.statistic}, {@code study.store},
 * {@code study.survey}.
 */
package org.eigenscope.cli.survey;
