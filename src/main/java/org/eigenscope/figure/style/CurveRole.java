package org.eigenscope.figure.style;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.LawRole;

/**
 * What a curve is. The role decides the colour (after Okabe and Ito, adjusted to at least 3:1 against the theme's
 * background) and the dash pattern, so that roles differ without colour too. A family of laws without an entry here has a style of
 * its own all the same: grey, with dashes that no other has.
 *
 * @param id the name in files
 * @param style colour and dashes
 */
public record CurveRole(String id, CurveStyle style) {
    private static final double OTHER_DASH = 16;
    private static final double OTHER_GAP = 6;

    /** Inverse HTMP: solid vermillion. */
    public static final CurveRole HTMP =
            new CurveRole("htmp", new CurveStyle(Rgb.of("#D55E00"), Rgb.of("#FF8C42"), 2, List.of()));

    /** Direct HTMP: brown, hardly interrupted. */
    public static final CurveRole DIRECT_HTMP =
            new CurveRole("direct-htmp", new CurveStyle(Rgb.of("#8A4B08"), Rgb.of("#E0A96D"), 2, List.of(20.0, 3.0)));

    /** Marchenko–Pastur: dashed blue. */
    public static final CurveRole MP =
            new CurveRole("mp", new CurveStyle(Rgb.of("#0072B2"), Rgb.of("#56B4E9"), 2, List.of(9.0, 5.0)));

    /** Inverse Marchenko–Pastur: a long dash and a short one, indigo. */
    public static final CurveRole INVERSE_MP = new CurveRole(
            "inverse-mp", new CurveStyle(Rgb.of("#3B4CC0"), Rgb.of("#93A4FF"), 2, List.of(12.0, 4.0, 4.0, 4.0)));

    /** The limit κ → ∞ of the law on screen: grey dashes. */
    public static final CurveRole INFINITE_KAPPA = new CurveRole(
            "infinite-kappa", new CurveStyle(Rgb.of("#6E7781"), Rgb.of("#9AA4AF"), 1.5, List.of(8.0, 4.0)));

    /** The limit κ → 0 of the law on screen: grey dots. */
    public static final CurveRole ZERO_KAPPA =
            new CurveRole("zero-kappa", new CurveStyle(Rgb.of("#6E7781"), Rgb.of("#9AA4AF"), 1.5, List.of(2.0, 3.0)));

    /** Inverse Gamma: dash-dotted bluish green. */
    public static final CurveRole INVERSE_GAMMA = new CurveRole(
            "inverse-gamma", new CurveStyle(Rgb.of("#009E73"), Rgb.of("#2CD3A2"), 2, List.of(10.0, 4.0, 2.0, 4.0)));

    /** The Gamma law: dotted purple. */
    public static final CurveRole GAMMA =
            new CurveRole("gamma", new CurveStyle(Rgb.of("#B4568E"), Rgb.of("#E29AC6"), 2, List.of(2.0, 4.0)));

    /** Lognormal: short dashes, close together, violet. */
    public static final CurveRole LOGNORMAL =
            new CurveRole("lognormal", new CurveStyle(Rgb.of("#6A51A3"), Rgb.of("#B8A9FF"), 2, List.of(6.0, 3.0)));

    /** The power law: long and short dashes in turn, crimson. */
    public static final CurveRole POWER = new CurveRole(
            "power", new CurveStyle(Rgb.of("#A3123A"), Rgb.of("#FF9AA8"), 2, List.of(14.0, 4.0, 5.0, 4.0)));

    /** The power law with a cut-off: a dash and three dots, olive. */
    public static final CurveRole TRUNCATED_POWER = new CurveRole(
            "truncated-power",
            new CurveStyle(Rgb.of("#55731A"), Rgb.of("#B5D56A"), 2, List.of(9.0, 3.0, 2.0, 3.0, 2.0, 3.0, 2.0, 3.0)));

    /** Wigner's semicircle: dash-dotted teal. */
    public static final CurveRole SEMICIRCLE = new CurveRole(
            "semicircle", new CurveStyle(Rgb.of("#0B7285"), Rgb.of("#66D9E8"), 2, List.of(9.0, 5.0, 2.0, 5.0)));

    /** The eigenvalues themselves, where they are a line: grey, hardly interrupted. */
    public static final CurveRole EIGENVALUES =
            new CurveRole("eigenvalues", new CurveStyle(Rgb.of("#57606A"), Rgb.of("#B1BAC4"), 1.5, List.of(24.0, 1.0)));

