package org.eigenscope.fit.numeric;

import org.eigenscope.error.CancelledException;

/** Something to be minimised over coordinates; +∞ where it does not exist, never NaN. */
@FunctionalInterface
public interface Cost {
    double at(double[] theta) throws CancelledException;
}
