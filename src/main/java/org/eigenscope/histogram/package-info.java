/**
 * What a sample of eigenvalues looks like: logarithmic bins, densities comparable with a pdf, empirical distribution.
 *
 * <p>May use {@code spectrum}.
 */
package org.eigenscope.histogram;
