/**
 * MATLAB variables in HDF5 files (MAT-files of version 7.3): classes, column order, sparse matrices.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.hdf}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.hdf.matlab;
