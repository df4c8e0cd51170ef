/**
 * The questions and answers of fits, as values: requests, constraints, results, warnings, intervals, ensemble
 * coordinates, overlays. The port is {@link org.eigenscope.fit.LawFitter}.
 *
 * <p>May use {@code error}, {@code law}, {@code law.family}, {@code progress}.
 */
package org.eigenscope.fit;
