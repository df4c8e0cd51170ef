package org.eigenscope.io.format.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.ReadableFile;
import org.eigenscope.io.kit.StreamBlocks;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.io.kit.archive.ZipGuard;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** One-dimensional numpy arrays, which are lists and no matrices: from .npy, packed or not, and from .npz. */
public final class NumpyLists {
    private static final String SUFFIX = ".npy";

    private NumpyLists() {}

    /**
     * Reads a list, if numpy saved the file; an array with a single row or column is one too.
     *
     * @param name the array in an archive; empty for its only one
     * @return empty if the file is no numpy file
     * @throws EigenscopeException if it is one, but cannot be read or has no such list
     */
    public static Optional<double[]> read(Path path, Optional<String> name) throws EigenscopeException {
        ReadableFile.require(path);
        String label = FileNames.last(path) + name.map(n -> "#" + n).orElse("");
        try {
            byte[] head = Gzip.head(path);
            if (NpyHeader.isMagic(head)) {
                try (InputStream in = new BufferedInputStream(Gzip.open(path))) {
                    long most = Gzip.isPacked(path)
                            ? Gzip.mostBytes(path)
                            : FileStamp.of(path).size();
                    return Optional.of(list(in, most, label));
                }
            }
            boolean archive = ZipGuard.isLocalHeader(head)
                    && new NpzReader().recognise(head, path) != MatrixReader.Recognition.NO;
            return archive ? Optional.of(fromArchive(path, name, label)) : Optional.empty();
        } catch (IOException failure) {
            throw new BadInputException(label + " could not be read: " + IoFailures.reason(failure) + ".", failure);
        }
    }

    private static double[] fromArchive(Path path, Optional<String> name, String label)
            throws IOException, EigenscopeException {
        try (ZipFile zip = ZipGuard.open(path)) {
            List<ZipEntry> entries = ZipGuard.checkedEntries(
                            zip, FileStamp.of(path).size(), path)
                    .stream()
                    .filter(entry -> entry.getName().endsWith(SUFFIX))
                    .toList();
            List<ZipEntry> wanted = entries.stream()
                    .filter(entry -> name.isEmpty() || entry.getName().equals(name.get() + SUFFIX))
                    .toList();
            if (wanted.size() != 1) {
                String names = String.join(
                        ", ",
                        entries.stream()
                                .map(entry -> entry.getName().replace(SUFFIX, ""))
                                .toList());
                throw new BadInputException(
                        label + " names " + wanted.size() + " arrays; choose one of " + names + " as FILE.npz#NAME.");
            }
            try (InputStream in = new BufferedInputStream(zip.getInputStream(wanted.get(0)))) {
                return list(in, wanted.get(0).getSize(), label);
            }
        }
    }

    private static double[] list(InputStream in, long mostBytes, String label) throws IOException, EigenscopeException {
        NpyHeader header = NpyHeader.read(in, label);
        List<Long> shape = header.info("").shape();
        if (header.dtype().elementType().isEmpty()) {
            throw new BadInputException(label + " cannot be read as a list: "
                    + header.info("").skipReason().orElse("of a type that is not read") + ".");
        }
        if (shape.isEmpty() || shape.stream().filter(size -> size != 1).count() > 1) {
            throw new BadInputException(
                    label + " is an array of " + TensorShape.text(shape) + "; a list has one dimension.");
        }
        if (header.dataBytes(label) > mostBytes) {
            throw new BadInputException(label + " declares " + header.dataBytes(label)
                    + " bytes of numbers, more than it has: it is truncated or damaged.");
        }
        StreamBlocks blocks = new StreamBlocks(in);
        double[] values = header.layout().read(blocks, new ReadJob(label, ProgressListener.NONE, CancelToken.NONE));
        blocks.expectEnd();
        return values;
    }
}
