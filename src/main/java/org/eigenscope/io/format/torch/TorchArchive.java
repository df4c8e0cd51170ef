package org.eigenscope.io.format.torch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.pickle.MalformedPickleException;
import org.eigenscope.io.format.pickle.Pickles;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.kit.ChannelBlocks;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.io.kit.StreamBlocks;
import org.eigenscope.io.kit.TensorSource;
import org.eigenscope.io.kit.archive.EntryBlocks;
import org.eigenscope.io.kit.archive.ZipDirectory;
import org.eigenscope.io.kit.archive.ZipGuard;
import org.eigenscope.progress.CancelToken;

/**
 * A PyTorch file as a zip archive: {@code data.pkl}, one entry {@code data/KEY} for each storage, and
 * {@code byteorder}. Storages are stored, so they are mapped where they lie; checksums are not compared, since PyTorch can
 * be told to leave them out.
 */
final class TorchArchive implements TorchStorages {
    private static final String PICKLE = "data.pkl";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final String folder;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    /** Lists of tensors repeat themselves, but not without end. */
    private static final long MOST_PICKLE_EXPANSION = 64;

    private static final long LARGEST_SMALL_PICKLE = 1L << 20;

    private final ZipDirectory directory;

    private TorchArchive(Path path, List<ZipEntry> entries) throws IOException, BadInputException {
        this.path = path;
        entries.forEach(entry -> this.entries.put(entry.getName(), entry));
        this.folder = folder(entries, FileNames.last(path));
        this.directory = ZipDirectory.read(path);
    }

    /** Whether an entry of this name makes an archive one of PyTorch's. */
    static boolean isPickle(String entryName) {
        return entryName.equals(PICKLE) || entryName.endsWith("/" + PICKLE);
    }

    static ListedFile open(Path path, String formatName, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        try (ZipFile zip = ZipGuard.open(path)) {
            TorchArchive archive = new TorchArchive(path, ZipGuard.checkedEntries(zip, stamp.size(), path));
            PyValue root = archive.pickle(zip);
            cancel.throwIfCancelled();
            TorchListing listing = new TorchListing(label, archive.byteOrder(zip), archive, archive.arraysInPickle());
            List<ListedTensor> tensors = listing.list(TensorWalk.tensors(root, label, stamp.size()));
            return new ListedFile(path, stamp, formatName, tensors, archive.metadata(root));
        } catch (MalformedPickleException malformed) {
            throw new BadInputException(label + " has a malformed pickle: " + malformed.getMessage() + ".", malformed);
        }
    }

    @Override
    public long bytes(TorchStorage storage) {
        ZipEntry entry = entries.get(entryName(storage));
        return entry == null ? -1 : entry.getSize();
    }

    @Override
    public TensorSource source(TorchStorage storage, StridedLayout layout, long firstByte) {
        String name = entryName(storage);
        if (entries.get(name).getMethod() == ZipEntry.STORED) {
            return job -> layout.read(path, directory.contentOffset(name) + firstByte, job);
        }
        return job -> inflated(name, layout, firstByte, job);
    }

    @Override
    public RowSource rows(TorchStorage storage, DenseLayout dense, long firstByte) {
        String name = entryName(storage);
        long length = TensorShape.countEntries(dense.shape()) * dense.type().bytes();
        if (entries.get(name).getMethod() == ZipEntry.STORED) {
            return new RowSource(
                    dense, () -> ChannelBlocks.open(path, directory.contentOffset(name) + firstByte, length), false);
        }
        return new RowSource(dense, () -> EntryBlocks.open(path, name, firstByte, length, FileNames.last(path)), true);
    }

    /** Archives that were packed again by other tools. */
    private double[] inflated(String name, StridedLayout layout, long firstByte, ReadJob job)
            throws IOException, EigenscopeException {
        if (!layout.isDense()) {
            throw new BadInputException(job.label() + " is a view with gaps inside a compressed archive;"
                    + " unpack the archive and pack it without compression.");
        }
        try (ZipFile zip = ZipGuard.open(path);
                StreamBlocks blocks = new StreamBlocks(ZipGuard.checkedStream(zip, name, job.label()))) {
            blocks.skip(firstByte);
            return new DenseLayout(layout.type(), layout.order(), false, layout.shape()).read(blocks, job);
        }
    }

    private String entryName(TorchStorage storage) {
        return folder + "data/" + storage.key();
    }

    private PyValue pickle(ZipFile zip) throws IOException, MalformedPickleException {
        ZipEntry entry = entries.get(folder + PICKLE);
        if (entry.getSize() > LARGEST_SMALL_PICKLE + MOST_PICKLE_EXPANSION * entry.getCompressedSize()) {
            throw new IOException("its list of tensors unpacks from " + entry.getCompressedSize() + " bytes to "
                    + entry.getSize() + ", which none does");
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), BUFFER_BYTES)) {
            return Pickles.in(in, entry.getSize()).next();
        }
    }

    private PickledArrays arraysInPickle() {
        String name = folder + PICKLE;
        boolean stored = entries.get(name).getMethod() == ZipEntry.STORED;
        return new PickledArrays(path, stored ? Optional.of(() -> directory.contentOffset(name)) : Optional.empty());
    }

    private ByteOrder byteOrder(ZipFile zip) throws IOException {
        ZipEntry entry = entries.get(folder + "byteorder");
        if (entry == null) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String order = new String(in.readNBytes("little".length()), StandardCharsets.US_ASCII);
            return order.startsWith("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        }
    }

    private Map<String, String> metadata(PyValue root) {
        Map<String, String> metadata = new LinkedHashMap<>(TensorWalk.facts(root));
        if (entries.containsKey(folder + "constants.pkl")) {
            metadata.putIfAbsent("archive", "TorchScript");
        }
        return metadata;
    }

    /** All entries lie in one folder, named after the file when it was saved. */
    private static String folder(List<ZipEntry> entries, String label) throws BadInputException {
        return entries.stream()
                .map(ZipEntry::getName)
                .filter(TorchArchive::isPickle)
                .min(Comparator.comparingInt(String::length))
                .map(name -> name.substring(0, name.length() - PICKLE.length()))
                .orElseThrow(() -> new BadInputException(
                        label + " is a zip archive without the " + PICKLE + " that PyTorch puts into its own."));
    }
}
