package org.eigenscope.network.train;

import org.eigenscope.network.model.Loss;

/**
 * How a network is trained, by stochastic gradient descent with momentum: g ← ∇L + λw, v ← μv + g, w ← w − ηv (as PyTorch's SGD).
 *
 * @param batchSize samples of a step; the last, smaller batch of an epoch is kept
 * @param epochs passes over the data; the order is drawn anew for each
 * @param rate η
 * @param momentum μ in [0, 1)
 * @param decay λ ≥ 0, the weight decay, on weights and biases alike
 * @param loss whose mean over the batch is made small
 * @param seed of the initial parameters and of the order of the samples
 */
public record TrainingSettings(
        int batchSize, int epochs, LearningRate rate, double momentum, double decay, Loss loss, long seed) {
    /** @throws IllegalArgumentException if a number is outside of its domain */
    public TrainingSettings {
        if (batchSize < 1 || epochs < 0 || !(momentum >= 0 && momentum < 1) || !(decay >= 0 && decay < 1e6)) {
            throw new IllegalArgumentException("batchSize = " + batchSize + ", epochs = " + epochs + ", momentum = "
                    + momentum + ", decay = " + decay);
        }
    }

    /** The same with another batch size and seed. */
    public TrainingSettings withRun(int otherBatchSize, long otherSeed) {
        return new TrainingSettings(otherBatchSize, epochs, rate, momentum, decay, loss, otherSeed);
    }
}
