package org.eigenscope.fit;

import java.util.Optional;
import java.util.stream.Stream;

/** The function that a fit minimises or maximises. */
public enum Objective {
    /** The log-likelihood with eigenvalues taken as independent draws of the limit law (a pseudo-likelihood). */
    LIKELIHOOD("likelihood"),
    /** The Kolmogorov–Smirnov distance sup |F̂ − F|. */
    KOLMOGOROV_SMIRNOV("ks"),
    /** The Cramér–von Mises distance, 1/(12n²) + (1/n) Σ (F(λᵢ) − (2i − 1)/(2n))². */
    CRAMER_VON_MISES("cvm"),
    /**
     * Least squares of the log of the law's mass in 5 to 200 bins that hold about ten eigenvalues each, or more in
     * samples of over 2,000.
     */
    LOG_DENSITY("log-density"),
    /** Least squares of the Stieltjes transform on a grid of the negative axis. */
    STIELTJES("stieltjes"),
    /** Robbins–Monro on the score of κ. */
    FIXED_POINT("fixed-point");

    private final String id;

    Objective(String id) {
        this.id = id;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** The objective with the given id. */
    public static Optional<Objective> byId(String id) {
        return Stream.of(values()).filter(o -> o.id.equals(id)).findFirst();
    }
}
