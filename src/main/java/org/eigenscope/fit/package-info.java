/**
 * What the data say of a law's parameters: objectives and fitters, intervals and bootstrap, the league of laws, overlays and derived
 * quantities, and the diagnosis of a spectrum's phase. Entry points: {@link org.eigenscope.fit.SpectralFitter},
 * {@link org.eigenscope.fit.League}, {@link org.eigenscope.fit.Overlays}, {@link org.eigenscope.fit.PhaseRules}.
 *
 * <p>May use {@code spectrum}, {@code histogram}, {@code law}, {@code ensemble}, {@code progress}, {@code error} and
 * commons-math.
 */
package org.eigenscope.fit;
