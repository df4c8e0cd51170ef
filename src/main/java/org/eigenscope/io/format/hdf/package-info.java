/**
 * HDF5 files and the Keras weights in them. jHDF reads the structures, through a storage that bounds what it may read;
 * walking the groups and allocating are done here, where every declared size is checked first.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.hdf.chunk}, {@code io.format.hdf.header},
 * {@code io.format.hdf.virtual}, {@code io.kit}, {@code matrix}, {@code progress}.
 */
package org.eigenscope.io.format.hdf;
