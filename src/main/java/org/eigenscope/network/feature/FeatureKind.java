package org.eigenscope.network.feature;

import java.util.Locale;

/** The feature matrices of a network; all are symmetric. */
public enum FeatureKind {
    /** Activations: ΦΦᵀ of a layer's outputs Φ, samples × width; the conjugate kernel. */
    CK("Gram matrix of activations", false),
    /** The empirical tangent kernel, summed over outputs. */
    NTK("tangent kernel", false),
    /** The same with outputs kept apart: (samples·outputs)², the outputs of a sample beside each other. */
    NTK_PAIRS("tangent kernel of outputs", false),
    /** The Hessian of the mean loss. */
    HESSIAN("Hessian", true),
    /** The generalised Gauss–Newton matrix (1/N) Σ Jᵢᵀ Hᵢ Jᵢ, Jᵢ the outputs by the parameters and Hᵢ the Hessian of the loss by outputs. */
    GGN("Gauss-Newton matrix", true),
    /** The empirical Fisher matrix (1/N) Σ gᵢ gᵢᵀ of the gradients gᵢ of the samples' losses. */
    FISHER("empirical Fisher matrix", true);

    private final String label;
    private final boolean isCurvature;

    FeatureKind(String label, boolean isCurvature) {
        this.label = label;
        this.isCurvature = isCurvature;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The matrix in a few words. */
    public String label() {
        return label;
    }

    /** Whether it is parameters × parameters, of a loss. */
    public boolean isCurvature() {
        return isCurvature;
    }
}
