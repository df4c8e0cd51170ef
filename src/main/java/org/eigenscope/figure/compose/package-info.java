/**
 * Puts a spectrum and laws into a figure: sampled curves, empirical steps, residuals, ranges, place of the legend,
 * description in words.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.style}, {@code fit.compare}, {@code fit.model},
 * {@code fit.objective}, {@code histogram}, {@code law}, {@code law.family}, {@code matrix}, {@code spectrum}.
 */
package org.eigenscope.figure.compose;
