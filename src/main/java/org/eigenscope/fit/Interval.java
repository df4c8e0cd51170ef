package org.eigenscope.fit;

/**
 * A 95 % interval of a parameter.
 *
 * @param lower its lower end
 * @param upper its upper end
 * @param lowerOpen whether the data set no lower end within the search's box
 * @param upperOpen whether the data set no upper end within the search's box
 * @param method how it was made
 */
public record Interval(double lower, double upper, boolean lowerOpen, boolean upperOpen, Method method) {
    /** How intervals are made. */
    public enum Method {
        /** Where the profile log-likelihood lies within 1.92 of its maximum; takes eigenvalues as independent. */
        PROFILE_LIKELIHOOD("profile-likelihood"),
        /**
         * Where the profile log-likelihood lies within a bootstrap quantile of its maximum. The quantile is that of
         * finite-N spectra drawn from the fitted ensemble, so that it includes their repulsion.
         */
        PARAMETRIC_BOOTSTRAP("parametric-bootstrap"),
        /** Quantiles of refits to such draws, where there is no likelihood ratio. */
        BOOTSTRAP_PERCENTILE("parametric-bootstrap-percentile");

        private final String id;

        Method(String id) {
            this.id = id;
        }

        /** The name on the command line and in files. */
        public String id() {
            return id;
        }
    }

    /** Whether a value lies in the closed interval. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
