package org.eigenscope.figure.style;

import java.util.List;
import org.eigenscope.law.family.LawFamily;

/**
 * What a curve is. The role decides the colour (after Okabe and Ito, adjusted to at least 3:1 against the theme's
 * background) and the dash pattern, so that roles differ without colour too.
 */
public enum CurveRole {
    /** HTMP and its inverse: solid vermillion. */
    HTMP("htmp", new CurveStyle(Rgb.of("#D55E00"), Rgb.of("#FF8C42"), 2, List.of())),
    /** Marchenko–Pastur and its inverse: dashed blue. */
    MP("mp", new CurveStyle(Rgb.of("#0072B2"), Rgb.of("#56B4E9"), 2, List.of(9.0, 5.0))),
    /** Inverse Gamma: dash-dotted bluish green. */
    INVERSE_GAMMA(
            "inverse-gamma", new CurveStyle(Rgb.of("#009E73"), Rgb.of("#2CD3A2"), 2, List.of(10.0, 4.0, 2.0, 4.0))),
    /** Gamma: dotted purple. */
    GAMMA("gamma", new CurveStyle(Rgb.of("#B4568E"), Rgb.of("#E29AC6"), 2, List.of(2.0, 4.0))),
    /** Lognormal: short dashes, close together, violet. */
    LOGNORMAL("lognormal", new CurveStyle(Rgb.of("#6A51A3"), Rgb.of("#B8A9FF"), 2, List.of(6.0, 3.0))),
    /** The power law: long and short dashes in turn, crimson. */
    POWER("power", new CurveStyle(Rgb.of("#A3123A"), Rgb.of("#FF9AA8"), 2, List.of(14.0, 4.0, 5.0, 4.0))),
    /** The power law with a cut-off: a dash and three dots, crimson. */
    TRUNCATED_POWER(
            "truncated-power",
            new CurveStyle(Rgb.of("#A3123A"), Rgb.of("#FF9AA8"), 2, List.of(9.0, 3.0, 2.0, 3.0, 2.0, 3.0, 2.0, 3.0))),
    /** Wigner's semicircle: dash-dotted teal. */
    SEMICIRCLE("semicircle", new CurveStyle(Rgb.of("#0B7285"), Rgb.of("#66D9E8"), 2, List.of(9.0, 5.0, 2.0, 5.0))),
    /** The eigenvalues themselves, where they are a line: grey, hardly interrupted. */
    EIGENVALUES("eigenvalues", new CurveStyle(Rgb.of("#57606A"), Rgb.of("#B1BAC4"), 1.5, List.of(24.0, 1.0))),
    /** Eigenvalues of the same entries in random places: fine dots. */
    RANDOMISED("randomised", new CurveStyle(Rgb.of("#1B1F24"), Rgb.of("#F0F3F6"), 1.25, List.of(1.5, 2.5))),
    /** The spectrum that was on screen before: short dashes. */
    PREVIOUS("previous", new CurveStyle(Rgb.of("#9A6700"), Rgb.of("#D4A72C"), 1.25, List.of(4.0, 2.5))),
    /** Any other law: grey, long dashes. */
    OTHER("other", new CurveStyle(Rgb.of("#57606A"), Rgb.of("#B1BAC4"), 2, List.of(16.0, 6.0)));

    private final String id;
    private final CurveStyle style;

    CurveRole(String id, CurveStyle style) {
        this.id = id;
        this.style = style;
    }

    /** The role that draws a family of laws. */
    public static CurveRole of(LawFamily family) {
        return switch (family) {
            case HTMP, INVERSE_HTMP -> HTMP;
            case MP, INVERSE_MP -> MP;
            case INVERSE_GAMMA -> INVERSE_GAMMA;
            case GAMMA_LAW -> GAMMA;
            case LOGNORMAL -> LOGNORMAL;
            case POWER -> POWER;
            case TRUNCATED_POWER -> TRUNCATED_POWER;
            case SEMICIRCLE -> SEMICIRCLE;
        };
    }

    public String id() {
        return id;
    }

    public CurveStyle style() {
        return style;
    }
}
