package org.eigenscope.ui.fit.likelihood;

import java.util.Objects;
import org.eigenscope.fit.interval.LikelihoodMap;
import org.eigenscope.law.family.ParameterSet;

/**
 * The likelihood over κ and s on a rectangle even in their logarithms.
 *
 * @param map the heights
 * @param held γ and τ of the slice
 */
record LikelihoodMapPicture(LikelihoodMap map, ParameterSet held) {
    LikelihoodMapPicture {
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(held, "held");
    }

    double[][] depths() {
        double[][] rows = map.drops();
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.sqrt(2 * row[i]);
            }
        }
        return rows;
    }

    /** The point of the grid with the largest likelihood. */
    LikelihoodMapPoint top() {
        double[][] drops = map.drops();
        for (int j = 0; j < drops.length; j++) {
            for (int i = 0; i < drops[j].length; i++) {
                if (drops[j][i] == 0) {
                    return new LikelihoodMapPoint(map.kappas()[i], map.scales()[j]);
                }
            }
        }
        return new LikelihoodMapPoint(Double.NaN, Double.NaN);
    }
}
