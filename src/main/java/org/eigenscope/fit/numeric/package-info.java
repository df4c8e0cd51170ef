/**
 * The tools that fits are made with and that know nothing of them: search, interpolation, quadrature over windows, threads that
 * share a loop.
 *
 * <p>May use {@code law}, {@code error}, {@code progress} and commons-math.
 */
package org.eigenscope.fit.numeric;
