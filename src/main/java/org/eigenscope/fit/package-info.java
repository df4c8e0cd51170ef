/**
 * What the data say of a law's parameters: objectives and fitters, intervals and bootstrap, the league of laws, overlays and
 * derived quantities. Entry points: {@link org.eigenscope.fit.search.SpectralFitter}, {@link org.eigenscope.fit.compare.League},
 * {@link org.eigenscope.fit.Overlays}. Beside it the power-law tail ({@code tail}), the diagnosis of a spectrum
 * ({@code diagnosis}) and the tools that serve them all ({@code numeric}).
 *
 * <p>May use {@code spectrum}, {@code histogram}, {@code law}, {@code ensemble}, {@code progress}, {@code error} and
 * commons-math.
 */
package org.eigenscope.fit;
