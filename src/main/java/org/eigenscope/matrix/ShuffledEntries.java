package org.eigenscope.matrix;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * The same entries in random places. Its spectrum depends on the sizes of the entries and not on their places. Of a
 * symmetric matrix, or a Hermitian one, the entries on and above the diagonal are shuffled, each kind among itself, and
 * mirrored.
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
        int size = matrix.elementType().components();
        if (n == matrix.columns() && isSymmetric(values, n, size)) {
            shuffleSymmetric(values, n, size, random);
        } else {
            shuffle(values, size, values.length / size, i -> i, random);
        }
        return Matrix.ofRowMajor(values, n, matrix.columns(), matrix.elementType(), matrix.provenance());
    }

    /**
     * The shuffle of Fisher and Yates over {@code count} places; {@code place} maps a number to an index of the array.
     */
    private static void shuffle(double[] values, int size, int count, IntUnaryOperator place, SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int a = place.applyAsInt(i);
            int b = place.applyAsInt(random.nextInt(i + 1));
            for (int part = 0; part < size; part++) {
                double swapped = values[a * size + part];
                values[a * size + part] = values[b * size + part];
                values[b * size + part] = swapped;
            }
        }
    }

    private static void shuffleSymmetric(double[] values, int n, int size, SplittableRandom random) {
        shuffle(values, size, n, i -> i * (n + 1), random);
        int[] above = new int[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                above[next++] = i * n + j;
            }
        }
        shuffle(values, size, above.length, i -> above[i], random);
        for (int place : above) {
            int mirrored = place % n * n + place / n;
            for (int part = 0; part < size; part++) {
                values[mirrored * size + part] = part == 0 ? values[place * size] : -values[place * size + part];
            }
        }
    }

    private static boolean isSymmetric(double[] values, int n, int size) {
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                int upper = (i * n + j) * size;
                int lower = (j * n + i) * size;
                boolean mirrored =
                        values[upper] == values[lower] && (size == 1 || values[upper + 1] == -values[lower + 1]);
                if (!mirrored) {
                    return false;
                }
            }
        }
        return true;
    }
}
