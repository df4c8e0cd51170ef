package org.eigenscope.io.format.pickle;

import java.io.IOException;
import java.util.Optional;
import org.eigenscope.io.format.pickle.PyValue.Bytes;
import org.eigenscope.io.format.pickle.PyValue.Constant;
import org.eigenscope.io.format.pickle.PyValue.Global;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Real;
import org.eigenscope.io.format.pickle.PyValue.Text;

/** The opcodes that push one value read from the bytes behind them. */
final class PickleAtoms {
    /** Names and keys are shorter; a longer text is an array's content written as one. */
    private static final int MAX_KEPT_TEXT = 1 << 12;

    private static final int MAX_DECIMAL_CHARS = 40;

    private final PickleInput in;

    PickleAtoms(PickleInput in) {
        this.in = in;
    }

    /** The value that an opcode pushes, null if it is not one of these opcodes. */
    PyValue read(int opcode) throws IOException, MalformedPickleException {
        PyValue number = number(opcode);
        return number != null ? number : string(opcode);
    }

    private PyValue number(int opcode) throws IOException, MalformedPickleException {
        return switch (opcode) {
            case Opcodes.NONE -> Constant.NONE;
            case Opcodes.NEWTRUE -> Constant.TRUE;
            case Opcodes.NEWFALSE -> Constant.FALSE;
            case Opcodes.BININT -> new Int((int) in.unsigned(4));
            case Opcodes.BININT1 -> new Int(in.unsigned(1));
            case Opcodes.BININT2 -> new Int(in.unsigned(2));
            case Opcodes.LONG1 -> twosComplement(in.unsigned(1));
            case Opcodes.LONG4 -> twosComplement(in.unsigned(4));
            case Opcodes.BINFLOAT -> new Real(in.bigEndianDouble());
            case Opcodes.INT -> decimalOrBoolean(in.line());
            case Opcodes.LONG -> decimal(withoutSuffix(in.line()));
            case Opcodes.FLOAT -> real(in.line());
            default -> null;
        };
    }

    private PyValue string(int opcode) throws IOException, MalformedPickleException {
        return switch (opcode) {
            case Opcodes.BINUNICODE -> text(in.unsigned(4), true);
            case Opcodes.SHORT_BINUNICODE -> text(in.unsigned(1), true);
            case Opcodes.BINUNICODE8 -> text(in.length8(), true);
            case Opcodes.UNICODE -> Text.of(in.line());
            case Opcodes.STRING -> Text.of(unquoted(in.line()));
            // Python 2 wrote names, and the bytes of arrays, as byte strings
            case Opcodes.SHORT_BINSTRING -> text(in.unsigned(1), false);
            case Opcodes.BINSTRING -> text(in.unsigned(4), false);
            case Opcodes.SHORT_BINBYTES -> bytes(in.unsigned(1), false);
            case Opcodes.BINBYTES -> bytes(in.unsigned(4), false);
            case Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> bytes(in.length8(), false);
            case Opcodes.GLOBAL -> new Global(in.line(), in.line());
            default -> null;
        };
    }

    private PyValue text(long length, boolean utf8) throws IOException, MalformedPickleException {
        if (length < 0 || length > MAX_KEPT_TEXT) {
            return bytes(length, utf8);
        }
        Bytes source = new Bytes(in.position(), length, utf8);
        return new Text(in.text(length), Optional.of(source));
    }

    private Bytes bytes(long length, boolean utf8) throws IOException {
        Bytes bytes = new Bytes(in.position(), length, utf8);
        in.skip(length);
        return bytes;
    }

    private PyValue twosComplement(long length) throws IOException {
        if (length > Long.BYTES) {
            in.skip(length);
            return Constant.HUGE_INTEGER;
        }
        byte[] bytes = in.bytes(length);
        long value = bytes.length > 0 && bytes[bytes.length - 1] < 0 ? -1 : 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return new Int(value);
    }

    private static PyValue decimalOrBoolean(String line) throws MalformedPickleException {
        return switch (line) {
            case "00" -> Constant.FALSE;
            case "01" -> Constant.TRUE;
            default -> decimal(line);
        };
    }

    private static PyValue decimal(String line) throws MalformedPickleException {
        if (line.length() > MAX_DECIMAL_CHARS) {
            return Constant.HUGE_INTEGER;
        }
        try {
            return new Int(Long.parseLong(line));
        } catch (NumberFormatException notALong) {
            if (line.matches("[+-]?[0-9]{18,}")) {
                return Constant.HUGE_INTEGER;
            }
            throw new MalformedPickleException("it has the integer '" + printable(line) + "'");
        }
    }

    private static PyValue real(String line) throws MalformedPickleException {
        return switch (line) {
            case "inf" -> new Real(Double.POSITIVE_INFINITY);
            case "-inf" -> new Real(Double.NEGATIVE_INFINITY);
            case "nan", "-nan" -> new Real(Double.NaN);
            default -> decimalReal(line);
        };
    }

    private static PyValue decimalReal(String line) throws MalformedPickleException {
        if (line.length() > MAX_DECIMAL_CHARS || !line.matches("[+-]?[0-9.]+([eE][+-]?[0-9]+)?")) {
            throw new MalformedPickleException("it has the number '" + printable(line) + "'");
        }
        try {
            return new Real(Double.parseDouble(line));
        } catch (NumberFormatException malformed) {
            throw new MalformedPickleException("it has the number '" + printable(line) + "'");
        }
    }

    private static String withoutSuffix(String line) {
        return line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
    }

    private static String unquoted(String line) throws MalformedPickleException {
        String text = line.strip();
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        if (text.length() < 2 || (quote != '\'' && quote != '"') || text.charAt(text.length() - 1) != quote) {
            throw new MalformedPickleException("it has the unquoted string '" + printable(text) + "'");
        }
        return text.substring(1, text.length() - 1);
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), MAX_DECIMAL_CHARS)).replaceAll("\\P{Print}", "?");
    }
}
