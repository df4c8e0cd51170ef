/**
 * The port of eigenvalue solvers, {@link org.eigenscope.spectrum.engine.SpectrumSolver}, and its types: the scaled
 * matrix, its summary, error bounds, zero tolerance, units, memory budget.
 *
 * <p>May use {@code error}, {@code matrix}, {@code progress}, {@code spectrum}.
 */
package org.eigenscope.spectrum.engine;
