package org.eigenscope.ensemble.structure;

import java.util.random.RandomGenerator;

/** Fills n × 2n matrices row by row. */
final class Rows {
    /** The weakest and the strongest planted singular value, in units of √(2n); noise alone reaches 1 + √½. */
    private static final double WEAKEST = 1.5;

    private static final double STRONGEST = 6;

    private Rows() {}

    /** Independent normal entries in the given number of columns about the diagonal, cyclically continued. */
    static EntryTable wrapped(int size, int width, RandomGenerator random) {
        EntryTable entries = new EntryTable(size, 2 * size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < width; k++) {
                int column = Math.floorMod(2 * i + k - width / 2, 2 * size);
                // wider than the matrix, entries meet and add up
                entries.add(i, column, random.nextGaussian());
            }
        }
        return entries;
    }

    /** Normal noise and as many planted directions as the rank says, evenly spaced in strength. */
    static EntryTable planted(int size, int rank, RandomGenerator random) {
        EntryTable entries = EntryTable.dense(size, 2 * size, random);
        for (int k = 0; k < rank; k++) {
            double strength = rank == 1 ? STRONGEST : WEAKEST + (STRONGEST - WEAKEST) * k / (rank - 1);
            double[] left = normals(size, random);
            double[] right = normals(2 * size, random);
            double factor = strength * Math.sqrt(2.0 * size) / (Math.sqrt(size) * Math.sqrt(2.0 * size));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < 2 * size; j++) {
                    entries.add(i, j, factor * left[i] * right[j]);
                }
            }
        }
        return entries;
    }

    private static double[] normals(int count, RandomGenerator random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
