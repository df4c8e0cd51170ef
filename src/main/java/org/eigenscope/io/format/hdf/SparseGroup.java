package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.AttributeMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A sparse matrix as a group with the vectors {@code data}, {@code indices} and {@code indptr}, by rows or by columns, as anndata and 10x
 * Genomics write it. Its sizes are in the attribute {@code shape} ({@code h5sparse_shape} in older files) or a vector of that name. Which
 * of the two it is by, the length of {@code indptr} tells; for a square one it does not matter, because its transpose has the same
 * singular values.
 */
final class SparseGroup {
    private static final List<String> PARTS = List.of("data", "indices", "indptr");
    private static final List<String> SHAPES = List.of("shape", "h5sparse_shape");

    private final HdfSource.Opener opener;
    private final String file;
    private final Map<String, HdfDataset> parts;
    private final List<Long> shape;

    private SparseGroup(HdfSource.Opener opener, String file, Map<String, HdfDataset> parts, List<Long> shape) {
        this.opener = opener;
        this.file = file;
        this.parts = parts;
        this.shape = shape;
    }

    /** The matrix that a group is; empty if it is none. */
    static Optional<ListedTensor> of(
            HdfContainer container, HdfSource.Opener opener, ObjectHeader header, List<HdfLink> links, String name)
            throws IOException, EigenscopeException {
        Map<String, HdfDataset> parts = new HashMap<>();
        for (HdfLink link : links) {
            if (link.isHard() && (PARTS.contains(link.name()) || link.name().equals("shape"))) {
                ObjectHeader part = container.header(link.address(), name);
                if (HdfFailures.guarded(name, () -> HdfDataset.isDataset(part))) {
                    parts.put(
                            link.name(),
                            HdfFailures.guarded(name, () -> HdfDataset.of(container.storage(), part, name)));
                }
            }
        }
        if (!parts.keySet().containsAll(PARTS) || !areVectors(parts)) {
            return Optional.empty();
        }
        List<Long> shape = HdfFailures.guarded(name, () -> attribute(header));
        if (shape.isEmpty() && parts.containsKey("shape")) {
            shape = vector(container, parts.get("shape"), name);
        }
        long lines = parts.get("indptr").entries() - 1;
        boolean fits = shape.size() == 2
                && shape.stream().allMatch(size -> size >= 0 && size < Integer.MAX_VALUE)
                && shape.contains(lines);
        return fits
                ? Optional.of(new SparseGroup(opener, container.label(), parts, shape).listed(name))
                : Optional.empty();
    }

    private static boolean areVectors(Map<String, HdfDataset> parts) {
        return PARTS.stream()
                .map(parts::get)
                .allMatch(part -> part.shape().size() == 1
                        && part.numbers().type().isPresent()
                        && part.skipReason().isEmpty());
    }

    private static List<Long> attribute(ObjectHeader header) {
        for (AttributeMessage message : header.getMessagesOfType(AttributeMessage.class)) {
            if (SHAPES.contains(message.getName())) {
                ByteBuffer bytes = message.getDataBuffer().order(ByteOrder.LITTLE_ENDIAN);
                if (bytes.remaining() == 2 * Long.BYTES) {
                    return List.of(bytes.getLong(bytes.position()), bytes.getLong(bytes.position() + Long.BYTES));
                }
                if (bytes.remaining() == 2 * Integer.BYTES) {
                    return List.of((long) bytes.getInt(bytes.position()), (long)
                            bytes.getInt(bytes.position() + Integer.BYTES));
                }
            }
        }
        return List.of();
    }

    private static List<Long> vector(HdfContainer container, HdfDataset dataset, String name)
            throws IOException, EigenscopeException {
        boolean pair = dataset.shape().equals(List.of(2L))
                && dataset.numbers().type().isPresent()
                && dataset.skipReason().isEmpty();
        if (!pair) {
            return List.of();
        }
        ReadJob job = new ReadJob(name, ProgressListener.NONE, CancelToken.NONE);
        double[] sizes = HdfValues.read(container, dataset, AxisOrder.stored(1), job);
        return List.of((long) sizes[0], (long) sizes[1]);
    }

    private ListedTensor listed(String name) throws BadInputException {
        TensorShape.countBytes(shape, 1, name);
        ElementType type = parts.get("data").numbers().type().orElseThrow();
        boolean byRows = isByRows();
        TensorInfo info = TensorInfo.of(name, type, shape)
                .withStoredAs(type.displayName() + ", sparse " + (byRows ? "csr" : "csc"));
        return ListedTensor.sparse(info, this::read);
    }

    private boolean isByRows() {
        return parts.get("indptr").entries() - 1 == shape.get(0);
    }

    private SparseEntries read(ReadJob job) throws IOException, EigenscopeException {
        try (HdfContainer again = HdfContainer.open(opener, file)) {
            Compressed compressed = new Compressed(
                    numbers(again, "indptr", job), numbers(again, "indices", job), numbers(again, "data", job));
            return SparseEntries.ofCompressed(compressed, isByRows(), shape.get(0), shape.get(1), job.label());
        }
    }

    private double[] numbers(HdfContainer container, String part, ReadJob job) throws IOException, EigenscopeException {
        HdfDataset dataset = parts.get(part);
        return dataset.entries() == 0 ? new double[0] : HdfValues.read(container, dataset, AxisOrder.stored(1), job);
    }
}
