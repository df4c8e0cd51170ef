/**
 * Puts a spectrum and laws into a figure: bins, sampled curves, empirical steps, residuals, ranges, the place of the
 * legend, and a description in words.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.style}, {@code fit.compare}, {@code fit.model},
 * {@code fit.objective}, {@code histogram}, {@code law}, {@code law.family}, {@code matrix}, {@code spectrum}.
 */
package org.eigenscope.figure.compose;
