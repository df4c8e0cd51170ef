package org.eigenscope.io.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Opcodes of pickles, by the names of Python's {@code pickletools}, with arguments that lie. */
final class PickleLies {
    /** Those without arguments: MARK STOP POP POP_MARK DUP NONE REDUCE BUILD TUPLE and so on. */
    private static final String BARE =
            "(.012NRbtlde}]sua)Q\u0081\u0085\u0086\u0087\u0088\u0089\u0090\u0091\u0092\u0093\u0094" + "\u0097\u0098";
    /** With a length of 4 bytes: BINSTRING BINUNICODE BINBYTES LONG4, and LONG_BINGET, LONG_BINPUT. */
    private static final String FOUR = "TXB\u008bjrJ\u0084";
    /** With one of 8: BINUNICODE8 BINBYTES8 FRAME BYTEARRAY8. */
    private static final String EIGHT = "\u008d\u008e\u0095\u0096";
    /** With one byte: BINGET BINPUT BININT1 SHORT_BINSTRING SHORT_BINUNICODE LONG1 EXT1 PROTO SHORT_BINBYTES. */
    private static final String ONE = "hqKU\u008c\u008a\u0082\u0080C";
    /** With a line: GLOBAL INST FLOAT INT LONG STRING UNICODE PERSID GET PUT. */
    private static final String[] LINES = {
        "cos\nsystem\n",
        "ibuiltins\neval\n",
        "F1e999\n",
        "I99999999999999999999\n",
        "L-9L\n",
        "S'\\xff\n",
        "V\\ud800\n",
        "Pid\n",
        "g2147483647\n",
        "p-1\n",
        "ctorch._utils\n_rebuild_tensor_v2\n",
        "cnumpy\nndarray\n",
        "ccollections\nOrderedDict\n"
    };

    private PickleLies() {}

    static byte[] opcodes(long lie, Random random) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        int count = 1 + random.nextInt(random.nextInt(16) == 0 ? 2000 : 4);
        byte[] lies = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(lie)
                .array();
        int kind = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            // long runs are of one kind: that is how something is nested or doubled without end
            switch (count > 4 ? kind : random.nextInt(5)) {
                case 0 -> made.write(pick(BARE, random));
                case 1 -> {
                    made.write(pick(FOUR, random));
                    made.write(lies, 0, Integer.BYTES);
                }
                case 2 -> {
                    made.write(pick(EIGHT, random));
                    made.write(lies, 0, Long.BYTES);
                }
                case 3 -> {
                    made.write(pick(ONE, random));
                    made.write(lies, 0, 1);
                }
                default -> {
                    byte[] line = LINES[random.nextInt(LINES.length)].getBytes(StandardCharsets.ISO_8859_1);
                    made.write(line, 0, line.length);
                }
            }
        }
        return made.toByteArray();
    }

    private static int pick(String opcodes, Random random) {
        return opcodes.charAt(random.nextInt(opcodes.length()));
    }
}
