package org.eigenscope.io.format.torch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.matrix.ElementType;

/**
 * A sparse matrix in a pickle.
 *
 * @param format coo, csr, csc, bsr, bsc or dia
 * @param shape rows and columns
 * @param parts the tensors that make it up, by scipy's names; {@code coordinates} for rows and columns in one
 */
record SparseParts(String format, List<Long> shape, Map<String, ListedTensor> parts) {
    SparseEntries read(ReadJob job) throws IOException, EigenscopeException {
        double[] data = part("data", job);
        boolean complex = parts.get("data")
                .info()
                .elementType()
                .filter(ElementType::isComplex)
                .isPresent();
        SparseEntries entries = placed(complex ? SparseEntries.places(data.length / 2) : data, job);
        return complex ? entries.withComplex(data) : entries;
    }

    private SparseEntries placed(double[] data, ReadJob job) throws IOException, EigenscopeException {
        long rows = shape.get(0);
        long columns = shape.get(1);
        return switch (format) {
            case "coo" -> coordinates(data, job);
            case "dia" -> SparseEntries.ofDiagonals(rows, columns, part("offsets", job), data, job.label());
            case "bsr", "bsc" -> blocks(data, job);
            default ->
                SparseEntries.ofCompressed(compressed(data, job), format.equals("csr"), rows, columns, job.label());
        };
    }

    private SparseEntries coordinates(double[] values, ReadJob job) throws IOException, EigenscopeException {
        double[] rowOf;
        double[] columnOf;
        if (parts.containsKey("coordinates")) {
            double[] both = part("coordinates", job);
            int half = both.length / 2;
            rowOf = Arrays.copyOf(both, half);
            columnOf = Arrays.copyOfRange(both, half, both.length);
        } else {
            rowOf = part("row", job);
            columnOf = part("col", job);
        }
        return SparseEntries.ofCoordinates(shape.get(0), shape.get(1), rowOf, columnOf, values, job.label());
    }

    private Compressed compressed(double[] data, ReadJob job) throws IOException, EigenscopeException {
        return new Compressed(part("indptr", job), part("indices", job), data);
    }

    private SparseEntries blocks(double[] data, ReadJob job) throws IOException, EigenscopeException {
        List<Long> blocks = parts.get("data").info().shape();
        if (blocks.size() != 3 || format.equals("bsc")) {
            throw new BadInputException(job.label() + " is a sparse matrix of blocks in a way that is not read.");
        }
        return SparseEntries.ofBlocks(
                compressed(data, job),
                blocks.get(1).intValue(),
                blocks.get(2).intValue(),
                shape.get(0),
                shape.get(1),
                job.label());
    }

    private double[] part(String name, ReadJob job) throws IOException, EigenscopeException {
        ListedTensor part = parts.get(name);
        if (part == null) {
            throw new BadInputException(job.label() + " is a sparse matrix without its " + name + ".");
        }
        return TensorShape.countEntries(part.info().shape()) == 0
                ? new double[0]
                : part.source().read(job);
    }
}
