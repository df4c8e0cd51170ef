/**
 * MatrixMarket files: coordinates and arrays, with every symmetry, as dense matrices.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.text}, {@code io.kit}, {@code io.kit.archive}, {@code matrix},
 * {@code progress}.
 */
package org.eigenscope.io.format.matrixmarket;
