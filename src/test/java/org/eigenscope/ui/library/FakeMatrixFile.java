package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** A file whose tensors are seeded random matrices of the shapes in their names, such as {@code w 20×30}. */
public final class FakeMatrixFile implements MatrixFile {
    /** A tensor of this name is listed but cannot be read. */
    public static final String DAMAGED = "damaged 5×5";

    private final Path path;
    private final List<TensorInfo> tensors;

    public FakeMatrixFile(Path path, String... names) {
        this.path = path;
        this.tensors = Arrays.stream(names).map(FakeMatrixFile::info).toList();
    }

    private static TensorInfo info(String name) {
        List<Long> shape = Arrays.stream(
                        name.substring(name.lastIndexOf(' ') + 1).split("×"))
                .map(Long::valueOf)
                .toList();
        Optional<String> reason = shape.size() < 2 ? Optional.of("it has one dimension") : Optional.empty();
        return new TensorInfo(name, Optional.of(ElementType.F32), shape, reason);
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
        if (name.equals(DAMAGED)) {
            throw new BadInputException("The tensor is damaged.");
        }
        TensorInfo info = info(name);
        double[] values =
                new Random(7).doubles(info.rows() * info.columns(), -1, 1).toArray();
        return Matrix.ofRowMajor(
                values,
                Math.toIntExact(info.rows()),
                Math.toIntExact(info.columns()),
                ElementType.F32,
                new Provenance(path, name, Map.of()));
    }

    @Override
    public void close() {}
}
