package org.eigenscope.network.train;

/**
 * A network at some time of its training. Immutable: the arrays are copies.
 *
 * @param epoch epochs done
 * @param step steps done
 * @param rate η of the last step; before the first the one of that
 * @param parameters all parameters
 * @param velocity v of the momentum, with which training can go on to the same bit
 * @param measures how good it is
 */
public record Snapshot(int epoch, long step, double rate, double[] parameters, double[] velocity, Measures measures) {
    public Snapshot {
        parameters = parameters.clone();
        velocity = velocity.clone();
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public double[] velocity() {
        return velocity.clone();
    }
}
