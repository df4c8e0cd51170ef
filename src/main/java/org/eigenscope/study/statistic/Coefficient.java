package org.eigenscope.study.statistic;

import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Coefficients of correlation; ties get mean ranks, and Kendall's is τ-b. */
public enum Coefficient {
    SPEARMAN("spearman") {
        @Override
        public double of(double[] x, double[] y) {
            NaturalRanking ranking = new NaturalRanking();
            return PEARSON.of(ranking.rank(x), ranking.rank(y));
        }
    },
    KENDALL("kendall_tau_b") {
        @Override
        public double of(double[] x, double[] y) {
            return new KendallsCorrelation().correlation(x, y);
        }
    },
    PEARSON("pearson") {
        @Override
        public double of(double[] x, double[] y) {
            return new PearsonsCorrelation().correlation(x, y);
        }
    };

    private final String id;

    Coefficient(String id) {
        this.id = id;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /**
     * The coefficient of two columns of equal length, at least 2, of finite numbers; NaN if one of them does not vary.
     *
     * @param x a column
     * @param y another
     */
    public abstract double of(double[] x, double[] y);
}
