package org.eigenscope.ui.training.form;

import java.util.List;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.TrainingSettings;

/**
 * What is trained: every batch size with every seed.
 *
 * @param data a name or a place of data, not looked for yet
 * @param net the network
 * @param batches batch sizes, ascending
 * @param seeds how many, counted from 0
 * @param recipe how
 * @param matrix what is shown
 * @param inputs how many samples it is taken on, where it depends on them
 */
public record TrainingPlan(
        String data,
        Architecture net,
        List<Integer> batches,
        int seeds,
        Recipe recipe,
        ObservedMatrix matrix,
        int inputs) {
    /** The most runs at a time: more lines could not be told apart. */
    public static final int MOST_RUNS = 60;

    public TrainingPlan {
        batches = List.copyOf(batches);
    }

    /**
     * What all runs have in common.
     *
     * @param epochs passes over the data
     * @param rate η
     * @param momentum μ
     * @param decay λ
     * @param noise the part of the labels that is drawn anew
     * @param loss whose mean is made small
     */
    public record Recipe(int epochs, LearningRate rate, double momentum, double decay, double noise, Loss loss) {
        /** With a batch size and a seed. */
        public TrainingSettings settings(int batchSize, long seed) {
            return new TrainingSettings(batchSize, epochs, rate, momentum, decay, loss, seed);
        }
    }

    /** How many runs there are. */
    public int runs() {
        return batches.size() * seeds;
    }
}
