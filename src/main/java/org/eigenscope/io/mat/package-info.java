/**
 * MATLAB's MAT-files: versions 4 and 5 parsed here, one variable at a time; version 7.3 is HDF5 and left to
 * {@code io.hdf}.
 *
 * <p>May use {@code io}, {@code io.hdf}, {@code matrix}, {@code error} and {@code progress}.
 */
package org.eigenscope.io.mat;
