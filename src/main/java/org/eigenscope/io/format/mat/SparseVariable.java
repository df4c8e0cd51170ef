package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.matrix.ElementType;

/**
 * A sparse matrix by columns: the row of each entry, where each column begins among them, and the entries.
 *
 * @param variable the variable it is in
 * @param start where its parts start
 * @param end where they end
 * @param shape rows and columns
 * @param complex whether imaginary parts follow the entries
 */
record SparseVariable(MatVariable variable, long start, long end, List<Long> shape, boolean complex) {
    SparseVariable {
        shape = List.copyOf(shape);
    }

    SparseEntries read(ReadJob job) throws IOException, EigenscopeException {
        try (MatStream in = variable.open()) {
            in.skipTo(start);
            double[] rowOf = part(in, 0, job);
            double[] columnStart = part(in, 0, job);
            double stored = columnStart.length == 0 ? 0 : columnStart[columnStart.length - 1];
            double[] entries = part(in, stored, job);
            double[] values = complex ? SparseEntries.places(entries.length) : entries;
            SparseEntries placed = SparseEntries.ofCompressed(
                    new Compressed(columnStart, rowOf, values), false, shape.get(0), shape.get(1), job.label());
            return complex
                    ? placed.withComplex(ComplexParts.joined(entries, part(in, entries.length, job), job.label()))
                    : placed;
        }
    }

    /**
     * The numbers of the next part. MATLAB writes the entries of logical matrices as bytes and calls them doubles, which is found out
     * by how many there are.
     *
     * @param least how many there have to be
     */
    private double[] part(MatStream in, double least, ReadJob job) throws IOException, EigenscopeException {
        job.checkpoint(0);
        MatTag tag = MatTag.read(in);
        boolean sound = tag.numbers() != null && tag.start() + tag.bytes() <= end && tag.bytes() <= Integer.MAX_VALUE;
        if (!sound) {
            throw new BadInputException(job.label() + " has a sparse matrix whose parts contradict each other.");
        }
        boolean bytesOnly = tag.bytes() / tag.numbers().bytes() < least && tag.bytes() >= least;
        ElementType type = bytesOnly ? ElementType.U8 : tag.numbers();
        int count = (int) tag.bytes() / type.bytes();
        ByteBuffer bytes = in.read((int) tag.bytes());
        double[] numbers = MemoryBudget.allocate(count, job.label());
        EntryDecoder.decode(type, bytes, numbers, 0, count);
        in.skipTo(Math.min(tag.end(), Math.max(end, in.position())));
        return numbers;
    }
}
