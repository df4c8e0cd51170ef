/**
 * Sessions as values: all that a figure is drawn from. A session holds what was read (with its SHA-256), the
 * conventions, the laws with their parameters, what was fitted and what was set by hand, the view, the figure and the
 * page.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.page},
 * {@code figure.style}, {@code fit}, {@code fit.compare}, {@code law}, {@code law.family}, {@code matrix},
 * {@code spectrum}, {@code study.plot}.
 */
package org.eigenscope.session;
