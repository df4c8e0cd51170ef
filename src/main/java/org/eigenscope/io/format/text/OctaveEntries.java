package org.eigenscope.io.format.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;

/** The entries of one variable in an Octave text file, read on demand. */
final class OctaveEntries {
    private final TextInput input;
    private final String label;
    private final long linesBefore;
    private final String type;
    private final List<Long> shape;
    private final Map<String, Long> sizes;

    /**
     * @param label the file, as messages name it
     * @param linesBefore how many lines stand before the first with entries
     * @param type as the file calls it
     * @param sizes what the file says of it besides the shape
     */
    OctaveEntries(
            TextInput input, String label, long linesBefore, String type, List<Long> shape, Map<String, Long> sizes) {
        this.input = input;
        this.label = label;
        this.linesBefore = linesBefore;
        this.type = type;
        this.shape = List.copyOf(shape);
        this.sizes = Map.copyOf(sizes);
    }

    /** The matrix, row-major over first × rest. */
    double[] read(ReadJob job) throws IOException, EigenscopeException {
        try (TextLines lines = new TextLines(input.open(), label)) {
            for (long line = 0; line < linesBefore; line++) {
                lines.nextOfAny();
            }
            Numbers numbers = new Numbers(lines, job);
            if (type.startsWith("sparse ")) {
                return sparse(numbers, job);
            }
            if (type.startsWith("diagonal ")) {
                return diagonal(numbers, job);
            }
            return type.startsWith("permutation ") ? permutation(numbers, job) : full(numbers, job);
        }
    }

    private double[] full(Numbers numbers, ReadJob job) throws IOException, EigenscopeException {
        long total = 1;
        for (long size : shape) {
            total = Math.multiplyExact(total, size);
        }
        double[] values = MemoryBudget.allocate(total, job.label());
        // with a list of sizes the first index runs fastest, with rows and columns the last
        boolean firstFastest = sizes.containsKey("ndims");
        int[] index = new int[shape.size()];
        for (int i = 0; i < values.length; i++) {
            double value = numbers.next();
            values[firstFastest ? rowMajor(index) : i] = value;
        }
        return values;
    }

    /** Where the entry of an index goes; the index is then moved on, its first place fastest. */
    private int rowMajor(int[] index) {
        int at = 0;
        for (int d = 0; d < index.length; d++) {
            at = at * Math.toIntExact(shape.get(d)) + index[d];
        }
        for (int d = 0; d < index.length && ++index[d] == shape.get(d); d++) {
            index[d] = 0;
        }
        return at;
    }

    private double[] sparse(Numbers numbers, ReadJob job) throws IOException, EigenscopeException {
        long stored = sizes.getOrDefault("nnz", 0L);
        double[] values = MemoryBudget.allocateSparse(shape.get(0), shape.get(1), 1, stored, job.label());
        for (long i = 0; i < stored; i++) {
            int row = place(numbers, 0);
            int column = place(numbers, 1);
            values[row * Math.toIntExact(shape.get(1)) + column] = numbers.next();
        }
        return values;
    }

    private double[] diagonal(Numbers numbers, ReadJob job) throws IOException, EigenscopeException {
        double[] values = MemoryBudget.allocate(shape.get(0) * shape.get(1), job.label());
        int columns = Math.toIntExact(shape.get(1));
        for (int i = 0; i < Math.min(shape.get(0), columns); i++) {
            values[i * columns + i] = numbers.next();
        }
        return values;
    }

    /** Ones: in column k at the row that the k-th number says. */
    private double[] permutation(Numbers numbers, ReadJob job) throws IOException, EigenscopeException {
        double[] values = MemoryBudget.allocate(shape.get(0) * shape.get(1), job.label());
        int columns = Math.toIntExact(shape.get(1));
        for (int column = 0; column < columns; column++) {
            values[place(numbers, 0) * columns + column] = 1;
        }
        return values;
    }

    private int place(Numbers numbers, int dimension) throws IOException, EigenscopeException {
        double from1 = numbers.next();
        if (!(from1 >= 1 && from1 <= shape.get(dimension) && from1 == Math.rint(from1))) {
            throw new BadInputException(label + ", line " + numbers.lines.line() + ": " + from1
                    + " is no index from 1 to " + shape.get(dimension) + ".");
        }
        return (int) from1 - 1;
    }

    /** Numbers one after the other, wherever lines end. */
    private static final class Numbers {
        private final TextLines lines;
        private final ReadJob job;
        private final CellParser parser = CellParser.ofPlainNumbers();
        private List<String> row = List.of();
        private int at;
        private int sinceReport;

        Numbers(TextLines lines, ReadJob job) {
            this.lines = lines;
            this.job = job;
        }

        double next() throws IOException, EigenscopeException {
            while (at == row.size()) {
                String text = lines.nextOfAny();
                if (text == null || text.startsWith("#") || text.startsWith("%")) {
                    throw new BadInputException(job.label() + " ends before all its entries, at line " + lines.line()
                            + ": it is truncated or damaged.");
                }
                row = TextRows.split(text, TextDialect.BLANKS);
                at = 0;
            }
            if (++sinceReport == DenseLayout.BLOCK_BYTES / Double.BYTES) {
                sinceReport = 0;
                job.cancel().throwIfCancelled();
            }
            try {
                return parser.parse(row.get(at++));
            } catch (NumberFormatException malformed) {
                throw new BadInputException(
                        job.label() + ", line " + lines.line() + ": " + malformed.getMessage() + ".", malformed);
            }
        }
    }
}
