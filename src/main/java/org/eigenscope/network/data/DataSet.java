package org.eigenscope.network.data;

import java.util.SplittableRandom;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Targets;

/**
 * Samples and what a network should answer to them. Immutable.
 *
 * @param shape of a sample
 * @param samples the inputs
 * @param targets as many
 */
public record DataSet(Shape shape, Samples samples, Targets targets) {
    /** @throws IllegalArgumentException unless there are as many targets as samples, at least one */
    public DataSet {
        if (samples.count() < 1 || samples.count() != targets.count()) {
            throw new IllegalArgumentException(samples.count() + " samples and " + targets.count() + " targets");
        }
    }

    /** How many samples there are. */
    public int count() {
        return samples.count();
    }

    /** The same samples with other targets. */
    public DataSet withTargets(Targets other) {
        return new DataSet(shape, samples, other);
    }

    /**
     * Noise in the labels: each, with the probability {@code fraction}, becomes a class drawn evenly from all of them, its own among them.
     * A fraction of 1 makes all labels random. The same for the same seed.
     *
     * @throws IllegalArgumentException if the targets are no classes, or the fraction is outside 0 to 1
     */
    public DataSet withLabelNoise(double fraction, long seed) {
        if (!targets.hasLabels() || !(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("label noise of " + fraction + " on targets that have "
                    + (targets.hasLabels() ? "" : "no ") + "classes");
        }
        if (fraction == 0) {
            return this;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int classes = targets.outputs() == 1 ? 2 : targets.outputs();
        int[] labels = targets.labels();
        for (int i = 0; i < labels.length; i++) {
            boolean drawn = random.nextDouble() < fraction;
            int label = random.nextInt(classes);
            labels[i] = drawn ? label : labels[i];
        }
        return withTargets(Targets.ofLabels(labels, targets.outputs()));
    }

    /**
     * The first samples.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public DataSet first(int some) {
        if (some < 1 || some > count()) {
            throw new IllegalArgumentException("some = " + some + " is outside 1 to " + count());
        }
        int[] rows = new int[some];
        for (int i = 0; i < some; i++) {
            rows[i] = i;
        }
        return new DataSet(shape, new Samples.First(samples, some), targets.select(rows));
    }
}
