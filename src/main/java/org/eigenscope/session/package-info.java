/**
 * Sessions as values: everything that a figure follows from. What was read (with its SHA-256), under which conventions,
 * which laws at which parameters, what was fitted and what set by hand, the view, the figure, the page.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.page},
 * {@code figure.style}, {@code fit}, {@code fit.compare}, {@code law}, {@code law.family}, {@code matrix},
 * {@code spectrum}.
 */
package org.eigenscope.session;
