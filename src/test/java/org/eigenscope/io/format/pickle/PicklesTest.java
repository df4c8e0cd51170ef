package org.eigenscope.io.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.eigenscope.io.format.pickle.PyValue.Bytes;
import org.eigenscope.io.format.pickle.PyValue.Call;
import org.eigenscope.io.format.pickle.PyValue.Constant;
import org.eigenscope.io.format.pickle.PyValue.Dict;
import org.eigenscope.io.format.pickle.PyValue.Int;
import org.eigenscope.io.format.pickle.PyValue.Persistent;
import org.eigenscope.io.format.pickle.PyValue.Real;
import org.eigenscope.io.format.pickle.PyValue.Sequence;
import org.eigenscope.io.format.pickle.PyValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles are written as Latin-1 characters, one a byte; the opcodes are those of Python's {@code pickletools}. */
class PicklesTest {
    private static PyValue load(String latin1) throws Exception {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Pickles.in(new ByteArrayInputStream(bytes), bytes.length).next();
    }

    @Test
    void systemCallIsWrittenDownAndNotMade() throws Exception {
        Call call = (Call) load("cos\nsystem\n(S'touch x'\ntR.");
        assertThat(call.function()).isEqualTo("os.system");
        assertThat(((Text) call.argument(0).orElseThrow()).value()).isEqualTo("touch x");
    }

    @Test
    void stateItemsAndElementsAreKeptWithTheCall() throws Exception {
        Call call = (Call) load("cm\nC\n)R}X\1\0\0\0aK\1sbX\1\0\0\0bK\2sK\3a.");
        assertThat(((Dict) call.state()).value(0)).isEqualTo(new Int(1));
        assertThat(call.items().value(0)).isEqualTo(new Int(2));
        assertThat(call.elements().items()).containsExactly(new Int(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I-5\n.", "L-5L\n.", "J\u00fb\u00ff\u00ff\u00ff.", "\u008a\1\u00fb.", "\u008b\1\0\0\0\u00fb."})
    void integersOfEveryNotationAreRead(String pickle) throws Exception {
        assertThat(load(pickle)).isEqualTo(new Int(-5));
    }

    @Test
    void emptyLongIsZero() throws Exception {
        assertThat(load("\u008a\0.")).isEqualTo(new Int(0));
    }

    @Test
    void integerBeyondALongIsKnownToBeHuge() throws Exception {
        assertThat(load("L1000000000000000000000L\n.")).isEqualTo(Constant.HUGE_INTEGER);
        assertThat(load("\u008a\n0123456789.")).isEqualTo(Constant.HUGE_INTEGER);
    }

    @Test
    void realsOfBothNotationsAreRead() throws Exception {
        assertThat(load("F-2.5e3\n.")).isEqualTo(new Real(-2500));
        byte[] bits = ByteBuffer.allocate(8).putDouble(0.1).array();
        assertThat(load("G" + new String(bits, StandardCharsets.ISO_8859_1) + "."))
                .isEqualTo(new Real(0.1));
    }

    @Test
    void memoisedValuesAreShared() throws Exception {
        Sequence pair = (Sequence) load("(]q\0h\0t.");
        assertThat(pair.items().get(0)).isSameAs(pair.items().get(1));
    }

    @Test
    void listMayContainItself() throws Exception {
        Sequence list = (Sequence) load("]q\0h\0a.");
        assertThat(list.items().get(0)).isSameAs(list);
    }

    @Test
    void nestingAMillionDeepTakesNoStack() throws Exception {
        assertThat(load("N" + "\u0085".repeat(1_000_000) + ".")).isInstanceOf(Sequence.class);
    }

    @Test
    void longBytesAreRememberedByPlaceAndSteppedOver() throws Exception {
        String length = littleEndian(5000);
        assertThat(load("B" + length + "x".repeat(5000) + ".")).isEqualTo(new Bytes(5, 5000, false));
    }

    @Test
    void persistentReferencesAreCollected() throws Exception {
        byte[] bytes = "K\7Q.".getBytes(StandardCharsets.ISO_8859_1);
        Pickles pickles = Pickles.in(new ByteArrayInputStream(bytes), bytes.length);
        pickles.next();
        assertThat(pickles.persistents()).containsExactly(new Persistent(new Int(7)));
    }

    @Test
    void consecutivePicklesAreReadInTurn() throws Exception {
        byte[] bytes = "K\1.K\2.".getBytes(StandardCharsets.ISO_8859_1);
        Pickles pickles = Pickles.in(new ByteArrayInputStream(bytes), bytes.length);
        assertThat(pickles.next()).isEqualTo(new Int(1));
        assertThat(pickles.position()).isEqualTo(3);
        assertThat(pickles.next()).isEqualTo(new Int(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\u00ff\u00ff\u00ff\u007f.",
                "T\u00ff\u00ff\u00ff\u00ff.",
                "B\u00ff\u00ff\u00ff\u00ff.",
                "\u008b\u00ff\u00ff\u00ff\u007f.",
                "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.",
                "\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff."
            })
    void lengthBeyondTheEndIsRefusedBeforeAnythingIsAllocated(String pickle) {
        assertThatThrownBy(() -> load(pickle)).isInstanceOf(EOFException.class).hasMessageContaining("are left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "t.",
                "a.",
                "K\1K\2a.",
                "(K\1d.",
                "h\5.",
                "R.",
                "(o.",
                "K\1K\2\u0093.",
                "\u0001",
                "Ix\n.",
                "F0x1p3\n."
            })
    void brokenRulesAreMalformed(String pickle) {
        assertThatThrownBy(() -> load(pickle)).isInstanceOf(MalformedPickleException.class);
    }

    @Test
    void stepsAreCounted() {
        long most = Math.min(16_000_000, Runtime.getRuntime().maxMemory() / 256);
        String pickle = "N0".repeat((int) (most / 2 + 1)) + "N.";
        assertThatThrownBy(() -> load(pickle))
                .isInstanceOf(MalformedPickleException.class)
                .hasMessageContaining("steps");
    }

    private static String littleEndian(int value) {
        byte[] bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
