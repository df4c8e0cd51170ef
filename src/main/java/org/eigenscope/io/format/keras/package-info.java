/**
 * Keras archives ({@code .keras}): a zip file with HDF5 weights in it.
 *
 * <p>May use {@code error}, {@code io}, {@code io.format.hdf}, {@code io.kit}, {@code io.kit.archive}, {@code progress}.
 */
package org.eigenscope.io.format.keras;
