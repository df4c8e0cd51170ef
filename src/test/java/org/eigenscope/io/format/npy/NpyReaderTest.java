package org.eigenscope.io.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyReaderTest {
    private static final String GOOD = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }";

    @TempDir
    Path folder;

    @Test
    void headerWrittenByHandIsRead() throws Exception {
        assertThat(open(GOOD, 32).shapeText()).isEqualTo("2×2");
    }

    @Test
    void longIntegersOfPython2AreRead() throws Exception {
        assertThat(open("{'descr':'<f8','fortran_order':False,'shape':(2L, 2L)}", 32)
                        .columns())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f8', 'fortran_order': False}|descr, fortran_order or shape is missing",
                "{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}|comes twice",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), 'evil': 1}|unknown key 'evil'",
                "{'descr': '<f8', 'fortran_order': 1, 'shape': (2, 2)}|neither True nor False",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-2, 2)}|not a sensible whole number",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999, 2)}|not a sensible whole number",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296)}|impossible shape",
                "{'descr': '8', 'fortran_order': False, 'shape': (2, 2)}|'8' is not a dtype",
                "{'descr': [('a', '<f8'), 'fortran_order': False|does not end",
                "__import__('os').system('true')|'{' was expected",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2)} + exit()|text follows",
            })
    void deceitfulHeaderIsRefused(String header, String words) {
        assertThatThrownBy(() -> open(header, 32))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(words);
    }

    @Test
    void missingDataAreRefusedWithBothSizes() {
        assertThatThrownBy(() -> open(GOOD, 31))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("truncated: its header declares 32 bytes of data, but only 31 follow");
    }

    @Test
    void extraDataAreRefused() {
        assertThatThrownBy(() -> open(GOOD, 33))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("1 bytes after the 32");
    }

    @Test
    void hugeHeaderIsRefusedBeforeItIsRead() throws Exception {
        byte[] bytes = Files.readAllBytes(TestFiles.reference("io/version2.npy"));
        Arrays.fill(bytes, 8, 12, (byte) 0x7F);
        assertThatThrownBy(() -> MatrixFiles.open(Files.write(folder.resolve("x.npy"), bytes)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("declares a header of 2139062143 bytes");
    }

    @Test
    void unknownVersionIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(TestFiles.reference("io/version1.npy"));
        bytes[6] = 9;
        assertThatThrownBy(() -> MatrixFiles.open(Files.write(folder.resolve("x.npy"), bytes)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("version 9; versions 1 to 3 can be read");
    }

    @Test
    void everyHalfPrecisionNumberIsDecodedByItsDefinition() {
        for (int bits = 0; bits < 0x7C00; bits++) {
            int exponent = bits >> 10;
            double significand = exponent == 0 ? (bits & 0x3FF) : 1024 + (bits & 0x3FF);
            double expected = significand * Math.pow(2, Math.max(exponent, 1) - 25);
            assertThat(EntryDecoder.ofHalf((short) bits))
                    .as(Integer.toHexString(bits).toUpperCase(Locale.ROOT))
                    .isEqualTo(expected);
            assertThat(EntryDecoder.ofHalf((short) (bits | 0x8000))).isEqualTo(-expected);
        }
    }

    @Test
    void halfPrecisionInfinityAndNanAreDecoded() {
        assertThat(EntryDecoder.ofHalf((short) 0x7C00)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(EntryDecoder.ofHalf((short) 0xFC00)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(EntryDecoder.ofHalf((short) 0x7C01)).isNaN();
    }

    private TensorInfo open(String header, int dataBytes) throws Exception {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[10 + text.length + dataBytes];
        byte[] prefix = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)};
        System.arraycopy(prefix, 0, bytes, 0, prefix.length);
        System.arraycopy(text, 0, bytes, prefix.length, text.length);
        return list(Files.write(folder.resolve("x.npy"), bytes));
    }

    private static TensorInfo list(Path path) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(path)) {
            return file.tensors().get(0);
        }
    }
}
