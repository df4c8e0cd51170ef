package org.eigenscope.io.format.safetensors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedRegion;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;

/** Tensors in the safetensors format: the length of a JSON header, the header, and the data it points into. */
public final class SafetensorsReader implements MatrixReader {
    private static final int PREFIX_BYTES = 8;

    @Override
    public String formatName() {
        return "safetensors";
    }

    @Override
    public List<String> endings() {
        return List.of("safetensors");
    }

    @Override
    public String scope() {
        return "tensors of numbers";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        if (head.length > PREFIX_BYTES && head[PREFIX_BYTES] == '{') {
            long length = headerLength(head);
            if (length >= 2 && length <= SafetensorsHeader.MAX_BYTES) {
                return Recognition.BY_CONTENT;
            }
        }
        return FileNames.recognise(path, endings());
    }

    @Override
    public ListedFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        SafetensorsHeader header;
        long dataStart;
        try (InputStream in = Files.newInputStream(path)) {
            long length = checkedHeaderLength(in.readNBytes(PREFIX_BYTES), stamp.size(), label);
            dataStart = PREFIX_BYTES + length;
            header = SafetensorsHeader.read(in, length, label);
        }
        cancel.throwIfCancelled();
        long dataBytes = stamp.size() - dataStart;
        List<ListedTensor> tensors = new ArrayList<>();
        for (SafetensorsHeader.Declared declared : header.tensors()) {
            tensors.add(listed(path, declared, dataStart, dataBytes));
        }
        refuseOverlaps(header.tensors(), label);
        return new ListedFile(path, stamp, formatName(), tensors, header.metadata());
    }

    private static long headerLength(byte[] prefix) {
        return ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    }

    private static long checkedHeaderLength(byte[] prefix, long fileSize, String label) throws BadInputException {
        if (prefix.length < PREFIX_BYTES) {
            throw new BadInputException(label + " is truncated: it is too short for a safetensors file.");
        }
        long length = headerLength(prefix);
        if (length < 2 || length > SafetensorsHeader.MAX_BYTES) {
            throw new BadInputException(label + " is not a safetensors file: it declares a header of "
                    + Long.toUnsignedString(length) + " bytes.");
        }
        if (length > fileSize - PREFIX_BYTES) {
            throw new BadInputException(label + " is truncated: it declares a header of " + length + " bytes, but only "
                    + (fileSize - PREFIX_BYTES) + " follow.");
        }
        return length;
    }

    private static ListedTensor listed(Path path, SafetensorsHeader.Declared declared, long dataStart, long dataBytes)
            throws BadInputException {
        String label = FileNames.last(path) + "#" + declared.name();
        if (declared.begin() > declared.end() || declared.end() > dataBytes) {
            throw new BadInputException(label + " is said to lie at bytes " + declared.begin() + " to " + declared.end()
                    + " of " + dataBytes + ": the file is truncated or damaged.");
        }
        long bytesIfLongs = TensorShape.countBytes(declared.shape(), Long.BYTES, label);
        ElementType type = SafetensorsHeader.elementType(declared.dtype());
        if (type == null) {
            String reason = SafetensorsHeader.skipReason(declared.dtype());
            return ListedTensor.unreadable(TensorInfo.skipped(declared.name(), declared.shape(), reason));
        }
        long length = bytesIfLongs / Long.BYTES * type.bytes();
        if (length != declared.end() - declared.begin()) {
            throw new BadInputException(label + " has shape " + TensorShape.text(declared.shape()) + ", which takes "
                    + length + " bytes, but " + (declared.end() - declared.begin())
                    + " are declared: the file is damaged.");
        }
        TensorInfo info = TensorInfo.of(declared.name(), type, declared.shape());
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        DenseLayout layout = new DenseLayout(type, ByteOrder.LITTLE_ENDIAN, false, declared.shape());
        return ListedTensor.mapped(info, new MappedRegion(path, dataStart + declared.begin(), length, layout));
    }

    private static void refuseOverlaps(List<SafetensorsHeader.Declared> tensors, String label)
            throws BadInputException {
        List<SafetensorsHeader.Declared> sorted = tensors.stream()
                .filter(t -> t.begin() < t.end())
                .sorted(Comparator.comparingLong(SafetensorsHeader.Declared::begin))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).begin() < sorted.get(i - 1).end()) {
                throw new BadInputException(label + " is damaged: its tensors '"
                        + sorted.get(i - 1).name() + "' and '" + sorted.get(i).name() + "' overlap.");
            }
        }
    }
}
