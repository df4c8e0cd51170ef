package org.eigenscope.network.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays: OpenBLAS and plain loops agree, copies in and out of the heap are never stale, and single precision is the twin of double. */
class NumberArrayTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "eigenscope", "network", "array");
    private static final Arithmetic NATIVE = Arithmetic.of(Precision.FLOAT64);
    private static final Arithmetic PLAIN = new Arithmetic(Precision.FLOAT64, false);

    private static NumberArray of(Arithmetic arithmetic, double... values) {
        NumberArray array = arithmetic.allocate(values.length);
        array.copyFrom(values, 0, values.length);
        return array;
    }

    private static double[] values(NumberArray array) {
        double[] values = new double[array.length()];
        array.copyTo(0, values, values.length);
        return values;
    }

    private static double[] random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(count, -1, 1).toArray();
    }

    private static double[] product(Arithmetic arithmetic, boolean left, boolean right, double beta) {
        NumberArray a = of(arithmetic, random(5 * 7, 1));
        NumberArray b = of(arithmetic, random(7 * 3, 2));
        NumberArray c = of(arithmetic, random(20, 3));
        Slice first = left ? Slice.of(a, 0, 7, 5).transposed() : Slice.of(a, 0, 5, 7);
        Slice second = right ? Slice.of(b, 0, 3, 7).transposed() : Slice.of(b, 0, 7, 3);
        c.multiply(first, second, beta, Slice.of(c, 4, 5, 3));
        return values(c);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void productsOfLoopsAreThoseOfOpenBlas(boolean left, boolean right) {
        for (double beta : new double[] {0, 1, 0.5}) {
            assertThat(product(PLAIN, left, right, beta))
                    .containsExactly(product(NATIVE, left, right, beta), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenInTheHeapIsSeenByProductsAndBack(boolean openBlas) {
        Arithmetic arithmetic = new Arithmetic(Precision.FLOAT64, openBlas && NATIVE.openBlas());
        NumberArray x = of(arithmetic, 1, 2, 3, 4);
        NumberArray y = of(arithmetic, 10, 20, 30, 40);
        y.combine(2, x, 1);
        x.copyFrom(new double[] {7}, 1, 1);
        y.copyFrom(new double[] {0.5}, 3, 1);
        y.combine(1, x, 1);
        assertThat(values(y)).containsExactly(13, 31, 39, 4.5);
        y.sumChannels(2, 2, 1, x, 2);
        assertThat(values(x)).containsExactly(1, 7, 52, 35.5);
        x.combine(1, y, 0);
        assertThat(x.get(3)).isEqualTo(4.5);
    }

    @Test
    void theLargestOfPatchesKeepsWhatIsNoNumber() {
        NumberArray image = of(PLAIN, 1, Double.NaN, 3, 4);
        NumberArray largest = PLAIN.allocate(1);
        largest.maxima(new Window(1, 2, 2, 2, 2, 0), image, new int[1], 1);
        assertThat(largest.get(0)).isNaN();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theLargestOfFourAreThoseOfComparisonsAndTheFirstOfEqualOnes(Precision precision) {
        SplittableRandom random = new SplittableRandom(3);
        double[] rare = {0, -0.0, 1, -1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, 1e-40, -1e-40};
        double[] image = random.ints(2 * 40 * 40, 0, rare.length)
                .mapToDouble(i -> rare[i])
                .toArray();
        Arithmetic arithmetic = new Arithmetic(precision, false);
        NumberArray images = of(arithmetic, image);
        Window window = new Window(2, 40, 40, 2, 2, 0);
        int[] where = new int[2 * window.places()];
        NumberArray largest = arithmetic.allocate(where.length);
        largest.maxima(window, images, where, 1);
        for (int i = 0; i < where.length; i++) {
            int first = i / 20 * 80 + i % 20 * 2;
            int best = first;
            for (int other : new int[] {first + 1, first + 40, first + 41}) {
                best = image[other] > image[best] || Double.isNaN(image[other]) ? other : best;
            }
            assertThat(where[i]).isEqualTo(best);
            assertThat(largest.get(i)).isEqualTo(Double.valueOf(images.get(best)));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "2, 0", "5, 2", "3, 2"})
    void addingPatchesIsTheAdjointOfGatheringThem(int kernel, int padding) {
        Window window = new Window(2, 6, 7, kernel, 1, padding);
        NumberArray image = of(PLAIN, random(window.imageSize(), 1));
        NumberArray patches = PLAIN.allocate(window.entries() * window.places());
        patches.gatherPatches(window, image, 0, PLAIN.allocate(window.shiftedSize()));
        NumberArray other = of(PLAIN, random(patches.length(), 2));
        NumberArray back = PLAIN.allocate(window.imageSize());
        back.addPatches(window, other, 0, PLAIN.allocate(window.shiftedSize()));
        assertThat(patches.dot(other, patches.length())).isCloseTo(image.dot(back, image.length()), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Nonlinearity.class)
    void derivativesAreThoseOfFiniteDifferences(Nonlinearity phi) {
        double h = 1e-5;
        for (double z : new double[] {-6, -1.3, -0.2, 0.4, 2, 7}) {
            assertThat(phi.derivative(z)).isCloseTo((phi.value(z + h) - phi.value(z - h)) / (2 * h), within(1e-9));
            double second = (phi.derivative(z + h) - phi.derivative(z - h)) / (2 * h);
            assertThat(phi.secondDerivative(z)).isCloseTo(second, within(1e-9));
        }
    }

    @Test
    void aSliceBeyondItsArrayIsRefused() {
        NumberArray array = PLAIN.allocate(6);
        assertThatThrownBy(() -> Slice.of(array, 1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Array", "Loops"})
    void singlePrecisionIsWrittenFromDoublePrecision(String kind) throws IOException {
        String doubles = Files.readString(SOURCES.resolve("Double" + kind + ".java"));
        String floats = Files.readString(SOURCES.resolve("Float" + kind + ".java"));
        assertThat(withoutType(floats)).isEqualTo(withoutType(doubles));
    }

    /** The words of a source without the names of the two types, comments and casts, in lines as the formatter leaves them or not. */
    private static String withoutType(String source) {
        String plain = source.replaceAll("/\\*\\*.*?(written|twin).*?\\*/", "")
                .replaceAll("(?i)double|float", "number")
                .replaceAll("cblas_[ds]", "cblas_x")
                .replace("(number) number", "number")
                .replace("ToRawIntBits", "ToRawLongBits");
        String[] words = plain.split("[\\s]+");
        return String.join("", Arrays.asList(words));
    }
}
