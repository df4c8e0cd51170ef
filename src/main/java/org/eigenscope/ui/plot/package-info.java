/**
 * The spectrum chart: paints a {@code FigureSpec} on chart-fx's canvas and axes and lets the mouse and the keys zoom,
 * read values and drag guides.
 *
 * <p>The only user of chart-fx. May use {@code figure} and JavaFX.
 */
package org.eigenscope.ui.plot;
