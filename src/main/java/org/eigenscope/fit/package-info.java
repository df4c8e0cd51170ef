/**
 * What a fit is asked and answers, as values: requests, constraints, results, warnings, intervals, orientation,
 * overlays. The port is {@link org.eigenscope.fit.LawFitter}.
 *
 * <p>May use {@code error}, {@code law}, {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit;
