/**
 * Where everything stands on the page, in points.
 *
 * <p>May use {@code figure}, {@code figure.axis}, {@code figure.compose}, {@code figure.export.page},
 * {@code figure.export.type}, {@code figure.style}.
 */
package org.eigenscope.figure.export.layout;
