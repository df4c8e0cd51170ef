package org.eigenscope.io.format.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ListedTensor.RunSource;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.io.kit.archive.EntryBlocks;
import org.eigenscope.io.kit.archive.ZipGuard;
import org.eigenscope.progress.CancelToken;

/** A zip archive of numpy arrays (.npz), stored or deflated. */
public final class NpzReader implements MatrixReader {
    private static final String SUFFIX = ".npy";
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int NAME_LENGTH_AT = 26;

    @Override
    public String formatName() {
        return "npz";
    }

    @Override
    public List<String> endings() {
        return List.of("npz");
    }

    @Override
    public String scope() {
        return "archives of numpy arrays, and scipy's sparse matrices";
    }

    /** Zip archives hold many things: only a first entry that is called like a numpy array makes it an .npz. */
    @Override
    public Recognition recognise(byte[] head, Path path) {
        return ZipGuard.isLocalHeader(head) && firstEntryName(head).endsWith(SUFFIX)
                ? Recognition.BY_CONTENT
                : FileNames.recognise(path, endings());
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        List<ListedTensor> tensors = new ArrayList<>();
        try (ZipFile zip = ZipGuard.open(path)) {
            for (ZipEntry entry : ZipGuard.checkedEntries(zip, stamp.size(), path)) {
                cancel.throwIfCancelled();
                if (entry.getName().endsWith(SUFFIX)) {
                    tensors.add(listed(path, zip, entry));
                }
            }
            Optional<ListedTensor> sparse = ScipySparse.of(tensors, zip, FileNames.last(path));
            if (sparse.isPresent()) {
                return new ListedFile(path, stamp, formatName(), List.of(sparse.get()), Map.of("sparse", "scipy"));
            }
        }
        if (tensors.isEmpty()) {
            throw new BadInputException(FileNames.last(path) + " holds no numpy arrays.");
        }
        return new ListedFile(path, stamp, formatName(), tensors, Map.of());
    }

    private static ListedTensor listed(Path path, ZipFile zip, ZipEntry entry) throws IOException, BadInputException {
        String entryName = entry.getName();
        String name = entryName.substring(0, entryName.length() - SUFFIX.length());
        String label = FileNames.last(path) + "#" + name;
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 10)) {
            header = NpyHeader.read(in, label);
        }
        TensorInfo info = header.info(name);
        if (header.dtype().elementType().isEmpty()) {
            return ListedTensor.unreadable(info);
        }
        long expected = header.dataOffset() + header.dataBytes(label);
        if (expected != entry.getSize()) {
            throw new BadInputException(label + " declares an array of " + expected + " bytes in an entry of "
                    + entry.getSize() + ": the archive is damaged.");
        }
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        RowSource.Walks walks =
                () -> EntryBlocks.open(path, entryName, header.dataOffset(), expected - header.dataOffset(), label);
        RowSource rows = new RowSource(header.layout(), walks, true);
        return new ListedTensor(
                info, job -> read(walks, header, job), Optional.of(rows), runs(path, entryName, header, label));
    }

    private static Optional<RunSource> runs(Path path, String entryName, NpyHeader header, String label) {
        DenseLayout layout = header.layout();
        if (layout.firstIndexFastest()) {
            return Optional.empty();
        }
        return Optional.of((from, count, job) -> {
            int bytes = layout.type().bytes();
            DenseLayout some = new DenseLayout(layout.type(), layout.order(), false, List.of(count));
            long start = header.dataOffset() + from * bytes;
            try (BlockSource blocks = EntryBlocks.open(path, entryName, start, count * bytes, label)) {
                return some.read(blocks, job);
            }
        });
    }

    private static double[] read(RowSource.Walks walks, NpyHeader header, ReadJob job)
            throws IOException, EigenscopeException {
        try (BlockSource blocks = walks.open()) {
            return header.layout().read(blocks, job);
        }
    }

    private static String firstEntryName(byte[] head) {
        if (head.length < LOCAL_HEADER_BYTES) {
            return "";
        }
        int length = Byte.toUnsignedInt(head[NAME_LENGTH_AT]) | Byte.toUnsignedInt(head[NAME_LENGTH_AT + 1]) << 8;
        int available = Math.min(length, head.length - LOCAL_HEADER_BYTES);
        return new String(head, LOCAL_HEADER_BYTES, available, StandardCharsets.UTF_8);
    }
}
