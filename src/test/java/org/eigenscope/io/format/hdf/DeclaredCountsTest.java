package org.eigenscope.io.format.hdf;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts from which jHDF would size a list before reading what fills it. */
class DeclaredCountsTest {
    private static final int FILE_BYTES = 4096;

    private static ByteBuffer header(String signature, int countAt, long count) {
        return ByteBuffer.allocate(256)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(0, signature.getBytes(StandardCharsets.US_ASCII))
                .putLong(countAt, count);
    }

    @ParameterizedTest
    @CsvSource({"BTHD, 26", "FAHD, 8", "EAHD, 44"})
    void countsBeyondTheFileAreRefused(String signature, int countAt) {
        assertThatThrownBy(() -> DeclaredCounts.check(header(signature, countAt, 1L << 30), 8, 8, FILE_BYTES))
                .isInstanceOf(HdfException.class)
                .hasMessageContaining("more than the file can hold");
    }

    @ParameterizedTest
    @CsvSource({"BTHD, 26", "FAHD, 8", "EAHD, 44"})
    void countsThatFitPass(String signature, int countAt) {
        assertThatCode(() -> DeclaredCounts.check(header(signature, countAt, 100), 8, 8, FILE_BYTES))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"4096, 2, true", "4, 9, false"})
    void theTableOfAFractalHeapIsCheckedAsAProduct(int width, int rows, boolean refused) {
        ByteBuffer heap = header("FRHP", 0, 0);
        heap.put(0, "FRHP".getBytes(StandardCharsets.US_ASCII));
        int widthAt = 14 + 10 * 8 + 2 * 8;
        heap.putShort(widthAt, (short) width).putShort(widthAt + 2 + 16 + 4 + 8, (short) rows);
        if (refused) {
            assertThatThrownBy(() -> DeclaredCounts.check(heap, 8, 8, FILE_BYTES))
                    .isInstanceOf(HdfException.class);
        } else {
            assertThatCode(() -> DeclaredCounts.check(heap, 8, 8, FILE_BYTES)).doesNotThrowAnyException();
        }
    }
}
