package org.eigenscope.io.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lies in the directory of a zip archive, at the places that the format's specification (APPNOTE 4.3) gives its fields. */
final class ZipLies {
    private static final int LOCAL = 0x04034b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int END64_BYTES = 56;
    private static final int LOCATOR64_BYTES = 20;

    /** A field of a record: where it starts, and its bytes. */
    private record Field(int signature, int offset, int bytes) {}

    private static final List<Field> FIELDS = List.of(
            new Field(LOCAL, 6, 2),
            new Field(LOCAL, 8, 2),
            new Field(LOCAL, 18, 4),
            new Field(LOCAL, 22, 4),
            new Field(LOCAL, 26, 2),
            new Field(LOCAL, 28, 2),
            new Field(ENTRY, 8, 2),
            new Field(ENTRY, 10, 2),
            new Field(ENTRY, 20, 4),
            new Field(ENTRY, 24, 4),
            new Field(ENTRY, 28, 2),
            new Field(ENTRY, 30, 2),
            new Field(ENTRY, 32, 2),
            new Field(ENTRY, 42, 4),
            new Field(END, 8, 2),
            new Field(END, 10, 2),
            new Field(END, 12, 4),
            new Field(END, 16, 4),
            new Field(END, 20, 2),
            new Field(END64, 4, 8),
            new Field(END64, 24, 8),
            new Field(END64, 32, 8),
            new Field(END64, 40, 8),
            new Field(END64, 48, 8),
            new Field(LOCATOR64, 8, 8));

    private ZipLies() {}

    /** The archive with one lie; what is no archive gets the lie somewhere. */
    static byte[] apply(byte[] whole, long lie, Random random) {
        if (random.nextInt(3) == 0) {
            return withEnd64(whole, lie, random);
        }
        byte[] bytes = whole.clone();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Field field = FIELDS.get(random.nextInt(FIELDS.size()));
        List<Integer> places = places(buffer, field.signature());
        int at = places.isEmpty()
                ? random.nextInt(bytes.length)
                : places.get(random.nextInt(places.size())) + field.offset();
        for (int i = 0; i < field.bytes() && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (lie >>> 8 * i);
        }
        return bytes;
    }

    private static List<Integer> places(ByteBuffer buffer, int signature) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + Integer.BYTES <= buffer.limit(); i++) {
            if (buffer.getInt(i) == signature) {
                places.add(i);
            }
        }
        return places;
    }

    /** A ZIP64 end record with a lie, and the classic one that defers to it. */
    private static byte[] withEnd64(byte[] whole, long lie, Random random) {
        List<Integer> ends = places(ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN), END);
        if (ends.isEmpty()) {
            return whole;
        }
        int end = ends.get(ends.size() - 1);
        ByteBuffer made = ByteBuffer.allocate(whole.length + END64_BYTES + LOCATOR64_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        made.put(whole, 0, end);
        long entries = random.nextBoolean() ? lie : 1;
        made.putInt(END64)
                .putLong(random.nextBoolean() ? lie : 44)
                .putShort((short) 45)
                .putShort((short) 45);
        made.putInt(0).putInt(0).putLong(entries).putLong(entries);
        made.putLong(random.nextBoolean() ? lie : end).putLong(random.nextBoolean() ? lie : 0);
        made.putInt(LOCATOR64)
                .putInt(0)
                .putLong(random.nextBoolean() ? lie : end)
                .putInt(1);
        int start = made.position();
        made.put(whole, end, whole.length - end);
        for (int field = 8; field < 20 && start + field < made.limit(); field++) {
            made.put(start + field, (byte) 0xff);
        }
        return made.array();
    }
}
