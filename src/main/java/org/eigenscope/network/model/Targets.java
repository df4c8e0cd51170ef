package org.eigenscope.network.model;

/**
 * What a network should answer: a class for each sample, or numbers. Immutable.
 *
 * <p>A class c of C ≥ 2 stands for the numbers 0 … 1 … 0 with the 1 at c; of C = 1 output, where the classes are 0 and 1, for c itself.
 */
public final class Targets {
    private final int outputs;
    private final int[] labels;
    private final double[] values;

    private Targets(int outputs, int[] labels, double[] values) {
        this.outputs = outputs;
        this.labels = labels;
        this.values = values;
    }

    /**
     * Classes, from 0.
     *
     * @param outputs how many outputs a network has for them: one a class, or 1 for the classes 0 and 1
     * @throws IllegalArgumentException if a label is outside
     */
    public static Targets ofLabels(int[] labels, int outputs) {
        int classes = outputs == 1 ? 2 : outputs;
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("label " + label + " is outside 0 to " + (classes - 1));
            }
        }
        return new Targets(outputs, labels.clone(), new double[0]);
    }

    /**
     * Numbers, a row of {@code outputs} for each sample.
     *
     * @throws IllegalArgumentException if they are no whole number of rows
     */
    public static Targets ofValues(double[] values, int outputs) {
        if (outputs < 1 || values.length % outputs != 0) {
            throw new IllegalArgumentException(values.length + " values are no rows of " + outputs);
        }
        return new Targets(outputs, new int[0], values.clone());
    }

    /** How many numbers belong to a sample. */
    public int outputs() {
        return outputs;
    }

    /** How many samples there are. */
    public int count() {
        return hasLabels() ? labels.length : values.length / outputs;
    }

    /** Whether they are classes. */
    public boolean hasLabels() {
        return values.length == 0;
    }

    /** The class of a sample, counted from 0. */
    public int label(int sample) {
        return labels[sample];
    }

    /** A copy of the classes. */
    public int[] labels() {
        return labels.clone();
    }

    /** The number that an output should be. */
    public double value(int sample, int output) {
        if (!hasLabels()) {
            return values[sample * outputs + output];
        }
        return outputs == 1 ? labels[sample] : labels[sample] == output ? 1 : 0;
    }

    /** Those of some samples, in the given order. */
    public Targets select(int[] samples) {
        if (hasLabels()) {
            int[] some = new int[samples.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = labels[samples[i]];
            }
            return new Targets(outputs, some, values);
        }
        double[] some = new double[samples.length * outputs];
        for (int i = 0; i < samples.length; i++) {
            System.arraycopy(values, samples[i] * outputs, some, i * outputs, outputs);
        }
        return new Targets(outputs, labels, some);
    }
}
