package org.eigenscope.io.format.hdf.virtual;

/** The selected entries of an array, in the order in which HDF5 counts them, as stretches that follow each other in row-major order. */
public interface Runs {
    /** Goes to the next stretch; false after the last one. */
    boolean next();

    /** The row-major number of its first entry. */
    long start();

    /** How many entries it has, at least one. */
    long length();
}
