package org.eigenscope.io.kit;

import java.io.IOException;
import java.util.Arrays;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.SparseMatrix;

/**
 * The entries of a sparse matrix and where they are, in no particular order; entries at one place add up.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param rowOf the row of each entry
 * @param columnOf the column of each entry
 * @param values the entries; complex ones have two doubles each, the real part first
 * @param components how many doubles an entry has
 */
public record SparseEntries(int rows, int columns, int[] rowOf, int[] columnOf, double[] values, int components) {
    /** Real entries. */
    public SparseEntries(int rows, int columns, int[] rowOf, int[] columnOf, double[] values) {
        this(rows, columns, rowOf, columnOf, values, 1);
    }

    /**
     * Complex entries in these places.
     *
     * <p>A reader gives {@link #places} instead of entries to one of the methods below, whatever the format, and puts the entries
     * themselves in their place here.
     *
     * @param complex real and imaginary part in turn, in the order in which the file stores them
     */
    public SparseEntries withComplex(double[] complex) {
        double[] both = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            int place = (int) values[i];
            both[2 * i] = complex[2 * place];
            both[2 * i + 1] = complex[2 * place + 1];
        }
        return new SparseEntries(rows, columns, rowOf, columnOf, both, 2);
    }

    /** 0, 1, 2, …: in place of as many complex entries. */
    public static double[] places(int count) {
        double[] places = new double[count];
        Arrays.setAll(places, i -> i);
        return places;
    }

    /** Reads the entries of one matrix. */
    @FunctionalInterface
    public interface Source {
        SparseEntries read(ReadJob job) throws IOException, EigenscopeException;
    }

    /**
     * Entries with a row and a column each.
     *
     * @throws BadInputException if one lies outside the matrix
     */
    public static SparseEntries ofCoordinates(
            long rows, long columns, double[] rowOf, double[] columnOf, double[] values, String label)
            throws BadInputException {
        if (rowOf.length != values.length || columnOf.length != values.length) {
            throw contradiction(label);
        }
        return new SparseEntries(
                side(rows, label),
                side(columns, label),
                indices(rowOf, rows, label),
                indices(columnOf, columns, label),
                values);
    }

    /**
     * Entries by rows, or by columns: the other index of each, and where each row or column begins among them.
     *
     * @param byRows whether by rows
     * @throws BadInputException if the parts contradict each other
     */
    public static SparseEntries ofCompressed(Compressed parts, boolean byRows, long rows, long columns, String label)
            throws BadInputException {
        long lines = byRows ? rows : columns;
        int[] line = parts.lines(lines, label);
        int count = line.length;
        int[] other = indices(Arrays.copyOf(parts.indices(), count), byRows ? columns : rows, label);
        double[] values = Arrays.copyOf(parts.values(), count);
        return new SparseEntries(
                side(rows, label), side(columns, label), byRows ? line : other, byRows ? other : line, values);
    }

    /**
     * What formats by rows or columns store.
     *
     * @param starts where each line begins among the entries, and after the last where they end
     * @param indices the place of each entry in its line
     * @param values the entries
     */
    public record Compressed(double[] starts, double[] indices, double[] values) {
        /** The line of each entry. */
        int[] lines(long lines, String label) throws BadInputException {
            if (starts.length != lines + 1 || lines < 0) {
                throw contradiction(label);
            }
            double end = starts[starts.length - 1];
            if (!(end >= 0 && end <= indices.length && end <= values.length) || starts[0] != 0) {
                throw contradiction(label);
            }
            int[] line = new int[(int) end];
            for (int i = 0; i < lines; i++) {
                if (!(starts[i] >= 0 && starts[i] <= starts[i + 1] && starts[i + 1] <= end)) {
                    throw contradiction(label);
                }
                Arrays.fill(line, (int) starts[i], (int) starts[i + 1], i);
            }
            return line;
        }
    }

    /**
     * Diagonals as scipy keeps them: entry j of a row of {@code data} is the one in column j of the diagonal at that offset, which is
     * positive above the main one.
     *
     * @param data one row a diagonal
     */
    public static SparseEntries ofDiagonals(long rows, long columns, double[] offsets, double[] data, String label)
            throws BadInputException {
        int length = offsets.length == 0 ? 0 : data.length / offsets.length;
        if (offsets.length > 0 && data.length % offsets.length != 0) {
            throw contradiction(label);
        }
        double[] rowOf = new double[data.length];
        double[] columnOf = new double[data.length];
        double[] values = new double[data.length];
        int count = 0;
        for (int d = 0; d < offsets.length; d++) {
            for (int j = 0; j < length && j < columns; j++) {
                double row = j - offsets[d];
                if (row >= 0 && row < rows) {
                    rowOf[count] = row;
                    columnOf[count] = j;
                    values[count++] = data[d * length + j];
                }
            }
        }
        return ofCoordinates(
                rows,
                columns,
                Arrays.copyOf(rowOf, count),
                Arrays.copyOf(columnOf, count),
                Arrays.copyOf(values, count),
                label);
    }

    /**
     * Dense blocks by rows of blocks.
     *
     * @param blockRows rows of each block
     * @param blockColumns columns of each block
     */
    public static SparseEntries ofBlocks(
            Compressed blocks, int blockRows, int blockColumns, long rows, long columns, String label)
            throws BadInputException {
        int size = blockRows * blockColumns;
        boolean sound = size > 0 && rows % blockRows == 0 && columns % blockColumns == 0;
        if (!sound || blocks.indices().length * (long) size != blocks.values().length) {
            throw contradiction(label);
        }
        Compressed counted = new Compressed(blocks.starts(), blocks.indices(), new double[blocks.indices().length]);
        int[] blockRow = counted.lines(rows / blockRows, label);
        int[] blockColumn = indices(blocks.indices(), columns / blockColumns, label);
        int[] rowOf = new int[blockRow.length * size];
        int[] columnOf = new int[rowOf.length];
        for (int i = 0; i < rowOf.length; i++) {
            int block = i / size;
            rowOf[i] = blockRow[block] * blockRows + i % size / blockColumns;
            columnOf[i] = blockColumn[block] * blockColumns + i % blockColumns;
        }
        double[] values = Arrays.copyOf(blocks.values(), rowOf.length);
        return new SparseEntries(side(rows, label), side(columns, label), rowOf, columnOf, values);
    }

    /** All entries, row-major. */
    public double[] toDense(String label) throws EigenscopeException {
        double[] dense = MemoryBudget.allocateSparse(rows, columns, components, rowOf.length, label);
        for (int i = 0; i < values.length; i++) {
            int entry = i / components;
            dense[(rowOf[entry] * columns + columnOf[entry]) * components + i % components] += values[i];
        }
        return dense;
    }

    /**
     * The matrix by rows, its zeros not held, and entries at one place added up.
     *
     * @throws IllegalStateException if the entries are complex
     */
    public SparseMatrix toMatrix(ElementType type, Provenance provenance) {
        if (components != 1) {
            throw new IllegalStateException("complex entries are only held with their zeros");
        }
        int[] order = sorted(sorted(null, columnOf, columns), rowOf, rows);
        int[] starts = new int[rows + 1];
        int[] ordered = new int[values.length];
        double[] sums = new double[values.length];
        int count = 0;
        int previous = -1;
        for (int i : order) {
            boolean same = previous >= 0 && rowOf[i] == rowOf[previous] && columnOf[i] == columnOf[previous];
            if (!same) {
                ordered[count] = columnOf[i];
                count++;
                starts[rowOf[i] + 1]++;
            }
            sums[count - 1] += values[i];
            previous = i;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        return new SparseMatrix(
                columns, starts, Arrays.copyOf(ordered, count), Arrays.copyOf(sums, count), type, provenance);
    }

    /** Counting sort by one index, which keeps the order of those that share it; in their own order where none is given. */
    private static int[] sorted(int[] order, int[] key, int size) {
        int[] next = new int[size + 1];
        for (int k : key) {
            next[k + 1]++;
        }
        for (int k = 0; k < size; k++) {
            next[k + 1] += next[k];
        }
        int[] sorted = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int entry = order == null ? i : order[i];
            sorted[next[key[entry]]++] = entry;
        }
        return sorted;
    }

    private static int side(long size, String label) throws BadInputException {
        if (size < 1 || size > Integer.MAX_VALUE - 8L) {
            throw new BadInputException(
                    label + " declares a sparse matrix with a side of " + size + ": it is damaged.");
        }
        return (int) size;
    }

    private static int[] indices(double[] numbers, long size, String label) throws BadInputException {
        int[] indices = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (!(numbers[i] >= 0 && numbers[i] < size)) {
                throw contradiction(label);
            }
            indices[i] = (int) numbers[i];
        }
        return indices;
    }

    private static BadInputException contradiction(String label) {
        return new BadInputException(
                label + " is a sparse matrix whose indices lie outside it or are out of order: it is damaged.");
    }
}
