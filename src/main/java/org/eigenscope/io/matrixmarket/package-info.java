/**
 * MatrixMarket files: coordinates and arrays, with every symmetry, as dense matrices.
 *
 * <p>May use {@code io}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.matrixmarket;
