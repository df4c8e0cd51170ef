/**
 * Repulsion seen locally: unfolded levels, their spacings, spacing ratios and number variance, beside what Poisson
 * levels and the classical ensembles give.
 *
 * <p>May use {@code law}.
 */
package org.eigenscope.ensemble.spacing;
