package org.eigenscope.io.format.mat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.NameBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/** Lists the arrays in one variable: the variable itself, or what its structures and cells hold. */
final class MatWalk {
    private static final int CELL = 1;
    private static final int STRUCT = 2;
    private static final int CHAR = 4;
    private static final int SPARSE = 5;
    private static final int OPAQUE = 17;
    private static final int COMPLEX_FLAG = 0x0800;
    private static final int LOGICAL_FLAG = 0x0200;
    private static final Map<Integer, ElementType> CLASSES = Map.ofEntries(
            Map.entry(SPARSE, ElementType.F64),
            Map.entry(6, ElementType.F64),
            Map.entry(7, ElementType.F32),
            Map.entry(8, ElementType.I8),
            Map.entry(9, ElementType.U8),
            Map.entry(10, ElementType.I16),
            Map.entry(11, ElementType.U16),
            Map.entry(12, ElementType.I32),
            Map.entry(13, ElementType.U32),
            Map.entry(14, ElementType.I64),
            Map.entry(15, ElementType.U64));

    private static final int MAX_DEPTH = 32;
    private static final int MAX_LISTED = 200_000;
    private static final int MAX_DIMENSIONS = 64;
    private static final int MAX_NAMES = 1 << 20;

    private final MatVariable variable;
    private final String label;
    private final MatStream in;
    private final List<ListedTensor> listed;
    private final NameBudget names;

    /**
     * A walk through a variable.
     *
     * @param listed where the arrays are added
     * @param names what the names of the whole file may take
     */
    MatWalk(MatVariable variable, String label, MatStream in, List<ListedTensor> listed, NameBudget names) {
        this.variable = variable;
        this.label = label;
        this.in = in;
        this.listed = listed;
        this.names = names;
    }

    /** Walks it from its tag on. */
    void variable() throws IOException, BadInputException {
        array("", MatTag.read(in), variable.mostBytes(), 0);
    }

    private void array(String given, MatTag tag, long outerEnd, int depth) throws IOException, BadInputException {
        expect(tag.type() == MatTag.MATRIX && tag.start() + tag.bytes() <= outerEnd);
        if (tag.bytes() == 0) {
            add(ListedTensor.unreadable(TensorInfo.skipped(given, List.of(0L, 0L), "empty")));
            return;
        }
        long end = tag.start() + tag.bytes();
        ByteBuffer flags = part(end, 2 * Integer.BYTES);
        expect(flags.limit() == 2 * Integer.BYTES);
        int kind = flags.getInt(0) & 0xFF;
        List<Long> shape = kind == OPAQUE ? List.of() : shape(part(end, MAX_DIMENSIONS * Integer.BYTES));
        String own = text(part(end, MAX_NAMES));
        String name = given.isEmpty() ? own : given;
        if (name.isEmpty()) {
            return; // MATLAB's own data of objects lie in a variable without a name
        }
        if (depth > MAX_DEPTH) {
            skipped(name, shape, "nested deeper than is listed");
        } else if (kind == STRUCT) {
            struct(name, shape, end, depth);
        } else if (kind == CELL) {
            cells(name, shape, end, depth);
        } else {
            values(name, kind, flags.getInt(0), shape, end);
        }
    }

    private void values(String name, int kind, int flags, List<Long> shape, long end)
            throws IOException, BadInputException {
        boolean complex = (flags & COMPLEX_FLAG) != 0;
        if (kind == SPARSE) {
            TensorInfo info = TensorInfo.of(name, complex ? ElementType.C128 : ElementType.F64, shape);
            SparseVariable sparse = new SparseVariable(variable, in.position(), end, shape, complex);
            add(ListedTensor.sparse(info, sparse::read));
        } else if (CLASSES.containsKey(kind)) {
            boolean logical = (flags & LOGICAL_FLAG) != 0;
            ElementType real = logical ? ElementType.BOOL : CLASSES.get(kind);
            ElementType whole = real == ElementType.F32 ? ElementType.C64 : ElementType.C128;
            dense(TensorInfo.of(name, complex ? whole : real, shape), end);
        } else {
            skipped(name, shape, kind == CHAR ? "text" : "an object");
        }
    }

    private void dense(TensorInfo info, long end) throws IOException, BadInputException {
        if (!info.isReadable()) {
            add(ListedTensor.unreadable(info));
            return;
        }
        MatTag data = MatTag.read(in);
        DenseLayout layout = layout(data, info, end, in);
        boolean complex = info.elementType().orElseThrow().isComplex();
        add(new ListedTensor(info, job -> {
            double[] real = part(data, layout, job);
            return complex ? withImaginary(real, data.end(), info, end, job) : real;
        }));
    }

