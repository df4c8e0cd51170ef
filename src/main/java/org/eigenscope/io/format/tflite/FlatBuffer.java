package org.eigenscope.io.format.tflite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A FlatBuffers file: tables of fields that are found by their number, strings and vectors. Every offset is checked against the file's
 * length before it is followed.
 */
final class FlatBuffer implements Closeable {
    private static final int MOST_ELEMENTS = 1 << 22;
    private static final int MOST_TEXT = 1 << 16;
    private static final int PAGE = 1 << 12;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private long pageStart = -1;

    private FlatBuffer(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static FlatBuffer open(Path path) throws IOException {
        return new FlatBuffer(FileChannel.open(path, StandardOpenOption.READ));
    }

    long size() {
        return size;
    }

    /** The table to which the first four bytes lead. */
    Table root() throws IOException {
        return table(unsigned(0));
    }

    private Table table(long at) throws IOException {
        long fields = at - number(at, Integer.BYTES);
        int length = (int) number(fields, Short.BYTES) & 0xFFFF;
        if (fields < 0 || length < 2 * Short.BYTES) {
            throw damaged();
        }
        return new Table(at, fields, length);
    }

    private long unsigned(long at) throws IOException {
        return number(at, Integer.BYTES) & 0xFFFF_FFFFL;
    }

    /** A little-endian number with its sign. */
    private long number(long at, int width) throws IOException {
        if (at < 0 || at > size - width) {
            throw damaged();
        }
        if (pageStart < 0 || at < pageStart || at + width > pageStart + page.limit()) {
            page.clear();
            pageStart = -1;
            while (page.hasRemaining() && channel.read(page, at + page.position()) >= 0) {
                // until the page is full or the file ends
            }
            page.flip();
            pageStart = at;
        }
        int offset = (int) (at - pageStart);
        if (offset + width > page.limit()) {
            throw damaged();
        }
        return switch (width) {
            case 1 -> page.get(offset);
            case Short.BYTES -> page.getShort(offset);
            case Integer.BYTES -> page.getInt(offset);
            default -> page.getLong(offset);
        };
    }

    private static IOException damaged() {
        return new IOException("its structures lead out of it");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * A vector.
     *
     * @param start of its first element
     * @param count of elements
     */
    record Vector(long start, int count) {}

    /** A table, with where its fields are. */
    final class Table {
        private final long at;
        private final long fields;
        private final int length;

        private Table(long at, long fields, int length) {
            this.at = at;
            this.fields = fields;
            this.length = length;
        }

        /** Where a field is, or -1 if the table does not have it. */
        private long place(int field) throws IOException {
            int entry = (2 + field) * Short.BYTES;
            int offset = entry + Short.BYTES > length
                    ? 0
                    : (int) FlatBuffer.this.number(fields + entry, Short.BYTES) & 0xFFFF;
            return offset == 0 ? -1 : at + offset;
        }

        /** A number of so many bytes. */
        long number(int field, int width, long otherwise) throws IOException {
            long place = place(field);
            return place < 0 ? otherwise : FlatBuffer.this.number(place, width);
        }

        boolean has(int field) throws IOException {
            return place(field) >= 0;
        }

        /** The vector of a field, with elements of so many bytes; empty if there is none. */
        Optional<Vector> vector(int field, int width) throws IOException {
            long place = place(field);
            if (place < 0) {
                return Optional.empty();
            }
            long start = place + unsigned(place);
            long count = unsigned(start);
            if (count * width > size - start - Integer.BYTES) {
                throw damaged();
            }
            return Optional.of(new Vector(start + Integer.BYTES, (int) Math.min(count, Integer.MAX_VALUE)));
        }

        String text(int field) throws IOException {
            Optional<Vector> bytes = vector(field, 1);
            if (bytes.isEmpty() || bytes.get().count() > MOST_TEXT) {
                return "";
            }
            ByteBuffer text = ByteBuffer.allocate(bytes.get().count());
            while (text.hasRemaining() && channel.read(text, bytes.get().start() + text.position()) >= 0) {
                // until all is there
            }
            return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        }

        /** The tables of a field. */
        List<Table> tables(int field) throws IOException {
            Optional<Vector> vector = vector(field, Integer.BYTES);
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < checked(vector); i++) {
                long place = vector.orElseThrow().start() + (long) i * Integer.BYTES;
                tables.add(FlatBuffer.this.table(place + unsigned(place)));
            }
            return tables;
        }

        Optional<Table> table(int field) throws IOException {
            long place = place(field);
            return place < 0 ? Optional.empty() : Optional.of(FlatBuffer.this.table(place + unsigned(place)));
        }

        /** The integers of a field, of so many bytes each. */
        List<Long> integers(int field, int width) throws IOException {
            Optional<Vector> vector = vector(field, width);
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < checked(vector); i++) {
                numbers.add(FlatBuffer.this.number(vector.orElseThrow().start() + (long) i * width, width));
            }
            return numbers;
        }

        /** The floats of a field. */
        double[] floats(int field) throws IOException {
            List<Long> bits = integers(field, Integer.BYTES);
            return bits.stream()
                    .mapToDouble(one -> Float.intBitsToFloat(one.intValue()))
                    .toArray();
        }

        private int checked(Optional<Vector> vector) throws IOException {
            int count = vector.map(Vector::count).orElse(0);
            if (count > MOST_ELEMENTS) {
                throw damaged();
            }
            return count;
        }
    }
}
