package org.eigenscope.network.data;

/**
 * Data to train on, and data to test on.
 *
 * @param name of the data, such as {@code digits}
 * @param training what a network learns from
 * @param test what it is tested on; the training data themselves if {@code hasTest} is false
 * @param hasTest whether there are test data
 */
public record DataSplit(String name, DataSet training, DataSet test, boolean hasTest) {
    /** @throws IllegalArgumentException if the two have different shapes or outputs */
    public DataSplit {
        if (!training.shape().equals(test.shape())
                || training.targets().outputs() != test.targets().outputs()) {
            throw new IllegalArgumentException("training and test data have different shapes");
        }
    }

    /** The same test data, and other targets to learn. */
    public DataSplit withTraining(DataSet other) {
        return new DataSplit(name, other, hasTest ? test : other, hasTest);
    }
}
