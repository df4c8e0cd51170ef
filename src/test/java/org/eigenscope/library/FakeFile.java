package org.eigenscope.library;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** A file in memory that counts what is asked of it: tensor number k holds 1…n times k. */
public final class FakeFile implements MatrixFile {
    private final Path path;
    private final List<TensorInfo> tensors;
    private final AtomicInteger reads = new AtomicInteger();
    private boolean closed;

    public FakeFile(Path path, TensorInfo... tensors) {
        this.path = path;
        this.tensors = List.of(tensors);
    }

    public static TensorInfo readable(String name, long... shape) {
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        return new TensorInfo(name, Optional.of(ElementType.F64), sizes, Optional.empty());
    }

    static TensorInfo skipped(String name, String reason) {
        return new TensorInfo(name, Optional.of(ElementType.F64), List.of(4L), Optional.of(reason));
    }

    public int reads() {
        return reads.get();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String formatName() {
        return "fake";
    }

    @Override
    public List<TensorInfo> tensors() {
        return tensors;
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        cancel.throwIfCancelled();
        reads.incrementAndGet();
        int index = 0;
        while (!tensors.get(index).name().equals(name)) {
            index++;
        }
        int rows = (int) tensors.get(index).rows();
        int columns = (int) tensors.get(index).columns();
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (index + 1) * (i + 1);
        }
        return Matrix.ofRowMajor(values, rows, columns, ElementType.F64, new Provenance(path, name, Map.of()));
    }

    @Override
    public void close() {
        closed = true;
    }
}
