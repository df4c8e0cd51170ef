/**
 * Object headers of HDF5, read beside jHDF: types that are objects of their own, virtual layouts, and headers in which jHDF stumbles
 * over a message that nobody needs.
 *
 * <p>May use {@code io.format.hdf.virtual}.
 */
package org.eigenscope.io.format.hdf.header;
