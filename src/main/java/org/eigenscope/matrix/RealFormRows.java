package org.eigenscope.matrix;

import org.eigenscope.error.EigenscopeException;

/**
 * The rows of the real matrix with the spectrum of a complex one, each value twice: a block [[a, −b], [b, a]] for each entry a + ib,
 * as in {@link Matrix#realForm}, made while the rows are read.
 *
 * @param complex the rows of the complex matrix
 */
record RealFormRows(RowBlocks complex) implements RowBlocks {
    @Override
    public int rows() {
        return Math.multiplyExact(2, complex.rows());
    }

    @Override
    public int columns() {
        return Math.multiplyExact(2, complex.columns());
    }

    @Override
    public ElementType elementType() {
        return complex.elementType().component();
    }

    @Override
    public Provenance provenance() {
        return complex.provenance();
    }

    @Override
    public int copies() {
        return 2;
    }

    @Override
    public Pass pass() throws EigenscopeException {
        return new Walk(complex.pass(), new double[columns()]);
    }

    private static final class Walk implements Pass {
        private final Pass complex;
        private final double[] row;
        private boolean atSecond;

        /** @param row room for one row of the complex matrix, which has as many doubles as a real row */
        Walk(Pass complex, double[] row) {
            this.complex = complex;
            this.row = row;
        }

        @Override
        public void next(double[] out, int count) throws EigenscopeException {
            for (int done = 0; done < count; done++) {
                if (!atSecond) {
                    complex.next(row, 1);
                }
                write(out, done * row.length);
                atSecond = !atSecond;
            }
        }

        private void write(double[] out, int from) {
            for (int i = 0; i < row.length; i += 2) {
                out[from + i] = atSecond ? row[i + 1] : row[i];
                out[from + i + 1] = atSecond ? row[i] : -row[i + 1];
            }
        }

        @Override
        public void close() {
            complex.close();
        }
    }
}
