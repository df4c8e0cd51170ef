/**
 * Numerical tools that know nothing of laws' parameters: search, interpolation, quadrature over windows, parallel loops.
 *
 * <p>May use {@code error}, {@code law}.
 */
package org.eigenscope.fit.numeric;
