package org.eigenscope.io.format.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eigenscope.error.BadInputException;

/**
 * The settings of a GGUF file. Arrays, such as a vocabulary, are stepped over.
 *
 * @param shown single numbers and short texts
 * @param alignment of the data, in bytes
 */
record GgufSettings(Map<String, String> shown, long alignment) {
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long MAX_ALIGNMENT = 1 << 24;
    private static final int MAX_SHOWN = 200;
    private static final int MAX_SHOWN_CHARS = 200;
    private static final int MAX_ARRAY_DEPTH = 4;
    /** A key's length, a type and a value of a byte. */
    private static final int MIN_SETTING_BYTES = 13;

    private static final int STRING = 8;
    private static final int ARRAY = 9;

    static GgufSettings read(GgufInput in, long count, String label) throws IOException, BadInputException {
        in.expectItems(count, MIN_SETTING_BYTES);
        Map<String, String> shown = new LinkedHashMap<>();
        long alignment = DEFAULT_ALIGNMENT;
        for (long i = 0; i < count; i++) {
            String key = in.text();
            int type = (int) in.unsignedInt();
            String value = value(in, type, label);
            if (key.equals("general.alignment")) {
                alignment = alignment(value, label);
            }
            if (!value.isEmpty() && value.length() <= MAX_SHOWN_CHARS && shown.size() < MAX_SHOWN) {
                shown.put(key, value);
            }
        }
        return new GgufSettings(shown, alignment);
    }

    private static long alignment(String value, String label) throws BadInputException {
        boolean whole = value.matches("[0-9]{1,9}");
        long alignment = whole ? Long.parseLong(value) : 0;
        if (alignment < 1 || alignment > MAX_ALIGNMENT) {
            throw new BadInputException(label + " declares the alignment " + value + ": it is damaged.");
        }
        return alignment;
    }

    /** As text; empty for an array, which is stepped over. */
    private static String value(GgufInput in, int type, String label) throws IOException, BadInputException {
        if (type == STRING) {
            return in.text();
        }
        if (type == ARRAY) {
            skipArray(in, label, 1);
            return "";
        }
        return number(type, in.bytes(bytes(type, label)));
    }

    private static void skipArray(GgufInput in, String label, int depth) throws IOException, BadInputException {
        int type = (int) in.unsignedInt();
        long count = in.count();
        if (type == STRING) {
            in.expectItems(count, Long.BYTES);
            for (long i = 0; i < count; i++) {
                in.skipText();
            }
        } else if (type == ARRAY && depth < MAX_ARRAY_DEPTH) {
            in.expectItems(count, Integer.BYTES + Long.BYTES);
            for (long i = 0; i < count; i++) {
                skipArray(in, label, depth + 1);
            }
        } else {
            int bytes = bytes(type, label);
            in.expectItems(count, bytes);
            in.skip(count * bytes);
        }
    }

    private static int bytes(int type, String label) throws BadInputException {
        return switch (type) {
            case 0, 1, 7 -> Byte.BYTES;
            case 2, 3 -> Short.BYTES;
            case 4, 5, 6 -> Integer.BYTES;
            case 10, 11, 12 -> Long.BYTES;
            default ->
                throw new BadInputException(label + " has a setting of the unknown type "
                        + Integer.toUnsignedString(type) + ": it is damaged.");
        };
    }

    private static String number(int type, ByteBuffer bytes) {
        return switch (type) {
            case 0 -> Integer.toString(Byte.toUnsignedInt(bytes.get()));
            case 1 -> Byte.toString(bytes.get());
            case 2 -> Integer.toString(Short.toUnsignedInt(bytes.getShort()));
            case 3 -> Short.toString(bytes.getShort());
            case 4 -> Integer.toUnsignedString(bytes.getInt());
            case 5 -> Integer.toString(bytes.getInt());
            case 6 -> Float.toString(bytes.getFloat());
            case 7 -> Boolean.toString(bytes.get() != 0);
            case 10 -> Long.toUnsignedString(bytes.getLong());
            case 11 -> Long.toString(bytes.getLong());
            default -> Double.toString(bytes.getDouble());
        };
    }
}
