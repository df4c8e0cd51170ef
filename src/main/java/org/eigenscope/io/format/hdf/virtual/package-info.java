/**
 * Virtual datasets of HDF5: which part of which source is which part of them, as the file says it.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.io.format.hdf.virtual;
