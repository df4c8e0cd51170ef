package org.eigenscope.io.format.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view's entry (i, j, k) is the storage's entry i·s₀ + j·s₁ + k·s₂, whatever the strides. */
class StridedLayoutTest {
    private static final ReadJob JOB = new ReadJob("w", ProgressListener.NONE, CancelToken.NONE);
    private static final int STORED = 400_000;

    @TempDir
    Path folder;

    private Path storage;

    /** Entry n of the storage is n. */
    @BeforeEach
    void writeStorage() throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(STORED * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < STORED; i++) {
            bytes.putInt(i);
        }
        storage = Files.write(folder.resolve("storage.bin"), bytes.array());
    }

    private double[] read(List<Long> shape, List<Long> strides, int offset) throws Exception {
        StridedLayout layout = new StridedLayout(ElementType.I32, ByteOrder.LITTLE_ENDIAN, shape, strides);
        return layout.read(storage, (long) offset * Integer.BYTES, JOB);
    }

    @Test
    void viewsWithRandomStridesFindTheirEntries() throws Exception {
        Random random = new Random(20240620);
        for (int trial = 0; trial < 300; trial++) {
            int[] size = {1 + random.nextInt(6), 1 + random.nextInt(6), 2 + random.nextInt(6)};
            int[] step = {random.nextInt(40), random.nextInt(40), random.nextInt(40)};
            double[] actual = read(longs(size), longs(step), trial);
            assertThat(actual).as("strides %s", longs(step)).isEqualTo(expected(size, step, trial));
        }
    }

    @Test
    void longTransposedMatrixFindsItsEntries() throws Exception {
        int[] size = {2, 1, 200_000};
        int[] step = {1, 0, 2};
        assertThat(read(longs(size), longs(step), 0)).isEqualTo(expected(size, step, 0));
    }

    @Test
    void viewBeyondTheEndOfTheFileIsRefused() {
        assertThatThrownBy(() -> read(List.of(2L, 2L), List.of(1L, (long) STORED), 0))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void blocksOfEverySegmentAreFound() throws Exception {
        try (MappedStorage region = MappedStorage.open(storage, 40, 100_000, 1 << 10)) {
            for (int offset = 0; offset < 90_000; offset += 1_000) {
                ByteBuffer block = region.block(offset, 8).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(block.getInt()).isEqualTo(10 + offset / Integer.BYTES);
            }
        }
    }

    private static double[] expected(int[] size, int[] step, int offset) {
        double[] values = new double[size[0] * size[1] * size[2]];
        int n = 0;
        for (int i = 0; i < size[0]; i++) {
            for (int j = 0; j < size[1]; j++) {
                for (int k = 0; k < size[2]; k++) {
                    values[n++] = offset + i * step[0] + j * step[1] + k * step[2];
                }
            }
        }
        return values;
    }

    private static List<Long> longs(int[] numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(n -> (long) n).toList();
    }
}
