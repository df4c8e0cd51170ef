/**
 * The spectrum chart: paints a {@code FigureSpec} on chart-fx's canvas and axes and lets the mouse and the keys zoom,
 * read values and drag guides.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.style}, {@code text},
 * {@code ui.control}.
 */
package org.eigenscope.ui.plot;
