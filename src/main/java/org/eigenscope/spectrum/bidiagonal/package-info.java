/**
 * All eigenvalues of L·Lᵀ for a bidiagonal L, each to high relative accuracy.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.spectrum.bidiagonal;
