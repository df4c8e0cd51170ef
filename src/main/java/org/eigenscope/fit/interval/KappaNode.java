package org.eigenscope.fit.interval;

import java.util.Arrays;
import org.eigenscope.law.family.ParameterSet;

/**
 * A value of κ that a bootstrap draws from, with the distances of the draws' and the data's estimates from it.
 *
 * <p>The distance is the signed root of the profile likelihood ratio, sign(κ − κ̂)·√(2(ℓmax − ℓ_p(κ))), or ln(κ/κ̂)
 * where there is no likelihood ratio. It is positive where the estimate lies below κ.
 *
 * @param parameters those of the draws: this κ and the values of the others that fit the data best at it
 * @param observed the distance of the data
 * @param drawn the distances of the draws, ascending; at least one
 */
public record KappaNode(ParameterSet parameters, double observed, double[] drawn) {
    public KappaNode {
        drawn = drawn.clone();
        Arrays.sort(drawn);
    }

    /** The part of the draws whose distance is below the data's, ties counted half. */
    double below() {
        double count = 0.5;
        for (double distance : drawn) {
            count += distance < observed ? 1 : distance == observed ? 0.5 : 0;
        }
        return count / (drawn.length + 1);
    }
}
