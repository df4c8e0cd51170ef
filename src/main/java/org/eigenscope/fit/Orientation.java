package org.eigenscope.fit;

import java.util.List;
import org.eigenscope.law.family.LawFamily;

/** Which way round the ensemble is read: λ = τ + s·X or λ = τ + s/X. */
public enum Orientation {
    /** Gram matrices of weights: exponential upper tail, power law at the floor. */
    DIRECT("direct", LawFamily.HTMP, LawFamily.MP, LawFamily.GAMMA_LAW),
    /** Feature matrices: power-law upper tail, hard fall at the floor. */
    INVERSE("inverse", LawFamily.INVERSE_HTMP, LawFamily.INVERSE_MP, LawFamily.INVERSE_GAMMA);

    private final String id;
    private final LawFamily htmp;
    private final LawFamily infiniteKappa;
    private final LawFamily zeroKappa;

    Orientation(String id, LawFamily htmp, LawFamily infiniteKappa, LawFamily zeroKappa) {
        this.id = id;
        this.htmp = htmp;
        this.infiniteKappa = infiniteKappa;
        this.zeroKappa = zeroKappa;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** HTMP or inverse HTMP. */
    public LawFamily htmp() {
        return htmp;
    }

    /** The family of the κ → ∞ limit: MP or inverse MP. */
    public LawFamily infiniteKappa() {
        return infiniteKappa;
    }

    /** The family of the κ → 0 limit: Gamma or inverse Gamma. */
    public LawFamily zeroKappa() {
        return zeroKappa;
    }

    /** The three laws drawn together: HTMP, its κ → ∞ limit, its κ → 0 limit. */
    public List<LawFamily> families() {
        return List.of(htmp, infiniteKappa, zeroKappa);
    }

    /** The orientation of a family. */
    public static Orientation of(LawFamily family) {
        return DIRECT.families().contains(family) ? DIRECT : INVERSE;
    }
}
