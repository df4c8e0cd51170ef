package org.eigenscope.network.layer;

import java.util.SplittableRandom;

/** Uniform random numbers for initial parameters. */
final class Uniform {
    private Uniform() {}

    /** Fills a part of an array with numbers from [−bound, bound). */
    static void fill(double[] target, int from, int count, double bound, SplittableRandom random) {
        for (int i = from; i < from + count; i++) {
            target[i] = (2 * random.nextDouble() - 1) * bound;
        }
    }
}
