package org.eigenscope.spectrum.dense;

/** Room for doubles, inside the Java heap or outside; zero at first. */
public interface Doubles extends AutoCloseable {
    /** Copies the first {@code count} values to the place {@code at}. */
    void put(long at, double[] values, int count);

    /** Copies {@code count} values from the place {@code at} into an array. */
    void get(long at, double[] out, int count);

    @Override
    void close();
}
