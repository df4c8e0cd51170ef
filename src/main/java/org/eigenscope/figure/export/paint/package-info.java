/**
 * Paints a figure after layout with Java 2D, on the graphics of any format.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.export.layout}, {@code figure.export.page},
 * {@code figure.export.type}, {@code figure.style}.
 */
package org.eigenscope.figure.export.paint;
