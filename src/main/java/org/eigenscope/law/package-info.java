/**
 * The spectral laws: densities, distribution functions, transforms and moments of the limiting eigenvalue distributions.
 *
 * <p>May use {@code error} and commons-math.
 */
package org.eigenscope.law;
