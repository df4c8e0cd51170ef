/**
 * Surveys: which matrices of files belong to a study, and computing what is not yet known of them.
 *
 * <p>May use {@code analysis}, {@code error}, {@code fit}, {@code fit.compare}, {@code fit.diagnosis},
 * {@code fit.numeric}, {@code fit.search}, {@code io}, {@code io.format.text}, {@code law.family}, {@code library},
 * {@code matrix}, {@code progress}, {@code spectrum}, {@code spectrum.solve}, {@code study},
 * {@code study.attribute}, {@code study.energy}, {@code study.exchange}, {@code study.naming},
 * {@code study.statistic}, {@code study.store}.
 */
package org.eigenscope.study.survey;
