/**
 * Methods that use a matrix only in products with vectors: Lanczos for all eigenvalues, stochastic Lanczos quadrature
 * for densities.
 *
 * <p>May use {@code error}, {@code matrix}, {@code progress}, {@code spectrum}, {@code spectrum.bidiagonal},
 * {@code spectrum.dense}, {@code spectrum.engine}.
 */
package org.eigenscope.spectrum.krylov;
