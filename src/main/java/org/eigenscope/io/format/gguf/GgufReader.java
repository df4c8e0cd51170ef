package org.eigenscope.io.format.gguf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ListedTensor.RunSource;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.progress.CancelToken;

/** A GGUF file, version 2 or 3, of either byte order. Quantized weights are read as the numbers they stand for. */
public final class GgufReader implements MatrixReader {
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public String formatName() {
        return "GGUF";
    }

    @Override
    public List<String> endings() {
        return List.of("gguf");
    }

    @Override
    public String scope() {
        return "plain and quantised tensors";
    }

    @Override
    public Recognition recognise(byte[] head, Path path) {
        return GgufHeader.isMagic(head) ? Recognition.BY_CONTENT : FileNames.recognise(path, endings());
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        GgufHeader header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            header = GgufHeader.read(in, stamp.size(), label);
        }
        cancel.throwIfCancelled();
        List<ListedTensor> tensors = new ArrayList<>();
        for (GgufHeader.Declared declared : header.tensors()) {
            tensors.add(listed(path, header, declared, stamp.size()));
        }
        Map<String, String> metadata = new LinkedHashMap<>(header.metadata());
        metadata.put("tensor formats", formats(header.tensors()));
        return new ListedFile(path, stamp, formatName(), tensors, metadata);
    }

    /** For example {@code F32 (5), Q4_K (12)}: blocks are shown as the numbers they stand for, so this tells what is stored. */
    private static String formats(List<GgufHeader.Declared> tensors) {
        Map<String, Integer> counts = new TreeMap<>();
        tensors.forEach(tensor -> counts.merge(GgufType.of(tensor.type()).displayName(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " (" + count.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static ListedTensor listed(Path path, GgufHeader header, GgufHeader.Declared declared, long fileSize)
            throws BadInputException {
        String label = FileNames.last(path) + "#" + declared.name();
        TensorShape.countBytes(declared.shape(), Long.BYTES, label);
        GgufType type = GgufType.of(declared.type());
        if (!type.isReadable()) {
            TensorInfo skipped = TensorInfo.skipped(
                    declared.name(), declared.shape(), "weights in the format " + type.displayName());
            return ListedTensor.unreadable(skipped.withStoredAs(type.displayName()));
        }
        long length = byteLength(declared, type, label);
        long start = header.dataStart() + declared.offset();
        if (declared.offset() < 0 || start < 0 || length > fileSize - start) {
            throw new BadInputException(label + " is said to take " + length + " bytes from byte "
                    + Long.toUnsignedString(declared.offset()) + " of the data, beyond the file's "
                    + fileSize + " bytes: the file is truncated or damaged.");
        }
        TensorInfo plain = TensorInfo.of(declared.name(), type.elementType(), declared.shape());
        TensorInfo info = type.blocks().isPresent() ? plain.withStoredAs(type.displayName()) : plain;
        if (!info.hasEntries()) {
            return ListedTensor.unreadable(info);
        }
        QuantizedLayout layout = new QuantizedLayout(type, header.order(), declared.shape());
        RunSource runs = (from, count, job) -> run(path, start, layout, new Run(from, count), job);
        return new ListedTensor(
                info,
                job -> runs.read(0, TensorShape.countEntries(declared.shape()), job),
                Optional.empty(),
                Optional.of(runs));
    }

    /** Entries that follow each other. */
    private record Run(long from, long count) {}

    /** Reads whole blocks and keeps what was asked for. */
    private static double[] run(Path path, long start, QuantizedLayout layout, Run run, ReadJob job)
            throws IOException, EigenscopeException {
        GgufType type = layout.type();
        long firstBlock = run.from() / type.blockEntries();
        long lastBlock = (run.from() + run.count() - 1) / type.blockEntries();
        long blockCount = lastBlock - firstBlock + 1;
        QuantizedLayout some = new QuantizedLayout(type, layout.order(), List.of(blockCount * type.blockEntries()));
        long first = start + firstBlock * type.blockBytes();
        try (BlockSource blocks = MappedBlocks.open(path, first, blockCount * type.blockBytes())) {
            double[] values = some.read(blocks, job);
            int skipped = (int) (run.from() - firstBlock * type.blockEntries());
            return values.length == run.count()
                    ? values
                    : Arrays.copyOfRange(values, skipped, skipped + (int) run.count());
        }
    }

    private static long byteLength(GgufHeader.Declared declared, GgufType type, String label) throws BadInputException {
        List<Long> shape = declared.shape();
        long row = shape.isEmpty() ? 1 : shape.get(shape.size() - 1);
        if (row % type.blockEntries() != 0) {
            throw new BadInputException(label + " has rows of " + row + " entries, which " + type.displayName()
                    + " cannot cut into blocks of " + type.blockEntries() + ": the file is damaged.");
        }
        return TensorShape.countBytes(shape, 1, label) / type.blockEntries() * type.blockBytes();
    }
}
