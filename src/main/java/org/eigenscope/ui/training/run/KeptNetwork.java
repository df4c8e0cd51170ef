package org.eigenscope.ui.training.run;

import org.eigenscope.network.train.Measures;
import org.eigenscope.network.train.Snapshot;

/**
 * A network at some time of its training, kept in the precision that it is trained in.
 *
 * @param epoch whole epochs done
 * @param place epochs done, with the part of the epoch that has begun
 * @param step steps done
 * @param rate η of the last step
 * @param parameters all parameters; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // some of them are large, and nobody writes to them
public record KeptNetwork(int epoch, double place, long step, double rate, float[] parameters) {
    /** Bytes of a network of so many parameters. */
    static long bytes(int parameters) {
        return (long) Float.BYTES * parameters;
    }

    static KeptNetwork of(int epoch, double place, long step, double rate, double[] parameters) {
        float[] single = new float[parameters.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) parameters[i];
        }
        return new KeptNetwork(epoch, place, step, rate, single);
    }

    /** The parameters as doubles. */
    public double[] doubles() {
        double[] doubles = new double[parameters.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = parameters[i];
        }
        return doubles;
    }

    /** The same with measures, to be written. */
    public Snapshot snapshot(Measures measures) {
        return new Snapshot(epoch, step, rate, doubles(), new double[0], measures);
    }
}
