package org.eigenscope.io.format.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.format.hdf.FileRegion;
import org.eigenscope.io.format.hdf.HdfReader;
import org.eigenscope.io.format.hdf.HdfSource;
import org.eigenscope.io.format.hdf.MemoryRegion;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.archive.ZipDirectory;
import org.eigenscope.io.kit.archive.ZipGuard;
import org.eigenscope.progress.CancelToken;

/**
 * Keras' archives (.keras), whose weights are an HDF5 file inside a zip. Keras stores it uncompressed, and then it is
 * read where it lies; from an archive packed anew it is unpacked into memory for each reading.
 */
public final class KerasReader implements MatrixReader {
    private static final String WEIGHTS = "model.weights.h5";
    private static final List<String> FIRST_ENTRIES = List.of("metadata.json", "config.json", WEIGHTS);
    private static final int LOCAL_HEADER_BYTES = 30;

    @Override
    public String formatName() {
        return "keras";
    }

    @Override
    public List<String> endings() {
        return List.of("keras");
    }

    @Override
    public String scope() {
        return "the weights of Keras 3 archives";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        boolean first = ZipGuard.isLocalHeader(head)
                && FIRST_ENTRIES.stream().anyMatch(name -> startsWith(head, name.getBytes(StandardCharsets.US_ASCII)));
        return first ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    private static boolean startsWith(byte[] head, byte[] entry) {
        int end = LOCAL_HEADER_BYTES + entry.length;
        return head.length >= end
                && ByteBuffer.wrap(head, LOCAL_HEADER_BYTES, entry.length).equals(ByteBuffer.wrap(entry));
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        ZipEntry weights;
        try (ZipFile zip = ZipGuard.open(path)) {
            weights = ZipGuard.checkedEntries(zip, stamp.size(), path).stream()
                    .filter(entry -> entry.getName().equals(WEIGHTS))
                    .findFirst()
                    .orElseThrow(() -> new BadInputException(
                            label + " is a zip archive without " + WEIGHTS + " in it, so it is not a Keras model."));
        }
        HdfSource.Opener opener = opener(path, weights, label);
        List<ListedTensor> tensors = HdfReader.list(opener, label, true, cancel);
        return new ListedFile(path, stamp, formatName(), tensors, Map.of());
    }

    private static HdfSource.Opener opener(Path path, ZipEntry weights, String label) throws IOException {
        long size = weights.getSize();
        if (weights.getMethod() != ZipEntry.STORED) {
            return () -> unpack(path, size, label);
        }
        long offset = ZipDirectory.read(path).contentOffset(WEIGHTS);
        return () -> FileRegion.open(path, offset, size);
    }

    private static HdfSource unpack(Path path, long size, String label) throws IOException, EigenscopeException {
        long limit = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 2);
        if (size > limit) {
            throw new InsufficientMemoryException(label + " is compressed, and its weights would take " + size
                    + " bytes of memory to unpack, more than the " + limit + " there are; unzip it and open " + WEIGHTS
                    + ", or start the program with a larger heap (-Xmx).");
        }
        try (ZipFile zip = ZipGuard.open(path);
                InputStream in = ZipGuard.checkedStream(zip, WEIGHTS, label)) {
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length < size || in.read() >= 0) {
                throw new BadInputException(label + " declares a wrong size for its " + WEIGHTS + ": it is damaged.");
            }
            return new MemoryRegion(ByteBuffer.wrap(bytes));
        }
    }
}
