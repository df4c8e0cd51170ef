/**
 * Numerical methods that do not know the parameters of laws: simplex search, interpolation, quadrature over windows,
 * parallel loops.
 *
 * <p>May use {@code error}, {@code law}.
 */
package org.eigenscope.fit.numeric;
