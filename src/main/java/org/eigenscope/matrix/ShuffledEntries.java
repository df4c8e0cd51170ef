package org.eigenscope.matrix;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * The same entries in random places. Its spectrum depends on the sizes of the entries and not on their places. Of a
 * symmetric matrix the entries on and above the diagonal are shuffled, each kind among itself, and mirrored.
 */
public final class ShuffledEntries {
    private ShuffledEntries() {}

    /**
     * A shuffled copy.
     *
     * @param matrix at least one entry
     * @param seed sets the permutation
     */
    public static Matrix of(Matrix matrix, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = matrix.valuesForReading().clone();
        int n = matrix.rows();
        if (n == matrix.columns() && isSymmetric(values, n)) {
            shuffleSymmetric(values, n, random);
        } else {
            shuffle(values, values.length, i -> i, random);
        }
        return Matrix.ofRowMajor(values, n, matrix.columns(), matrix.elementType(), matrix.provenance());
    }

    /**
     * The shuffle of Fisher and Yates over {@code count} places; {@code place} maps a number to an index of the array.
     */
    private static void shuffle(double[] values, int count, IntUnaryOperator place, SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int a = place.applyAsInt(i);
            int b = place.applyAsInt(random.nextInt(i + 1));
            double swapped = values[a];
            values[a] = values[b];
            values[b] = swapped;
        }
    }

    private static void shuffleSymmetric(double[] values, int n, SplittableRandom random) {
        shuffle(values, n, i -> i * (n + 1), random);
        int[] above = new int[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                above[next++] = i * n + j;
            }
        }
        shuffle(values, above.length, i -> above[i], random);
        for (int place : above) {
            values[place % n * n + place / n] = values[place];
        }
    }

    private static boolean isSymmetric(double[] values, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (values[i * n + j] != values[j * n + i]) {
                    return false;
                }
            }
        }
        return true;
    }
}
