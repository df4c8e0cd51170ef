package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.matrix.ElementType;

/** MAT-files of version 4: a header of five numbers before each variable, and nothing that tells the format. */
final class Version4 {
    private static final int HEADER_BYTES = 20;
    private static final int SPARSE = 2;
    private static final int SPARSE_COLUMNS = 3;
    private static final int MAX_NAME = 1 << 12;
    private static final int MAX_VARIABLES = 100_000;
    private static final ElementType[] NUMBERS = {
        ElementType.F64, ElementType.F32, ElementType.I32, ElementType.I16, ElementType.U16, ElementType.U8
    };

    private final Path path;
    private final String label;
    private final FileChannel channel;
    private long position;

    private Version4(Path path, String label, FileChannel channel) {
        this.path = path;
        this.label = label;
        this.channel = channel;
    }

    static List<ListedTensor> list(Path path, String label) throws IOException, BadInputException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Version4 file = new Version4(path, label, channel);
            List<ListedTensor> listed = new ArrayList<>();
            while (file.position < channel.size() && listed.size() < MAX_VARIABLES) {
                listed.add(file.variable());
            }
            return listed;
        }
    }

    /** The first number is 1000·order + 10·numbers + kind, in the byte order that it tells. */
    private ListedTensor variable() throws IOException, BadInputException {
        ByteBuffer header = read(HEADER_BYTES);
        ByteOrder order =
                header.getInt(0) >= 0 && header.getInt(0) < 5000 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        header.order(order);
        int code = header.getInt(0);
        int numbers = code / 10 % 10;
        int kind = code % 10;
        long rows = header.getInt(4);
        long columns = header.getInt(8);
        int nameBytes = header.getInt(16);
        boolean known = code == (order == ByteOrder.BIG_ENDIAN ? 1000 : 0) + 10 * numbers + kind
                && code >= 0
                && numbers < NUMBERS.length
                && kind <= 2
                && rows >= 0
                && columns >= 0
                && nameBytes > 0
                && nameBytes <= MAX_NAME;
        if (!known) {
            throw new BadInputException(label + " is not a MAT-file of version 4, 5 or 7.3, or it is damaged.");
        }
        String name = new String(read(nameBytes).array(), StandardCharsets.ISO_8859_1).split("\0", 2)[0];
        boolean complex = header.getInt(12) != 0;
        // a table with a fourth column, of imaginary parts, is that of a complex matrix
        boolean table = columns == SPARSE_COLUMNS || columns == SPARSE_COLUMNS + 1;
        if (kind == SPARSE && !complex && table && rows > 0) {
            return sparse(name, new DenseLayout(NUMBERS[numbers], order, true, List.of(rows, columns)));
        }
        return data(
                name,
                List.of(rows, columns),
                new DenseLayout(NUMBERS[numbers], order, true, List.of(rows, columns)),
                new String[] {"", "text", "sparse in the way of version 4"}[kind],
                complex);
    }

    /** A row, a column and an entry in each row of a table, whose last row has the sizes. */
    private ListedTensor sparse(String name, DenseLayout table) throws IOException, BadInputException {
        long start = position;
        long count = table.shape().get(0);
        long length = TensorShape.countBytes(table.shape(), table.type().bytes(), label + "#" + name);
        if (length > channel.size() - start) {
            throw new BadInputException(label + "#" + name + " declares " + length + " bytes, but only "
                    + (channel.size() - start) + " follow: the file is truncated or damaged.");
        }
        double[] sizes = new double[2];
        for (int axis = 0; axis < sizes.length; axis++) {
            position = start + ((axis + 1) * count - 1) * table.type().bytes();
            ByteBuffer size = read(table.type().bytes()).order(table.order());
            EntryDecoder.decode(table.type(), size, sizes, axis, 1);
        }
        position = start + length;
        boolean sound = sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] < Integer.MAX_VALUE && sizes[1] < Integer.MAX_VALUE;
        if (!sound) {
            throw new BadInputException(
                    label + "#" + name + " is a sparse matrix of an impossible size: it is damaged.");
        }
        List<Long> shape = List.of((long) sizes[0], (long) sizes[1]);
        return ListedTensor.sparse(
                TensorInfo.of(
                                name,
                                table.shape().get(1) > SPARSE_COLUMNS ? complexType(table.type()) : table.type(),
                                shape)
                        .withStoredAs(table.type().displayName() + ", sparse"),
                job -> {
                    try (BlockSource blocks = MappedBlocks.open(path, start, length)) {
                        return entries(
                                table.read(blocks, job), table.shape().get(1).intValue(), shape, job);
                    }
                });
    }

    /** Rows and columns count from 1 there. */
    private static SparseEntries entries(double[] table, int width, List<Long> shape, ReadJob job)
            throws EigenscopeException {
        int count = table.length / width - 1;
        double[][] parts = new double[width][count];
        for (int i = 0; i < count; i++) {
            for (int part = 0; part < width; part++) {
                parts[part][i] = table[i * width + part] - (part < 2 ? 1 : 0);
            }
        }
        boolean complex = width > SPARSE_COLUMNS;
        double[] values = complex ? SparseEntries.places(count) : parts[2];
        SparseEntries placed =
                SparseEntries.ofCoordinates(shape.get(0), shape.get(1), parts[0], parts[1], values, job.label());
        return complex ? placed.withComplex(ComplexParts.joined(parts[2], parts[SPARSE_COLUMNS], job.label())) : placed;
    }

    private ListedTensor data(String name, List<Long> shape, DenseLayout layout, String reason, boolean complex)
            throws IOException, BadInputException {
        long start = position;
        long length = shape.get(0) * shape.get(1) * layout.type().bytes();
        long all = complex ? 2 * length : length;
        if (all > channel.size() - start) {
            throw new BadInputException(label + "#" + name + " declares " + all + " bytes, but only "
                    + (channel.size() - start) + " follow: the file is truncated or damaged.");
        }
        position += all;
        ElementType type = complex ? complexType(layout.type()) : layout.type();
        TensorInfo info = reason.isEmpty() ? TensorInfo.of(name, type, shape) : TensorInfo.skipped(name, shape, reason);
        if (!info.isReadable()) {
            return ListedTensor.unreadable(info);
        }
        return new ListedTensor(info, job -> {
            double[] real = part(layout, start, length, job);
            return complex ? ComplexParts.joined(real, part(layout, start + length, length, job), job.label()) : real;
        });
    }

    private static ElementType complexType(ElementType part) {
        return part == ElementType.F32 ? ElementType.C64 : ElementType.C128;
    }

    private double[] part(DenseLayout layout, long start, long length, ReadJob job)
            throws IOException, EigenscopeException {
        try (BlockSource blocks = MappedBlocks.open(path, start, length)) {
            return layout.read(blocks, job);
        }
    }

    private ByteBuffer read(int count) throws IOException, BadInputException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(bytes, position) < count) {
            throw new BadInputException(label + " is truncated, or it is not a MAT-file of version 4, 5 or 7.3.");
        }
        position += count;
        return bytes.flip();
    }
}
