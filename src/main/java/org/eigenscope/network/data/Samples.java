package org.eigenscope.network.data;

import org.eigenscope.network.array.NumberArray;

/** The inputs of a data set, a row a sample. Immutable. */
public sealed interface Samples {
    /** How many samples there are. */
    int count();

    /** Copies a sample into an array. */
    void copy(int sample, NumberArray target, int at);

    /** Samples of bytes from 0 to 255, times a factor. */
    record Bytes(byte[] values, int each, double factor) implements Samples {
        @Override
        public int count() {
            return values.length / each;
        }

        @Override
        public void copy(int sample, NumberArray target, int at) {
            target.copyFrom(values, sample * each, each, factor, at);
        }
    }

    /** Samples of numbers. */
    record Numbers(double[] values, int each) implements Samples {
        @Override
        public int count() {
            return values.length / each;
        }

        @Override
        public void copy(int sample, NumberArray target, int at) {
            double[] row = new double[each];
            System.arraycopy(values, sample * each, row, 0, each);
            target.copyFrom(row, at, each);
        }
    }

    /** The first of some samples. */
    record First(Samples all, int count) implements Samples {
        @Override
        public void copy(int sample, NumberArray target, int at) {
            all.copy(sample, target, at);
        }
    }
}