    /** Eigenvalues of the same entries in random places: fine dots. */
    public static final CurveRole RANDOMISED =
            new CurveRole("randomised", new CurveStyle(Rgb.of("#1B1F24"), Rgb.of("#F0F3F6"), 1.25, List.of(1.5, 2.5)));

    /** The spectrum that was on screen before: short dashes. */
    public static final CurveRole PREVIOUS =
            new CurveRole("previous", new CurveStyle(Rgb.of("#9A6700"), Rgb.of("#D4A72C"), 1.25, List.of(4.0, 2.5)));

    /**
     * One of several spectra that are kept: the first as {@link #PREVIOUS}, the others in the colours of series.
     *
     * @param place from 0
     */
    public static CurveRole kept(int place) {
        return place == 0
                ? PREVIOUS
                : new CurveRole(
                        PREVIOUS.id() + "-" + (place + 1),
                        SeriesStyles.of(place).thinner());
    }

    /** Any other law: grey, long dashes. */
    public static final CurveRole OTHER =
            new CurveRole("other", new CurveStyle(Rgb.of("#57606A"), Rgb.of("#B1BAC4"), 2, List.of(16.0, 6.0)));

    /**
     * The roles of families of laws. A family that is missing here gets a style by its place among the missing ones.
     */
    private static final Map<LawFamily, CurveRole> OF_FAMILIES = ofFamilies();

    private static Map<LawFamily, CurveRole> ofFamilies() {
        Map<LawFamily, CurveRole> roles = new EnumMap<>(LawFamily.class);
        roles.put(LawFamily.HTMP, DIRECT_HTMP);
        roles.put(LawFamily.INVERSE_HTMP, HTMP);
        roles.put(LawFamily.MP, MP);
        roles.put(LawFamily.INVERSE_MP, INVERSE_MP);
        roles.put(LawFamily.INVERSE_GAMMA, INVERSE_GAMMA);
        roles.put(LawFamily.GAMMA_LAW, GAMMA);
        roles.put(LawFamily.LOGNORMAL, LOGNORMAL);
        roles.put(LawFamily.POWER, POWER);
        roles.put(LawFamily.TRUNCATED_POWER, TRUNCATED_POWER);
        roles.put(LawFamily.SEMICIRCLE, SEMICIRCLE);
        int others = 0;
        for (LawFamily family : LawFamily.values()) {
            if (!roles.containsKey(family)) {
                roles.put(family, new CurveRole(family.id(), unnamed(others)));
                others++;
            }
        }
        return Collections.unmodifiableMap(roles);
    }

    /** Grey: a long dash, and as many dots behind it as there were such styles before. */
    static CurveStyle unnamed(int before) {
        List<Double> dashes = new ArrayList<>(List.of(OTHER_DASH, OTHER_GAP));
        for (int i = 0; i < before; i++) {
            dashes.addAll(List.of(2.0, OTHER_GAP));
        }
        return new CurveStyle(OTHER.style.light(), OTHER.style.dark(), OTHER.style.width(), dashes);
    }

    /** The role that draws a family of laws. */
    public static CurveRole of(LawFamily family) {
        return OF_FAMILIES.get(family);
    }

    /**
     * The role of a limit of the law on screen, which is no competitor and has no colour.
     *
     * @param family one whose role is κ → 0 or κ → ∞
     */
    public static CurveRole ofLimit(LawFamily family) {
        return family.role() == LawRole.ZERO_KAPPA ? ZERO_KAPPA : INFINITE_KAPPA;
    }

    /** Whether the curve is a limit of another law. */
    public boolean isLimit() {
        return equals(INFINITE_KAPPA) || equals(ZERO_KAPPA);
    }

    /** Whether the curve is the outline of another spectrum. */
    public boolean isOutline() {
        return equals(RANDOMISED) || id.equals(PREVIOUS.id) || id.startsWith(PREVIOUS.id + "-");
    }

    /** All roles that have an entry of their own. */
    public static List<CurveRole> values() {
        return List.of(
                HTMP,
                DIRECT_HTMP,
                MP,
                INVERSE_MP,
                INFINITE_KAPPA,
                ZERO_KAPPA,
                INVERSE_GAMMA,
                GAMMA,
                LOGNORMAL,
                POWER,
                TRUNCATED_POWER,
                SEMICIRCLE,
                EIGENVALUES,
                RANDOMISED,
                PREVIOUS,
                OTHER);
    }
}
