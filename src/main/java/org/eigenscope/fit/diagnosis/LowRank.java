package org.eigenscope.fit.diagnosis;

/**
 * A low rank up to noise: few eigenvalues stand above a gap of at least a factor of 100, and all below it carry at most 1e-3 of the
 * trace and lie within a factor of 20 of their median.
 *
 * @param directions r, how many eigenvalues stand above the gap; at most half of all
 * @param gap λ_r/λ_(r+1), at least 100
 * @param noiseShare the part of the trace below the gap, at most 1e-3
 */
public record LowRank(int directions, double gap, double noiseShare) {}
