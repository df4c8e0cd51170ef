package org.eigenscope.study.survey;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixStack;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.LowRankProduct;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * SHA-256 of a matrix's shape, stored type and entries. Equal matrices have equal digests, whatever the format of their file; matrices
 * that differ in a bit do not, as far as anybody knows.
 */
final class MatrixDigest {
    private static final int BLOCK_ENTRIES = 1 << 16;

    private final MessageDigest digest;

    private MatrixDigest(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
        text(kind);
    }

    /**
     * Of a tensor, read block by block.
     *
     * @throws EigenscopeException if it cannot be read or the work was cancelled
     */
    static String of(SelectedTensor tensor, CancelToken cancel) throws EigenscopeException {
        DerivedFile file = DerivedFile.over(tensor.file());
        String name = tensor.info().name();
        Optional<LowRankProduct> product = file.product(name, ProgressListener.NONE, cancel);
        if (product.isPresent()) {
            MatrixDigest digest = new MatrixDigest("product " + product.get().scale());
            digest.matrix(product.get().left());
            digest.matrix(product.get().right());
            return digest.hex();
        }
        // a kernel's slices are had from the shape of the tensor
        MatrixDigest digest = new MatrixDigest("tensor " + tensor.info().shape());
        Optional<MatrixStack> stack = file.stack(name, ProgressListener.NONE, cancel);
        if (stack.isPresent()) {
            for (Matrix member : stack.get().members(tensor.label())) {
                digest.matrix(member);
            }
        } else {
            digest.rows(file.rows(name, ProgressListener.NONE, cancel), cancel);
        }
        return digest.hex();
    }

    /** Of a matrix that is held, such as a difference. */
    static String of(Matrix matrix) {
        MatrixDigest digest = new MatrixDigest("tensor " + "[" + matrix.rows() + ", " + matrix.columns() + "]");
        digest.matrix(matrix);
        return digest.hex();
    }

    /** Of a list of eigenvalues. */
    static String ofList(String kind, double[] values) {
        MatrixDigest digest = new MatrixDigest(kind);
        digest.doubles(values, values.length);
        return digest.hex();
    }

    private void rows(RowBlocks rows, CancelToken cancel) throws EigenscopeException {
        text(rows.rows() + "x" + rows.columns() + " " + rows.elementType());
        int together = Math.max(1, Math.min(rows.rows(), BLOCK_ENTRIES / rows.columns()));
        int wide = rows.columns() * rows.elementType().components();
        double[] entries = new double[together * wide];
        try (RowBlocks.Pass pass = rows.pass()) {
            for (int row = 0; row < rows.rows(); row += together) {
                cancel.throwIfCancelled();
                int count = Math.min(together, rows.rows() - row);
                pass.next(entries, count);
                entries(entries, count * wide, rows.elementType());
            }
        }
    }

    private void matrix(Matrix matrix) {
        text(matrix.rows() + "x" + matrix.columns() + " " + matrix.elementType());
        double[] values = matrix.valuesForReading();
        if (values.length <= BLOCK_ENTRIES) {
            entries(values, values.length, matrix.elementType());
            return;
        }
        double[] block = new double[BLOCK_ENTRIES];
        for (int from = 0; from < values.length; from += BLOCK_ENTRIES) {
            int count = Math.min(BLOCK_ENTRIES, values.length - from);
            System.arraycopy(values, from, block, 0, count);
            entries(block, count, matrix.elementType());
        }
    }

    /** Entries stored in single precision or coarser are so exactly, in half the bytes. */
    private void entries(double[] values, int count, ElementType type) {
        if (type != ElementType.F32 && type != ElementType.F16 && type != ElementType.BF16) {
            doubles(values, count);
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) values[i]);
        }
        digest.update(bytes.array());
    }

    private void doubles(double[] values, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values, 0, count);
        digest.update(bytes.array());
    }

    private void text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
