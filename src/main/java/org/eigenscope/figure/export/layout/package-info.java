/**
 * The layout of a page: the place of every item, in points.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.page},
 * {@code figure.export.type}, {@code figure.style}.
 */
package org.eigenscope.figure.export.layout;