    /** How the numbers of a dense array, or of one part of a complex one, lie in the data of a part of the variable. */
    private DenseLayout layout(MatTag data, TensorInfo info, long end, MatStream from)
            throws IOException, BadInputException {
        ElementType stored = data.numbers();
        expect(stored != null && data.start() + data.bytes() <= end);
        long declared = TensorShape.countBytes(info.shape(), stored.bytes(), label + "#" + info.name());
        if (declared != data.bytes()) {
            throw new BadInputException(label + "#" + info.name() + " has shape " + info.shapeText() + ", which takes "
                    + declared + " bytes, but " + data.bytes() + " are declared: the file is damaged.");
        }
        return new DenseLayout(stored, from.order(), true, info.shape());
    }

    private double[] part(MatTag data, DenseLayout layout, ReadJob job) throws IOException, EigenscopeException {
        try (MatStream again = variable.open()) {
            again.skipTo(data.start());
            return layout.read(again.blocks(), job);
        }
    }

    /** The imaginary parts follow the real ones, and may be stored as other numbers. */
    private double[] withImaginary(double[] real, long at, TensorInfo info, long end, ReadJob job)
            throws IOException, EigenscopeException {
        try (MatStream again = variable.open()) {
            again.skipTo(at);
            MatTag data = MatTag.read(again);
            DenseLayout layout = layout(data, info, end, again);
            again.skipTo(data.start());
            return ComplexParts.joined(real, layout.read(again.blocks(), job), job.label());
        }
    }

    private void struct(String name, List<Long> shape, long end, int depth) throws IOException, BadInputException {
        ByteBuffer length = part(end, Integer.BYTES);
        expect(length.limit() == Integer.BYTES && length.getInt(0) > 0);
        ByteBuffer names = part(end, MAX_NAMES);
        List<String> fields = new ArrayList<>();
        for (int at = 0; at + length.getInt(0) <= names.limit(); at += length.getInt(0)) {
            fields.add(text(names.slice(at, length.getInt(0))));
        }
        long count = checkedCount(shape, Math.max(fields.size(), 1), end);
        for (long i = 1; i <= count; i++) {
            for (String field : fields) {
                inner(name + (count == 1 ? "." : "(" + i + ").") + field, end, depth);
            }
        }
    }

    private void cells(String name, List<Long> shape, long end, int depth) throws IOException, BadInputException {
        long count = checkedCount(shape, 1, end);
        for (long i = 1; i <= count; i++) {
            inner(name + "{" + i + "}", end, depth);
        }
    }

    private void inner(String name, long end, int depth) throws IOException, BadInputException {
        MatTag tag = MatTag.read(in);
        array(names.take(name), tag, end, depth + 1);
        in.skipTo(tag.end());
    }

    /** Each of them takes a tag at least. */
    private long checkedCount(List<Long> shape, int each, long end) throws IOException, BadInputException {
        long count = TensorShape.countBytes(shape, 1, label);
        expect(count <= (end - in.position()) / MatTag.BYTES / each + 1);
        return count;
    }

    /** The data of the next part. */
    private ByteBuffer part(long end, int most) throws IOException {
        MatTag tag = MatTag.read(in);
        expect(tag.bytes() <= most && tag.start() + tag.bytes() <= end);
        ByteBuffer bytes = in.read((int) tag.bytes());
        in.skipTo(Math.min(tag.end(), Math.max(end, in.position())));
        return bytes;
    }

    private List<Long> shape(ByteBuffer sizes) throws IOException, BadInputException {
        List<Long> shape = new ArrayList<>();
        while (sizes.remaining() >= Integer.BYTES) {
            shape.add((long) sizes.getInt());
        }
        TensorShape.countBytes(shape, Long.BYTES, label);
        expect(shape.size() >= 2);
        return shape;
    }

    private void skipped(String name, List<Long> shape, String reason) throws BadInputException {
        add(ListedTensor.unreadable(TensorInfo.skipped(name, shape, reason)));
    }

    private void add(ListedTensor tensor) throws BadInputException {
        if (listed.size() == MAX_LISTED) {
            throw new BadInputException(label + " holds more than " + MAX_LISTED + " arrays, too many to list.");
        }
        listed.add(tensor);
    }

    private static String text(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        String text = new String(copy, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    static void expect(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("its parts contradict each other, so it is damaged");
        }
    }
}
