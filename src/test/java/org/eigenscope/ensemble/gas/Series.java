package org.eigenscope.ensemble.gas;

/** A statistic recorded along a dependent chain; its error from the means of batches longer than the memory. */
final class Series {
    private static final int BATCHES = 40;

    private final double[] sums = new double[BATCHES];
    private final int perBatch;
    private int count;

    Series(int length) {
        this.perBatch = length / BATCHES;
    }

    void add(double value) {
        int batch = count++ / perBatch;
        if (batch < BATCHES) {
            sums[batch] += value / perBatch;
        }
    }

    double mean() {
        double sum = 0;
        for (double batch : sums) {
            sum += batch;
        }
        return sum / BATCHES;
    }

    double standardError() {
        double mean = mean();
        double squares = 0;
        for (double batch : sums) {
            squares += (batch - mean) * (batch - mean);
        }
        return Math.sqrt(squares / (BATCHES - 1) / BATCHES);
    }
}
