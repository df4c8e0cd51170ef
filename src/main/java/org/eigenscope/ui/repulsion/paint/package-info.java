/**
 * Painting on a canvas: small charts, regions that repaint themselves, trails of points.
 *
 * <p>May use {@code figure.axis}, {@code figure.style}, {@code ui.control}, {@code ui.theme}.
 */
package org.eigenscope.ui.repulsion.paint;
