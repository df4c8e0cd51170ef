package org.eigenscope.spectrum.dense;

import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.spectrum.engine.MemoryBudget;

/** Products in plain Java, for machines on which OpenBLAS does not load: some ten times slower. */
public final class PlainKernel implements DenseKernel {
    /** The largest array that every JVM grants. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    @Override
    public String name() {
        return "java";
    }

    @Override
    public long available() {
        return Math.min(MAX_ARRAY, MemoryBudget.freeHeap() / Double.BYTES);
    }

    @Override
    public Doubles allocate(long count, Provenance of) throws InsufficientMemoryException {
        if (count > available()) {
            throw new InsufficientMemoryException("The density of " + of.label()
                    + " does not fit into the Java heap; ask for fewer steps or raise it with -Xmx.");
        }
        return new Heap(new double[(int) count]);
    }

    @Override
    public void multiply(double alpha, Block a, Block b, double beta, Block c) {
        double[] out = values(c);
        for (int i = 0; i < c.rows(); i++) {
            int row = (int) c.offset() + i * c.stride();
            for (int j = 0; j < c.columns(); j++) {
                out[row + j] = beta == 0 ? 0 : beta * out[row + j];
            }
            if (b.isTransposed()) {
                addDots(alpha, a, i, b, out, row);
            } else {
                addRows(alpha, a, i, b, out, row);
            }
        }
    }

    /** Row i of A times Bᵀ, whose stored rows are contiguous: a dot product for each entry. */
    private static void addDots(double alpha, Block a, int i, Block b, double[] out, int row) {
        double[] left = values(a);
        double[] right = values(b);
        int step = a.isTransposed() ? a.stride() : 1;
        int start = (int) a.offset() + i * (a.isTransposed() ? 1 : a.stride());
        for (int j = 0; j < b.rows(); j++) {
            int other = (int) b.offset() + j * b.stride();
            double sum = 0;
            for (int k = 0; k < b.columns(); k++) {
                sum += left[start + k * step] * right[other + k];
            }
            out[row + j] += alpha * sum;
        }
    }

    /** Row i of A times B: a sum of B's rows. */
    private static void addRows(double alpha, Block a, int i, Block b, double[] out, int row) {
        double[] left = values(a);
        double[] right = values(b);
        int step = a.isTransposed() ? a.stride() : 1;
        int start = (int) a.offset() + i * (a.isTransposed() ? 1 : a.stride());
        for (int k = 0; k < b.rows(); k++) {
            double factor = alpha * left[start + k * step];
            int other = (int) b.offset() + k * b.stride();
            for (int j = 0; j < b.columns(); j++) {
                out[row + j] += factor * right[other + j];
            }
        }
    }

    private static double[] values(Block block) {
        return ((Heap) block.doubles()).values();
    }

    private record Heap(double[] values) implements Doubles {
        @Override
        public void put(long at, double[] source, int count) {
            System.arraycopy(source, 0, values, (int) at, count);
        }

        @Override
        public void get(long at, double[] out, int count) {
            System.arraycopy(values, (int) at, out, 0, count);
        }

        @Override
        public void close() {
            // the array is in the heap and is freed by garbage collection
        }
    }
}
