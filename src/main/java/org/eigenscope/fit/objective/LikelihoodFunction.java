package org.eigenscope.fit.objective;

import org.eigenscope.error.CancelledException;

/** A log-likelihood, penalised or not, that a search climbs. */
public interface LikelihoodFunction {
    /** Its value at a point; −∞ where it does not exist, never NaN. */
    double at(double[] theta) throws CancelledException;

    /** Its gradient and the information there. */
    Scores scores(double[] theta) throws CancelledException;
}
