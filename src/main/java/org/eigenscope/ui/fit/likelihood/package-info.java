/**
 * Pictures of the likelihood: strips along the sliders and the map over κ and s.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure.axis}, {@code figure.compose}, {@code figure.style},
 * {@code fit}, {@code fit.interval}, {@code fit.model}, {@code law}, {@code law.family}, {@code progress},
 * {@code ui.control}, {@code ui.fit.law}, {@code ui.fit.parameter}, {@code ui.task}, {@code ui.text},
 * {@code ui.theme}.
 */
package org.eigenscope.ui.fit.likelihood;
