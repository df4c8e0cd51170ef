/**
 * Paints a laid-out figure with Java 2D, whatever the graphics make of it.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.export.layout}, {@code figure.export.page},
 * {@code figure.export.type}, {@code figure.style}.
 */
package org.eigenscope.figure.export.paint;
