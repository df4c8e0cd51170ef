package org.eigenscope.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.progress.CancelToken;

/** One numpy array (.npy). */
final class NpyReader implements MatrixReader {
    @Override
    public String formatName() {
        return "npy";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return NpyHeader.isMagic(head) ? Recognition.BY_CONTENT : FileNames.recognise(path, "npy");
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, BadInputException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            header = NpyHeader.read(in, label);
        }
        return new ListedFile(path, stamp, formatName(), List.of(listed(path, header, stamp, label)), Map.of());
    }

    private static ListedTensor listed(Path path, NpyHeader header, FileStamp stamp, String label)
            throws BadInputException {
        TensorInfo info = header.info("");
        if (header.dtype().elementType().isEmpty()) {
            return ListedTensor.unreadable(info);
        }
        long length = header.dataBytes(label);
        refuseWrongLength(length, stamp.size() - header.dataOffset(), label);
        if (!info.isReadable()) {
            return ListedTensor.unreadable(info);
        }
        return new ListedTensor(info, job -> {
            try (BlockSource blocks = MappedBlocks.open(path, header.dataOffset(), length)) {
                return header.layout().read(blocks, job);
            }
        });
    }

    private static void refuseWrongLength(long declared, long actual, String label) throws BadInputException {
        if (actual < declared) {
            throw new BadInputException(label + " is truncated: its header declares " + declared
                    + " bytes of data, but only " + actual + " follow.");
        }
        if (actual > declared) {
            throw new BadInputException(label + " has " + (actual - declared) + " bytes after the " + declared
                    + " that its header declares: it is damaged or holds several arrays (save those as .npz).");
        }
    }
}
