package org.eigenscope.io.format.onnx;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** A file some of whose tensors are listed under other names than its own; they can be asked for by both. */
final class RenamedFile implements MatrixFile {
    private final ListedFile file;
    private final Map<String, String> listedName = new HashMap<>();

    /** @param namesInFile the file's own name of a tensor by that in the list */
    RenamedFile(ListedFile file, Map<String, String> namesInFile) {
        this.file = file;
        namesInFile.forEach((listed, own) -> listedName.putIfAbsent(own, listed));
    }

    private String listed(String name) {
        return file.listed(name).isPresent() ? name : listedName.getOrDefault(name, name);
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public String formatName() {
        return file.formatName();
    }

    @Override
    public List<TensorInfo> tensors() {
        return file.tensors();
    }

    @Override
    public Optional<TensorInfo> find(String name) throws BadInputException {
        return file.find(listed(name));
    }

    @Override
    public List<Path> companions() {
        return file.companions();
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return file.read(listed(name), progress, cancel);
    }

    @Override
    public RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return file.rows(listed(name), progress, cancel);
    }

    @Override
    public double[] entries(String name, long from, long count, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return file.entries(listed(name), from, count, progress, cancel);
    }

    @Override
    public void close() {
        file.close();
    }
}
