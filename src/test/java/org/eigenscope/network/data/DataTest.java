package org.eigenscope.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.npy.NpyWriter;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.layer.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that come with the program, IDX files and arrays of a user, good and damaged. */
class DataTest {
    @TempDir
    private Path folder;

    private void idx(String name, boolean gzip, int type, int[] shape, byte[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer head =
                ByteBuffer.allocate(4 + 4 * shape.length).put((byte) 0).put((byte) 0);
        head.put((byte) type).put((byte) shape.length);
        for (int size : shape) {
            head.putInt(size);
        }
        bytes.write(head.array());
        bytes.write(values);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + (gzip ? ".gz" : "")));
                OutputStream packed = gzip ? new GZIPOutputStream(out) : out) {
            bytes.writeTo(packed);
        }
    }

    private void images(boolean gzip) throws IOException {
        idx("train-images-idx3-ubyte", gzip, 8, new int[] {2, 2, 3}, new byte[] {
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255
        });
        idx("train-labels-idx1-ubyte", gzip, 8, new int[] {2}, new byte[] {0, 4});
    }

    private void npy(String name, List<Integer> shape, double... values) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            NpyWriter.write(out, values, shape);
        }
    }

    private static double[] sample(DataSet set, int index) {
        NumberArray array =
                new Arithmetic(Precision.FLOAT64, false).allocate(set.shape().size());
        set.samples().copy(index, array, 0);
        double[] values = new double[array.length()];
        array.copyTo(0, values, values.length);
        return values;
    }

    @Test
    void theDigitsAreThoseOfScikitLearn() {
        DataSplit digits = BundledData.DIGITS.read();
        assertThat(digits.training().count()).isEqualTo(1437);
        assertThat(digits.test().count()).isEqualTo(360);
        assertThat(digits.training().shape()).isEqualTo(new Shape(1, 8, 8));
        assertThat(digits.training().targets().outputs()).isEqualTo(10);
    }

    @Test
    void theSplitOfTheDigitsIsStratified() {
        int[] counts = new int[10];
        for (int label : BundledData.DIGITS.read().test().targets().labels()) {
            counts[label]++;
        }
        // load_digits has 178 182 177 183 181 182 181 179 174 180 of them, of which a fifth is taken
        assertThat(counts).containsExactly(36, 36, 35, 37, 36, 37, 36, 36, 35, 36);
    }

    @Test
    void fashionIsTheBeginningOfFashionMnist() {
        DataSplit fashion = BundledData.FASHION.read();
        assertThat(fashion.training().count()).isEqualTo(8000);
        assertThat(fashion.test().count()).isEqualTo(1000);
        // the first labels of the published files
        assertThat(fashion.training().targets().labels()).startsWith(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
        assertThat(fashion.test().targets().labels()).startsWith(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
    }

    @ParameterizedTest
    @EnumSource(BundledData.class)
    void pixelsAreFromZeroToOne(BundledData data) {
        double largest = 0;
        DataSet some = data.read().training().first(100);
        for (int i = 0; i < 100; i++) {
            for (double pixel : sample(some, i)) {
                largest = Math.max(largest, pixel);
            }
        }
        assertThat(largest).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void idxFilesAreReadPlainOrPacked(boolean gzip) throws IOException, EigenscopeException {
        images(gzip);
        DataSplit data = OwnData.read(folder, false);
        assertThat(data.training().shape()).isEqualTo(new Shape(1, 2, 3));
        assertThat(data.hasTest()).isFalse();
        assertThat(data.training().targets().labels()).containsExactly(0, 4);
        assertThat(sample(data.training(), 1)[5]).isCloseTo(1, within(1e-15));
    }

    @Test
    void aShorterIdxFileThanItSaysIsRefused() throws IOException {
        images(false);
        idx("train-images-idx3-ubyte", false, 8, new int[] {2, 2, 3}, new byte[11]);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessage("train-images-idx3-ubyte says that it holds 12 bytes, but holds only 11: it is damaged.");
    }

    @Test
    void aLongerIdxFileThanItSaysIsRefused() throws IOException {
        images(false);
        idx("train-labels-idx1-ubyte", false, 8, new int[] {2}, new byte[3]);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds more");
    }

    @Test
    void absurdSizesOfAnIdxFileAllocateNothing() throws IOException {
        images(false);
        idx("train-images-idx3-ubyte", false, 8, new int[] {2_000_000_000, 2_000_000_000, 2}, new byte[11]);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aTruncatedGzipFileIsRefused() throws IOException {
        images(true);
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 12));
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("truncated or damaged");
    }

    @Test
    void anIdxFileOfFloatsIsRefused() throws IOException {
        images(false);
        idx("train-images-idx3-ubyte", false, 13, new int[] {2, 2, 3}, new byte[48]);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("type 13");
    }

    @Test
    void asManyLabelsAsImagesAreNeeded() throws IOException {
        images(false);
        idx("train-labels-idx1-ubyte", false, 8, new int[] {3}, new byte[3]);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("for 2 images");
    }

    @Test
    void arraysAreReadWithTheirTest() throws IOException, EigenscopeException {
        npy("X.npy", List.of(3, 2), 1, 2, 3, 4, 5, 6);
        npy("y.npy", List.of(3), 0, 1, 2);
        npy("X_test.npy", List.of(1, 2), 7, 8);
        npy("y_test.npy", List.of(1), 1);
        DataSplit data = OwnData.read(folder, false);
        assertThat(data.training().targets().outputs()).isEqualTo(3);
        assertThat(sample(data.test(), 0)).containsExactly(7, 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 10_000})
    void labelsOutOfRangeAreRefused(double label) throws IOException {
        npy("X.npy", List.of(2, 2), 1, 2, 3, 4);
        npy("y.npy", List.of(2), 0, label);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("y.npy holds the label " + label + " of sample 1, counted from 0");
    }

    @Test
    void inputsThatAreNotFiniteAreRefused() throws IOException {
        npy("X.npy", List.of(2, 2), 1, 2, Double.NaN, 4);
        npy("y.npy", List.of(2), 0, 1);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("X.npy holds NaN in sample 1");
    }

    @Test
    void asManyAnswersAsSamplesAreNeeded() throws IOException {
        npy("X.npy", List.of(2, 2), 1, 2, 3, 4);
        npy("y.npy", List.of(3), 0, 1, 1);
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("X.npy has 2 samples, y.npy 3 answers");
    }

    @Test
    void aFolderWithoutDataSaysWhatItNeeds() {
        assertThatThrownBy(() -> OwnData.read(folder, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has no X.npy");
    }

    @Test
    void noiseChangesAboutTheShareOfLabelsThatItDraws() {
        DataSet clean = BundledData.DIGITS.read().training();
        int[] noisy = clean.withLabelNoise(0.5, 1).targets().labels();
        int changed = 0;
        for (int i = 0; i < noisy.length; i++) {
            changed += noisy[i] == clean.targets().label(i) ? 0 : 1;
        }
        // each of 1,437 changes with the probability 0.5·0.9: 647, with a standard deviation of 19
        assertThat(changed).isBetween(570, 724);
        assertThat(clean.withLabelNoise(0.5, 1).targets().labels()).isEqualTo(noisy);
    }
}
