/**
 * Statistics over the rows of a study: summaries, correlations, differences.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.study.statistic;
