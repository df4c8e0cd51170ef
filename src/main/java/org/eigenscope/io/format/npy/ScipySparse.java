package org.eigenscope.io.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * One sparse matrix, as {@code scipy.sparse.save_npz} writes it: the arrays {@code format} (csr, csc, coo, bsr or dia), {@code shape},
 * {@code data}, and where the entries belong.
 */
final class ScipySparse {
    private static final int MAX_HEADER = 1 << 16;
    private static final Set<String> FORMATS = Set.of("csr", "csc", "coo", "bsr", "dia");

    private final String format;
    private final long rows;
    private final long columns;
    private final Map<String, ListedTensor> arrays;

    private ScipySparse(String format, double[] shape, Map<String, ListedTensor> arrays) {
        this.format = format;
        this.rows = (long) shape[0];
        this.columns = (long) shape[1];
        this.arrays = arrays;
    }

    /** The matrix that an archive's arrays make up; empty if they are not those of one. */
    static Optional<ListedTensor> of(List<ListedTensor> tensors, ZipFile zip, String label)
            throws IOException, EigenscopeException {
        Map<String, ListedTensor> arrays = new HashMap<>();
        tensors.forEach(tensor -> arrays.put(tensor.info().name(), tensor));
        if (!arrays.keySet().containsAll(Set.of("format", "shape", "data"))) {
            return Optional.empty();
        }
        String format = format(zip);
        TensorInfo shape = arrays.get("shape").info();
        boolean known =
                FORMATS.contains(format) && shape.hasEntries() && shape.shape().equals(List.of(2L));
        if (!known) {
            return Optional.empty();
        }
        double[] sizes = arrays.get("shape").source().read(new ReadJob(label, ProgressListener.NONE, CancelToken.NONE));
        return Optional.of(new ScipySparse(format, sizes, arrays).listed(label));
    }

    /** The text in the array of that name, which numpy keeps as bytes or as UTF-32. */
    private static String format(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("format.npy");
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] all = in.readNBytes(MAX_HEADER);
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf('\n');
            return end < 0 ? "" : text.substring(end + 1).replace("\0", "").strip();
        }
    }

    private ListedTensor listed(String label) throws BadInputException {
        TensorInfo data = arrays.get("data").info();
        List<Long> shape = List.of(Math.max(0, rows), Math.max(0, columns));
        TensorShape.countBytes(shape, 1, label);
        if (data.elementType().isEmpty()) {
            return ListedTensor.unreadable(
                    TensorInfo.skipped("", shape, data.skipReason().orElse("")));
        }
        TensorInfo info =
                TensorInfo.of("", data.elementType().get(), shape).withStoredAs(data.dtype() + ", sparse " + format);
        return ListedTensor.sparse(info, this::read);
    }

    private SparseEntries read(ReadJob job) throws IOException, EigenscopeException {
        double[] data = array("data", job);
        boolean complex = arrays.get("data").info().elementType().orElseThrow().isComplex();
        SparseEntries entries = placed(complex ? SparseEntries.places(data.length / 2) : data, job);
        return complex ? entries.withComplex(data) : entries;
    }

    private SparseEntries placed(double[] data, ReadJob job) throws IOException, EigenscopeException {
        return switch (format) {
            case "coo" ->
                SparseEntries.ofCoordinates(rows, columns, array("row", job), array("col", job), data, job.label());
            case "dia" -> SparseEntries.ofDiagonals(rows, columns, array("offsets", job), data, job.label());
            case "bsr" -> blocks(data, job);
            default ->
                SparseEntries.ofCompressed(compressed(data, job), format.equals("csr"), rows, columns, job.label());
        };
    }

    private Compressed compressed(double[] data, ReadJob job) throws IOException, EigenscopeException {
        return new Compressed(array("indptr", job), array("indices", job), data);
    }

    private SparseEntries blocks(double[] data, ReadJob job) throws IOException, EigenscopeException {
        List<Long> shape = arrays.get("data").info().shape();
        if (shape.size() != 3) {
            throw new BadInputException(job.label() + " is a matrix of blocks whose data are none: it is damaged.");
        }
        return SparseEntries.ofBlocks(
                compressed(data, job), shape.get(1).intValue(), shape.get(2).intValue(), rows, columns, job.label());
    }

    private double[] array(String name, ReadJob job) throws IOException, EigenscopeException {
        ListedTensor array = arrays.get(name);
        if (array == null || array.info().elementType().isEmpty()) {
            throw new BadInputException(
                    job.label() + " is a sparse matrix without the array '" + name + "' that it needs.");
        }
        return TensorShape.countEntries(array.info().shape()) == 0
                ? new double[0]
                : array.source().read(job);
    }
}
