package org.eigenscope.io.format.torch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.pickle.MalformedPickleException;
import org.eigenscope.io.format.pickle.Pickles;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.format.pickle.PyValue.Persistent;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;
import org.eigenscope.io.kit.ChannelBlocks;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.io.kit.TensorSource;
import org.eigenscope.progress.CancelToken;

/**
 * A PyTorch file as written before 1.6: pickles of a magic number, a version, facts about the machine, the saved value and
 * the list of storage keys; then each storage in that order as a count of entries and the entries, little-endian.
 */
final class TorchLegacyFile implements TorchStorages {
    /** The magic number 0x1950a86a20f9469cfc6c as a pickled integer. */
    private static final byte[] MAGIC = {
        (byte) 0x8A, 10, 0x6C, (byte) 0xFC, (byte) 0x9C, 0x46, (byte) 0xF9, 0x20, 0x6A, (byte) 0xA8, 0x50, 0x19, '.'
    };

    private static final int PROTO = 0x80;
    /** Behind the protocol's number, and behind a frame's length from protocol 4 on. */
    private static final List<Integer> MAGIC_AT = List.of(2, 11);

    private static final int BUFFER_BYTES = 1 << 16;

    /** Where a storage's entries are in the file, as far as it has them. */
    private record Region(long start, long bytes) {}

    private final Path path;
    private final Map<String, Region> regions = new HashMap<>();

    private TorchLegacyFile(Path path) {
        this.path = path;
    }

    static boolean isMagic(byte[] head) {
        return head.length > 0
                && Byte.toUnsignedInt(head[0]) == PROTO
                && MAGIC_AT.stream().anyMatch(at -> isMagicAt(head, at));
    }

    private static boolean isMagicAt(byte[] head, int at) {
        int end = at + MAGIC.length;
        return head.length >= end && Arrays.equals(head, at, end, MAGIC, 0, MAGIC.length);
    }

    static ListedFile open(Path path, String formatName, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        TorchLegacyFile file = new TorchLegacyFile(path);
        PyValue root;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            Pickles pickles = Pickles.in(in, stamp.size());
            for (String heading : List.of("magic number", "version", "machine")) {
                skip(pickles, heading);
            }
            root = pickles.next();
            List<Persistent> storages = pickles.persistents();
            cancel.throwIfCancelled();
            file.locate(pickles.next(), storages, pickles.position(), stamp.size());
        } catch (MalformedPickleException malformed) {
            throw new BadInputException(label + " has a malformed pickle: " + malformed.getMessage() + ".", malformed);
        }
        PickledArrays arrays = new PickledArrays(path, Optional.of(() -> 0));
        TorchListing listing = new TorchListing(label, ByteOrder.LITTLE_ENDIAN, file, arrays);
        List<ListedTensor> tensors = listing.list(TensorWalk.tensors(root, label, stamp.size()));
        return new ListedFile(path, stamp, formatName, tensors, TensorWalk.facts(root));
    }

    @Override
    public long bytes(TorchStorage storage) {
        Region region = regions.get(storage.key());
        return region == null ? -1 : region.bytes();
    }

    @Override
    public TensorSource source(TorchStorage storage, StridedLayout layout, long firstByte) {
        long start = regions.get(storage.key()).start() + firstByte;
        return job -> layout.read(path, start, job);
    }

    @Override
    public RowSource rows(TorchStorage storage, DenseLayout dense, long firstByte) {
        long start = regions.get(storage.key()).start() + firstByte;
        long length = TensorShape.countEntries(dense.shape()) * dense.type().bytes();
        return new RowSource(dense, () -> ChannelBlocks.open(path, start, length), false);
    }

    private static void skip(Pickles pickles, String heading) throws IOException, MalformedPickleException {
        try {
            pickles.next();
        } catch (EOFException early) {
            throw new EOFException("it ends before its " + heading + " is complete");
        }
    }

    /** Walks the storages behind the pickles; from the first that cannot be measured, none is known. */
    private void locate(PyValue keys, List<Persistent> storages, long start, long fileSize) throws IOException {
        Map<String, Integer> entryBytes = entryBytes(storages);
        List<PyValue> order = keys instanceof Sequence sequence ? sequence.items() : List.of();
        long at = start;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (PyValue key : order) {
                if (!(key instanceof Text text) || !entryBytes.containsKey(text.value())) {
                    return;
                }
                long entries = count(channel, at);
                int width = entryBytes.get(text.value());
                long first = at + Long.BYTES;
                if (entries < 0 || entries > Long.MAX_VALUE / width - fileSize) {
                    return;
                }
                long available = Math.max(0, Math.min(entries * width, fileSize - first));
                regions.put(text.value(), new Region(first, available));
                at = first + entries * width;
            }
        }
    }

    /** A count of entries, negative if the file ends before it. */
    private static long count(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                return -1;
            }
        }
        return bytes.getLong(0);
    }

    private static Map<String, Integer> entryBytes(List<Persistent> storages) {
        Map<String, Integer> bytes = new HashMap<>();
        for (Persistent persistent : storages) {
            TorchStorage.of(persistent)
                    .ifPresent(storage ->
                            storage.dtype().ifPresent(dtype -> bytes.putIfAbsent(storage.key(), dtype.bytes())));
        }
        return bytes;
    }
}
