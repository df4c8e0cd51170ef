/**
 * Descriptions of a sample of eigenvalues: bins of equal width in ln λ or in λ, with densities comparable with a pdf,
 * bins of an estimated density, and the empirical distribution.
 *
 * <p>May use {@code spectrum}.
 */
package org.eigenscope.histogram;
