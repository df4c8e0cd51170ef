/**
 * The spectral laws: densities, distribution functions, quantiles, transforms and moments of the limiting eigenvalue
 * distributions.
 *
 * <p>May use {@code law.htmp}, {@code law.special}.
 */
package org.eigenscope.law;
