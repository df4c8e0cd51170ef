/**
 * The spectrum screen: the chart, the conventions for taking eigenvalues, loading and its progress.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure}, {@code figure.axis}, {@code figure.compose},
 * {@code figure.export.write}, {@code figure.style}, {@code fit}, {@code fit.compare}, {@code io},
 * {@code law.family}, {@code library}, {@code matrix}, {@code progress}, {@code session}, {@code spectrum},
 * {@code text}, {@code ui.control}, {@code ui.fit}, {@code ui.fit.law}, {@code ui.fit.parameter}, {@code ui.plot},
 * {@code ui.spectrum.table}, {@code ui.task}, {@code ui.text}, {@code ui.theme}.
 */
package org.eigenscope.ui.spectrum;
