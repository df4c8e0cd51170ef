/**
 * What an eigenvalue sample looks like: logarithmic histograms as densities, empirical distribution functions.
 *
 * <p>May use {@code spectrum}.
 */
package org.eigenscope.histogram;
