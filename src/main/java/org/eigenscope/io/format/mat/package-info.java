/**
 * MATLAB's MAT-files: versions 4 and 5 are parsed here, one variable at a time; version 7.3 is HDF5.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.hdf.matlab}, {@code io.kit}, {@code io.kit.archive},
 * {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.mat;
