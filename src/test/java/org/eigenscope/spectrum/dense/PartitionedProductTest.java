package org.eigenscope.spectrum.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products that are shared out among processors. */
class PartitionedProductTest {
    private static final int FIRST_OF_GRAM = 1;
    private static final int NEVER_GRAM = Integer.MAX_VALUE;
    private static final Provenance NOBODY = TestMatrices.gaussian(1, 1, 1).provenance();

    @BeforeEach
    void openBlasLoads() {
        assumeTrue(OpenBlasLibrary.failure().isEmpty());
    }

    @Test
    void everyJobIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(37);
        PartitionedProduct.each(37, done::incrementAndGet);
        for (int i = 0; i < 37; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void smallProductsAreNotCut() {
        assertThat(PartitionedProduct.count(5000, 1e5)).isEqualTo(1);
        assertThat(PartitionedProduct.count(100, 1e9)).isEqualTo(1);
        assertThat(PartitionedProduct.count(512, 1e9)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"600, 900", "900, 600", "513, 513"})
    void eigenvaluesAreTheSameToTheBitHoweverManyHelp(int rows, int columns) throws Exception {
        ScaledMatrix matrix = new ScaledMatrix(TestMatrices.gaussian(rows, columns, 3), 0);
        double[] alone = inPoolOf(1, () -> eigenvalues(matrix, FIRST_OF_GRAM));
        assertThat(inPoolOf(4, () -> eigenvalues(matrix, FIRST_OF_GRAM))).isEqualTo(alone);
        assertThat(eigenvalues(matrix, FIRST_OF_GRAM)).isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({"300, 500", "500, 300", "333, 2000"})
    void gramMatrixOfStripesHasTheSquaredSingularValues(int rows, int columns) throws EigenscopeException {
        ScaledMatrix matrix = new ScaledMatrix(TestMatrices.gaussian(rows, columns, 4), 0);
        double[] direct = eigenvalues(matrix, NEVER_GRAM);
        double[] gram = eigenvalues(matrix, FIRST_OF_GRAM);
        Arrays.sort(direct);
        Arrays.sort(gram);
        double error = 1e-13 * direct[direct.length - 1];
        for (int i = 0; i < direct.length; i++) {
            assertThat(gram[i]).isCloseTo(direct[i], within(error));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "300, 200, 150, false, false",
        "300, 200, 150, true, false",
        "300, 200, 150, false, true",
        "64, 900, 700, false, true",
        "64, 700, 900, false, false",
        "900, 80, 1, true, false",
        "4000, 400, 1, false, false",
    })
    void productsOfStripesAreThoseOfPlainJava(int m, int k, int n, boolean left, boolean right) throws Exception {
        double[] a = gaussian(m * k, 1);
        double[] b = gaussian(k * n, 2);
        double[] c = gaussian(m * n, 3);
        double[] plain = product(new PlainKernel(), new double[][] {a, b, c}, new int[] {m, k, n}, left, right);
        double[] shared = product(new OpenBlasKernel(), new double[][] {a, b, c}, new int[] {m, k, n}, left, right);
        for (int i = 0; i < plain.length; i++) {
            assertThat(shared[i]).isCloseTo(plain[i], within(1e-11));
        }
    }

    private static double[] product(DenseKernel kernel, double[][] values, int[] size, boolean left, boolean right)
            throws EigenscopeException {
        int m = size[0];
        int k = size[1];
        int n = size[2];
        try (Doubles a = filled(kernel, values[0]);
                Doubles b = filled(kernel, values[1]);
                Doubles c = filled(kernel, values[2])) {
            Block first = left ? Block.dense(a, 0, k, m).transposed() : Block.dense(a, 0, m, k);
            Block second = right ? Block.dense(b, 0, n, k).transposed() : Block.dense(b, 0, k, n);
            kernel.multiply(0.5, first, second, 2, Block.dense(c, 0, m, n));
            double[] out = new double[m * n];
            c.get(0, out, out.length);
            return out;
        }
    }

    private static Doubles filled(DenseKernel kernel, double[] values) throws EigenscopeException {
        Doubles room = kernel.allocate(values.length, NOBODY);
        room.put(0, values, values.length);
        return room;
    }

    private static double[] gaussian(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static double[] eigenvalues(ScaledMatrix matrix, int smallestGram) throws EigenscopeException {
        return new OpenBlasSolver(smallestGram)
                .squaredSingularValues(matrix, ProgressListener.NONE, CancelToken.NONE)
                .eigenvalues();
    }

    /** Within a pool of our own the stripes go to its threads. */
    private static double[] inPoolOf(int threads, Callable<double[]> work)
            throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }
}
