package org.eigenscope.study.statistic;

/**
 * A coefficient and how sure it is.
 *
 * @param value in [−1, 1]; NaN if one of the columns does not vary
 * @param low 2.5 % quantile of the cluster bootstrap; NaN if there are too few clusters
 * @param high its 97.5 % quantile
 * @param p of the permutation test of no association, two-sided; NaN if nothing can be permuted
 */
public record CorrelationEstimate(double value, double low, double high, double p) {}
