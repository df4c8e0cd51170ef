package org.eigenscope.figure.export;

import java.util.Map;
import org.eigenscope.figure.TickLabel;

/** Labels in LaTeX's notation. */
final class LatexText {
    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"),
            Map.entry((int) '}', "\\}"),
            Map.entry((int) '#', "\\#"),
            Map.entry((int) '$', "\\$"),
            Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"),
            Map.entry((int) '_', "\\_"),
            Map.entry((int) '^', "\\textasciicircum{}"),
            Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '<', "$<$"),
            Map.entry((int) '>', "$>$"),
            Map.entry((int) '−', "$-$"),
            Map.entry((int) '×', "$\\times$"),
            Map.entry((int) '·', "$\\cdot$"),
            Map.entry((int) '≤', "$\\le$"),
            Map.entry((int) '≥', "$\\ge$"),
            Map.entry((int) '≈', "$\\approx$"),
            Map.entry((int) '∞', "$\\infty$"),
            Map.entry((int) '√', "$\\surd$"),
            Map.entry((int) 'Δ', "$\\Delta$"),
            Map.entry((int) '–', "--"),
            Map.entry((int) '…', "\\ldots{}"),
            Map.entry((int) '“', "``"),
            Map.entry((int) '”', "''"),
            Map.entry((int) '’', "'"));

    private static final String[] GREEK = {
        "alpha",
        "beta",
        "gamma",
        "delta",
        "varepsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "o",
        "pi",
        "rho",
        "varsigma",
        "sigma",
        "tau",
        "upsilon",
        "varphi",
        "chi",
        "psi",
        "omega"
    };

    private LatexText() {}

    static String of(String label) {
        StringBuilder latex = new StringBuilder();
        for (RichText.Piece piece : RichText.parse(label).pieces()) {
            if (piece.kind() == RichText.Kind.FORMULA) {
                latex.append('$').append(piece.text()).append('$');
            } else if (piece.kind() == RichText.Kind.RAISED) {
                latex.append("$^{").append(piece.text().replace('−', '-')).append("}$");
            } else {
                piece.text().codePoints().forEach(c -> latex.append(symbol(c)));
            }
        }
        return latex.toString();
    }

    private static String symbol(int c) {
        if (c >= 'α' && c <= 'ω') {
            return "$\\" + GREEK[c - 'α'] + "$";
        }
        String known = SYMBOLS.get(c);
        if (known != null) {
            return known;
        }
        // what the standard fonts lack must not stop the compiler
        return c >= ' ' && c < 0x250 ? Character.toString(c) : "?";
    }

    static String of(TickLabel label) {
        String base = label.base().replace("−", "-").replace("×", "\\times ");
        String exponent = label.exponent().replace("−", "-");
        return "$" + base + (exponent.isEmpty() ? "" : "^{" + exponent + "}") + "$";
    }
}
