package org.eigenscope.io.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedRegion;
import org.eigenscope.io.kit.StreamBlocks;
import org.eigenscope.io.kit.archive.Gzip;
import org.eigenscope.progress.CancelToken;

/** One numpy array (.npy). */
public final class NpyReader implements MatrixReader {
    @Override
    public String formatName() {
        return "npy";
    }

    @Override
    public List<String> endings() {
        return List.of("npy");
    }

    @Override
    public String scope() {
        return "numpy arrays";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return NpyHeader.isMagic(head) ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    @Override
    public boolean unpacksGzip() {
        return true;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, BadInputException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        NpyHeader header;
        try (InputStream in = Gzip.open(path)) {
            header = NpyHeader.read(in, label);
        }
        ListedTensor tensor = Gzip.isPacked(path) ? packed(path, header, label) : listed(path, header, stamp, label);
        return new ListedFile(path, stamp, formatName(), List.of(tensor), Map.of());
    }

    private static ListedTensor listed(Path path, NpyHeader header, FileStamp stamp, String label)
            throws BadInputException {
        TensorInfo info = header.info("");
        if (header.dtype().elementType().isEmpty()) {
            return ListedTensor.unreadable(info);
        }
        long length = header.dataBytes(label);
        refuseWrongLength(length, stamp.size() - header.dataOffset(), label);
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        return ListedTensor.mapped(info, new MappedRegion(path, header.dataOffset(), length, header.layout()));
    }

    /** An array packed by gzip, whose true length shows only when it has been unpacked. */
    private static ListedTensor packed(Path path, NpyHeader header, String label)
            throws IOException, BadInputException {
        TensorInfo info = header.info("");
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        if (header.dataBytes(label) > Gzip.mostBytes(path)) {
            throw new BadInputException(label + " declares " + header.dataBytes(label)
                    + " bytes of data, more than it can unpack to: it is truncated or damaged.");
        }
        return new ListedTensor(info, job -> {
            try (StreamBlocks blocks = new StreamBlocks(Gzip.open(path))) {
                blocks.skip(header.dataOffset());
                double[] values = header.layout().read(blocks, job);
                blocks.expectEnd();
                return values;
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
