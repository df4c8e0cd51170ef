/**
 * Local statistics of eigenvalues: unfolded levels, their spacings, spacing ratios and number variance, and the values
 * of Poisson levels and of the classical ensembles.
 *
 * <p>May use {@code law}.
 */
package org.eigenscope.ensemble.spacing;
