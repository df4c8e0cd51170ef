package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseColumns;

/**
 * A sparse matrix by columns: the row of each entry, where each column begins among them, and the entries.
 *
 * @param variable the variable it is in
 * @param start where its parts start
 * @param end where they end
 * @param shape rows and columns
 */
record SparseVariable(MatVariable variable, long start, long end, List<Long> shape) {
    SparseVariable {
        shape = List.copyOf(shape);
    }

    double[] read(ReadJob job) throws IOException, EigenscopeException {
        try (MatStream in = variable.open()) {
            in.skipTo(start);
            double[] rowOf = part(in, job);
            double[] columnStart = part(in, job);
            double[] entries = part(in, job);
            return new SparseColumns(rowOf, columnStart, entries).toDense(shape.get(0), shape.get(1), job.label());
        }
    }

    private double[] part(MatStream in, ReadJob job) throws IOException, EigenscopeException {
        job.checkpoint(0);
        MatTag tag = MatTag.read(in);
        boolean sound = tag.numbers() != null && tag.start() + tag.bytes() <= end && tag.bytes() <= Integer.MAX_VALUE;
        if (!sound) {
            throw new BadInputException(job.label() + " has a sparse matrix whose parts contradict each other.");
        }
        int count = (int) tag.bytes() / tag.numbers().bytes();
        ByteBuffer bytes = in.read((int) tag.bytes());
        double[] numbers = MemoryBudget.allocate(count, job.label());
        EntryDecoder.decode(tag.numbers(), bytes, numbers, 0, count);
        in.skipTo(Math.min(tag.end(), Math.max(end, in.position())));
        return numbers;
    }
}
