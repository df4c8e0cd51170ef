package org.eigenscope.spectrum.dense;

/** Room for doubles, inside the Java heap or outside; zero at first. */
public interface Doubles extends AutoCloseable {
    void put(long at, double[] values, int count);

    void get(long at, double[] out, int count);

    @Override
    void close();
}
