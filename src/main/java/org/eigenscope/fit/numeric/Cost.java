package org.eigenscope.fit.numeric;

import org.eigenscope.error.CancelledException;

/** A function of coordinates to be minimised; +∞ where it does not exist, never NaN. */
@FunctionalInterface
public interface Cost {
    /** The cost at a point; +∞ where it does not exist. */
    double at(double[] theta) throws CancelledException;
}
