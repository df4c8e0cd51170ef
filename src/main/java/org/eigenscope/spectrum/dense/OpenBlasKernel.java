package org.eigenscope.spectrum.dense;

import static org.bytedeco.openblas.global.openblas_full.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_full.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_full.CblasTrans;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_full;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Provenance;

/** Products by OpenBLAS, in memory outside the heap. */
public final class OpenBlasKernel implements DenseKernel {
    @Override
    public String name() {
        return OpenBlasSolver.NAME;
    }

    @Override
    public long available() {
        return OpenBlasLibrary.availableBytes() / Double.BYTES;
    }

    @Override
    public Doubles allocate(long count, Provenance of) throws InsufficientMemoryException {
        try {
            Native room = new Native(new DoublePointer(count));
            Pointer.memset(room.pointer(), 0, count * Double.BYTES);
            return room;
        } catch (OutOfMemoryError e) {
            throw new InsufficientMemoryException("The density of " + of.label()
                    + " did not fit into memory; ask for fewer steps or close other work.");
        }
    }

    @Override
    public void multiply(double alpha, Block a, Block b, double beta, Block c) {
        double multiplications = (double) c.rows() * c.columns() * a.width();
        if (c.rows() >= c.columns()) {
            int stripes = PartitionedProduct.count(c.rows(), multiplications);
            PartitionedProduct.each(stripes, stripe -> {
                int from = PartitionedProduct.start(stripe, stripes, c.rows());
                int count = PartitionedProduct.start(stripe + 1, stripes, c.rows()) - from;
                multiplyAll(alpha, a.across(from, count), b, beta, c.across(from, count));
            });
        } else {
            int stripes = PartitionedProduct.count(c.columns(), multiplications);
            PartitionedProduct.each(stripes, stripe -> {
                int from = PartitionedProduct.start(stripe, stripes, c.columns());
                int count = PartitionedProduct.start(stripe + 1, stripes, c.columns()) - from;
                multiplyAll(alpha, a, b.along(from, count), beta, c.columns(from, count));
            });
        }
    }

    private static void multiplyAll(double alpha, Block a, Block b, double beta, Block c) {
        if (c.columns() == 1 && b.columns() == 1 && !b.isTransposed()) {
            openblas_full.cblas_dgemv(
                    CblasRowMajor,
                    flag(a),
                    a.rows(),
                    a.columns(),
                    alpha,
                    at(a),
                    a.stride(),
                    at(b),
                    b.stride(),
                    beta,
                    at(c),
                    c.stride());
            return;
        }
        openblas_full.cblas_dgemm(
                CblasRowMajor,
                flag(a),
                flag(b),
                c.rows(),
                c.columns(),
                a.width(),
                alpha,
                at(a),
                a.stride(),
                at(b),
                b.stride(),
                beta,
                at(c),
                c.stride());
    }

    private static int flag(Block block) {
        return block.isTransposed() ? CblasTrans : CblasNoTrans;
    }

    private static DoublePointer at(Block block) {
        return ((Native) block.doubles()).pointer().getPointer(block.offset());
    }

    private record Native(DoublePointer pointer) implements Doubles {
        @Override
        public void put(long at, double[] values, int count) {
            pointer.getPointer(at).put(values, 0, count);
        }

        @Override
        public void get(long at, double[] out, int count) {
            pointer.getPointer(at).get(out, 0, count);
        }

        @Override
        public void close() {
            pointer.close();
        }
    }
}
