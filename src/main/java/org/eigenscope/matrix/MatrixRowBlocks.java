package org.eigenscope.matrix;

/** The rows of a matrix in memory. */
record MatrixRowBlocks(Matrix matrix) implements RowBlocks {
    @Override
    public int rows() {
        return matrix.rows();
    }

    @Override
    public int columns() {
        return matrix.columns();
    }

    @Override
    public ElementType elementType() {
        return matrix.elementType();
    }

    @Override
    public Provenance provenance() {
        return matrix.provenance();
    }

    @Override
    public Pass pass() {
        return new Walk(matrix);
    }

    private static final class Walk implements Pass {
        private final Matrix matrix;
        private int at;

        Walk(Matrix matrix) {
            this.matrix = matrix;
        }

        @Override
        public void next(double[] out, int count) {
            int entries = count * matrix.columns() * matrix.elementType().components();
            System.arraycopy(matrix.valuesForReading(), at, out, 0, entries);
            at += entries;
        }

        @Override
        public void close() {
            // the matrix is in memory, so there is nothing to close
        }
    }
}
