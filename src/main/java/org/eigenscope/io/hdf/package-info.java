/**
 * HDF5 files and the Keras weights in them. jHDF reads the structures, through a storage that bounds what it may read;
 * walking the groups, decoding the chunks and allocating are done here, where every declared size is checked first.
 *
 * <p>May use {@code io}, {@code matrix}, {@code error}, {@code progress} and jHDF.
 */
package org.eigenscope.io.hdf;
