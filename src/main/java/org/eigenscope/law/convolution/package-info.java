/**
 * Free multiplicative convolution: the limiting spectrum of Σ^(1/2) X Σ^(1/2) for a population spectrum Σ and an
 * orthogonally invariant X, by subordination.
 *
 * <p>May use {@code law}, {@code law.special}.
 */
package org.eigenscope.law.convolution;
