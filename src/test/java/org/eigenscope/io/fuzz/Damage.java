package org.eigenscope.io.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** The ways in which bytes are damaged. None changes its arguments. */
enum Damage {
    /** One to three bits turn. */
    BIT_FLIPS {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            byte[] bytes = whole.clone();
            int flips = 1 + random.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return bytes;
        }
    },
    /** A binary field of 1 to 8 bytes takes an extreme value, in either byte order. */
    EXTREME_FIELD {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            byte[] field = ByteBuffer.allocate(Long.BYTES)
                    .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                    .putLong(extreme(whole.length, random))
                    .array();
            int width = 1 << random.nextInt(4);
            int from = random.nextBoolean() ? 0 : Long.BYTES - width;
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            System.arraycopy(field, from, bytes, at, Math.min(width, bytes.length - at));
            return bytes;
        }
    },
    /** A number written in digits becomes an extreme one; in a binary file some digits are sure to lie about too. */
    EXTREME_DIGITS {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int start = random.nextInt(whole.length);
            while (start < whole.length && !isDigit(whole[start])) {
                start++;
            }
            int end = start;
            while (end < whole.length && isDigit(whole[end])) {
                end++;
            }
            byte[] digits = DIGITS[random.nextInt(DIGITS.length)].getBytes(StandardCharsets.US_ASCII);
            if (random.nextBoolean()) {
                return replace(whole, start, end, digits);
            }
            // or as many of its digits as there were, so that what counts the bytes around them stays right
            byte[] first = Arrays.copyOf(digits, Math.min(digits.length, end - start));
            return replace(whole, start, start + first.length, first);
        }
    },
    /** The end is missing. */
    TRUNCATION {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
    },
    /** A chunk occurs a second time, somewhere. */
    DUPLICATION {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(MAX_CHUNK));
            int at = random.nextInt(whole.length + 1);
            return replace(whole, at, at, Arrays.copyOfRange(whole, from, to));
        }
    },
    /** A chunk is missing. */
    DELETION {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(MAX_CHUNK));
            return replace(whole, from, to, new byte[0]);
        }
    },
    /** A field of a zip archive's directory lies, or a ZIP64 record with lies stands before its end. */
    ZIP_FIELD {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            return ZipLies.apply(whole, extreme(whole.length, random), random);
        }
    },
    /** Opcodes of a pickle stand where there were others, with arguments that lie. */
    PICKLE_OPCODES {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int at = random.nextInt(whole.length);
            byte[] opcodes = PickleLies.opcodes(extreme(whole.length, random), random);
            return replace(whole, at, Math.min(whole.length, at + random.nextInt(opcodes.length + 1)), opcodes);
        }
    },
    /** The start of one seed goes on as the end of another. */
    SPLICE {
        @Override
        byte[] apply(byte[] whole, byte[] other, Random random) {
            int cut = random.nextInt(whole.length);
            int from = random.nextInt(other.length);
            return replace(whole, cut, whole.length, Arrays.copyOfRange(other, from, other.length));
        }
    };

    private static final int MAX_CHUNK = 64;
    private static final String[] DIGITS = {
        "0",
        "1",
        "99",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "4294967296",
        "9223372036854775807",
        "18446744073709551616",
        "99999999999999999999999",
        "-1",
        "1e308",
        "1e999"
    };

    abstract byte[] apply(byte[] whole, byte[] other, Random random);

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Values at which sizes overflow, change sign, or reach just to or beyond the end of the file. */
    private static long extreme(int fileSize, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> Long.MIN_VALUE;
            case 4 -> Integer.MAX_VALUE;
            case 5 -> 1L << 31;
            case 6 -> 1L << 62;
            case 7 -> fileSize;
            case 8 -> fileSize + 1L;
            default -> 1L << random.nextInt(64);
        };
    }

    private static byte[] replace(byte[] whole, int from, int to, byte[] with) {
        return ByteBuffer.allocate(whole.length - (to - from) + with.length)
                .put(whole, 0, from)
                .put(with)
                .put(whole, to, whole.length - to)
                .array();
    }
}
