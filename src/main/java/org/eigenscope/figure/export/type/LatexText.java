package org.eigenscope.figure.export.type;

import java.util.Map;
import java.util.Optional;
import org.eigenscope.figure.axis.TickLabel;

/** Labels in LaTeX's notation. */
public final class LatexText {
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
            Map.entry((int) '–', "--"),
            Map.entry((int) '…', "\\ldots{}"),
            Map.entry((int) '“', "``"),
            Map.entry((int) '”', "''"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '«', "$\\ll$"),
            Map.entry((int) '»', "$\\gg$"));

    /** Replaces a character that LaTeX's standard fonts lack. */
    private static final String UNKNOWN = "?";
    /** Those before are the letters of Latin languages. */
    private static final int LETTERS = 0x180;
    /** Letters of Latin languages that LaTeX's own fonts lack all the same, and at which it would stop. */
    private static final String NOT_IN_OT1 = "ÐÞðþĄąĐđĘęĦħĮįĸĿŀŉŊŋŦŧŲųſ";

    private LatexText() {}

    /** The label in LaTeX's notation, with characters that LaTeX's fonts lack replaced. */
    public static String of(String label) {
        StringBuilder latex = new StringBuilder();
        for (RichText.Piece piece : RichText.parse(label).pieces()) {
            if (piece.kind() == RichText.Kind.FORMULA) {
                latex.append('$').append(piece.text()).append('$');
            } else if (piece.kind() == RichText.Kind.RAISED) {
                latex.append("$^{").append(piece.text().replace('−', '-')).append("}$");
            } else if (piece.kind() == RichText.Kind.LOWERED) {
                latex.append("$_{").append(piece.text().replace('−', '-')).append("}$");
            } else {
                piece.text().codePoints().forEach(c -> latex.append(symbol(c)));
            }
        }
        return latex.toString();
    }

    private static String symbol(int c) {
        return symbolOf(c).orElse(UNKNOWN);
    }

    /** Whether LaTeX is not given a character, as its standard fonts lack it, which must not stop the compiler. */
    public static boolean lacks(int c) {
        return symbolOf(c).isEmpty();
    }

    private static Optional<String> symbolOf(int c) {
        return Optional.ofNullable(SYMBOLS.get(c))
                .or(() -> Symbols.tex(c).map(tex -> "$" + tex + "$"))
                .or(() -> isLetter(c) ? Optional.of(Character.toString(c)) : Optional.empty());
    }

    private static boolean isLetter(int c) {
        return c >= ' ' && c < LETTERS && !Character.isISOControl(c) && NOT_IN_OT1.indexOf(c) < 0;
    }

    /** A tick label in LaTeX's notation. */
    public static String of(TickLabel label) {
        String base = label.base().replace("−", "-").replace("×", "\\times ");
        String exponent = label.exponent().replace("−", "-");
        return "$" + base + (exponent.isEmpty() ? "" : "^{" + exponent + "}") + "$";
    }
}
