package org.eigenscope.io.format.torch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.format.pickle.MalformedPickleException;
import org.eigenscope.io.format.pickle.Pickles;
import org.eigenscope.io.format.pickle.PyValue;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.io.kit.TensorSource;
import org.eigenscope.progress.CancelToken;

/** What {@code pickle.dump} writes: the numpy arrays in it. The pickle is never executed. */
public final class PickleFileReader implements MatrixReader {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int PROTO = 0x80;
    private static final int MAX_PROTOCOL = 5;

    @Override
    public String formatName() {
        return "pickle";
    }

    @Override
    public List<String> endings() {
        return List.of("pkl", "pickle");
    }

    @Override
    public String scope() {
        return "numpy arrays and scipy's sparse matrices, without running the pickle";
    }

    /** Protocols from 2 on start with their number; older ones are known by name only. */
    @Override
    public Recognition recognise(byte[] head, Path path) {
        Recognition byName = FileNames.recognise(path, endings());
        boolean starts =
                head.length > 2 && Byte.toUnsignedInt(head[0]) == PROTO && head[1] >= 2 && head[1] <= MAX_PROTOCOL;
        return starts && byName == Recognition.BY_NAME ? Recognition.BY_CONTENT : byName;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        PyValue root;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            root = Pickles.in(in, stamp.size()).next();
        } catch (MalformedPickleException malformed) {
            throw new BadInputException(label + " has a malformed pickle: " + malformed.getMessage() + ".", malformed);
        }
        cancel.throwIfCancelled();
        PickledArrays arrays = new PickledArrays(path, Optional.of(() -> 0));
        TorchListing listing = new TorchListing(label, ByteOrder.LITTLE_ENDIAN, new NoStorages(), arrays);
        List<ListedTensor> tensors = listing.list(TensorWalk.tensors(root, label, stamp.size()));
        if (tensors.isEmpty()) {
            throw new BadInputException(label + " is a pickle without numpy arrays.");
        }
        return new ListedFile(path, stamp, formatName(), tensors, TensorWalk.facts(root));
    }

    /** Tensors of PyTorch have their storages elsewhere, unless PyTorch itself wrote the file. */
    private static final class NoStorages implements TorchStorages {
        @Override
        public long bytes(TorchStorage storage) {
            return -1;
        }

        @Override
        public TensorSource source(TorchStorage storage, StridedLayout layout, long firstByte) {
            throw new IllegalStateException("storage '" + storage.key() + "' was said to be missing");
        }

        @Override
        public RowSource rows(TorchStorage storage, DenseLayout dense, long firstByte) {
            throw new IllegalStateException("storage '" + storage.key() + "' was said to be missing");
        }
    }
}
