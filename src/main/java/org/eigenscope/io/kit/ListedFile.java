package org.eigenscope.io.kit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.FileRange;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.matrix.SparseMatrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The open file that every reader returns. It holds no handle between reads: each read opens the file, checks that it is
 * still the one that was listed, and closes it. So reads are independent of each other, an interrupted one cannot close
 * a channel under another, and a closed file can be moved or deleted on every system.
 */
public final class ListedFile implements MatrixFile {
    private static final int HELD_SHARE = 4;

    private final Path path;
    private final FileStamp stamp;
    private final String formatName;
    private final Map<String, String> metadata;
    private final Map<String, ListedTensor> tensors = new LinkedHashMap<>();
    private final List<Path> companions;
    private volatile boolean closed;

    /** A file that holds everything itself. */
    public ListedFile(
            Path path, FileStamp stamp, String formatName, List<ListedTensor> listed, Map<String, String> metadata)
            throws BadInputException {
        this(path, stamp, formatName, listed, metadata, List.of());
    }

    /** @param companions the other files that hold a part of it */
    public ListedFile(
            Path path,
            FileStamp stamp,
            String formatName,
            List<ListedTensor> listed,
            Map<String, String> metadata,
            Collection<Path> companions)
            throws BadInputException {
        this.companions = List.copyOf(companions);
        this.path = path;
        this.stamp = stamp;
        this.formatName = formatName;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        for (ListedTensor tensor : listed) {
            if (tensors.put(tensor.info().name(), tensor) != null) {
                throw new BadInputException(path + " holds two tensors named '"
                        + tensor.info().name() + "': it is damaged or made to deceive.");
            }
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String formatName() {
        return formatName;
    }

    @Override
    public List<TensorInfo> tensors() {
        return tensors.values().stream().map(ListedTensor::info).toList();
    }

    /** A tensor with its source, for a reader that lists this file's tensors as its own. */
    public Optional<ListedTensor> listed(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    @Override
    public List<Path> companions() {
        return companions;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata;
    }

    @Override
    public Optional<FileRange> range(String name) {
        Optional<RowSource> rows = listed(name).flatMap(ListedTensor::rows).filter(source -> !source.packed());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        try (BlockSource blocks = rows.get().walks().open()) {
            return blocks.range();
        } catch (IOException | EigenscopeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        ListedTensor tensor = readable(name);
        TensorInfo info = tensor.info();
        Provenance provenance = new Provenance(path, name, metadataWith(info.note()));
        refuseStack(info, provenance.label());
        double[] values = readValues(tensor.source(), new ReadJob(provenance.label(), progress, cancel));
        ElementType type = info.elementType().orElseThrow();
        Optional<TensorAxes> axes = info.axes();
        if (axes.isPresent() && !axes.get().inOrder(info.shape())) {
            values = axes.get().gather(values, info.shape(), 0);
        }
        return Matrix.ofRowMajor(values, (int) info.rows(), (int) info.columns(), type, provenance);
    }

    private static void refuseStack(TensorInfo info, String label) throws BadInputException {
        if (info.axes().filter(TensorAxes::isStack).isPresent()) {
            throw new BadInputException(label + " is a stack of matrices, of which one has to be chosen.");
        }
    }

    @Override
    public double[] entries(String name, long from, long count, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        requireOpen();
        ListedTensor tensor = require(name);
        String label = new Provenance(path, name, Map.of()).label();
        if (!tensor.info().hasEntries()) {
            throw new BadInputException(label + " has no numbers that can be read: "
                    + tensor.info().skipReason().orElse("empty") + ".");
        }
        ReadJob job = new ReadJob(label, progress, cancel);
        if (tensor.runs().isPresent()) {
            return readValues(read -> tensor.runs().get().read(from, count, read), job);
        }
        double[] all = readValues(tensor.source(), job);
        int size = tensor.info().elementType().orElseThrow().components();
        return from == 0 && count * size == all.length
                ? all
                : Arrays.copyOfRange(all, (int) from * size, (int) (from + count) * size);
    }

    @Override
    public RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        ListedTensor tensor = readable(name);
        if (tensor.sparse().isPresent()
                && !tensor.info().elementType().orElseThrow().isComplex()) {
            return sparse(tensor, new ReadJob(new Provenance(path, name, metadata).label(), progress, cancel));
        }
        Optional<RowSource> rows = tensor.rows().filter(source -> source.holdsRows() && isWorthWalking(source));
        return rows.isPresent()
                ? new FileRows(
                        rows.get(),
                        tensor.info().elementType().orElseThrow(),
                        stamp,
                        new Provenance(path, name, metadata))
                : MatrixFile.super.rows(name, progress, cancel);
    }

    private SparseMatrix sparse(ListedTensor tensor, ReadJob job) throws EigenscopeException {
        Provenance provenance = new Provenance(path, tensor.info().name(), metadata);
        SparseEntries entries = guarded(tensor.sparse().orElseThrow()::read, job);
        return entries.toMatrix(tensor.info().elementType().orElseThrow(), provenance);
    }

    /** What would be unpacked on every walk is rather held while it takes little of the memory. */
    private static boolean isWorthWalking(RowSource rows) {
        long bytes = TensorShape.countEntries(rows.layout().shape()) * Double.BYTES;
        return !rows.packed() || bytes > Runtime.getRuntime().maxMemory() / HELD_SHARE;
    }

    @Override
    public void close() {
        closed = true;
    }

    private Map<String, String> metadataWith(String note) {
        if (note.isEmpty()) {
            return metadata;
        }
        Map<String, String> all = new LinkedHashMap<>(metadata);
        all.put("layout", note);
        return all;
    }

    private double[] readValues(TensorSource source, ReadJob job) throws EigenscopeException {
        return guarded(source::read, job);
    }

    /** Something that is read of this file. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ReadJob job) throws IOException, EigenscopeException;
    }

    private <T> T guarded(Reading<T> reading, ReadJob job) throws EigenscopeException {
        try {
            stamp.verify(path);
            job.checkpoint(0);
            T value = reading.of(job);
            job.checkpoint(1);
            return value;
        } catch (ClosedByInterruptException interrupted) {
            throw new CancelledException();
        } catch (EOFException truncated) {
            throw new BadInputException(
                    job.label() + " is truncated: its data end before the declared size.", truncated);
        } catch (IOException failure) {
            throw new BadInputException(
                    job.label() + " could not be read: " + IoFailures.reason(failure) + ".", failure);
        } catch (InternalError fault) {
            // how the JVM reports that pages of a mapped file went away
            throw new BadInputException(path + " changed while it was being read; open it again.", fault);
        }
    }

    private void requireOpen() throws BadInputException {
        if (closed) {
            throw new BadInputException(path + " was closed meanwhile; open it again.");
        }
    }

    private ListedTensor readable(String name) throws BadInputException {
        requireOpen();
        ListedTensor tensor = require(name);
        if (!tensor.info().isReadable()) {
            throw new BadInputException(new Provenance(path, name, metadata).label() + " cannot be read as a matrix: "
                    + tensor.info().skipReason().orElseThrow() + ".");
        }
        return tensor;
    }

    private ListedTensor require(String name) throws BadInputException {
        ListedTensor tensor = tensors.get(name);
        if (tensor != null) {
            return tensor;
        }
        throw new BadInputException(
                path + " has no tensor named '" + name + "'; " + TensorNames.describe(tensors()) + ".");
    }
}
