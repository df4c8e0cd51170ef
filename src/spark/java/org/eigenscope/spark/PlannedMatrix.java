package org.eigenscope.spark;

import java.io.Serializable;

/**
 * A matrix to compute, as it goes to an executor.
 *
 * @param file where its file is: a URI, or a path of a file that every executor sees
 * @param selected the tensor that was named beside the file; empty if none was
 * @param tensor its name in the file
 * @param place a row of it without results, as a line: cells that are known before, attributes, settings, version of the file
 * @param failure why it cannot be read, a sentence; empty if nothing is known against it
 * @param size its rows and columns; zeros if they are not known
 */
record PlannedMatrix(String file, String selected, String tensor, String place, String failure, Size size)
        implements Serializable {
    /** The sizes of a matrix. */
    record Size(long rows, long columns) implements Serializable {}

    /** {@code selected} of a file none of whose tensors was named; a name may be empty. */
    static final String ALL = "\0";
}
