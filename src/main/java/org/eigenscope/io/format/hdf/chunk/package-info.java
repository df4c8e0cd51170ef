/**
 * Chunks of HDF5 datasets: the filters that unpack them, their checksum, and where their entries go.
 *
 * <p>Uses nothing else of the project.
 */
package org.eigenscope.io.format.hdf.chunk;
