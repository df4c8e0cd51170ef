package org.eigenscope.fit;

import org.eigenscope.error.CancelledException;

/** Something to be minimised over coordinates; +∞ where it does not exist, never NaN. */
@FunctionalInterface
interface Cost {
    double at(double[] theta) throws CancelledException;
}
