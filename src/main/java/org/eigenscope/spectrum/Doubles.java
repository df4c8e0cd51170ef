package org.eigenscope.spectrum;

/** Room for doubles, inside the Java heap or outside; zero at first. */
interface Doubles extends AutoCloseable {
    void put(long at, double[] values, int count);

    void get(long at, double[] out, int count);

    @Override
    void close();
}
