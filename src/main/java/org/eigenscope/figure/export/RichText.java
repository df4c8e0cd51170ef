package org.eigenscope.figure.export;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.figure.TickLabel;

/**
 * A line of text in pieces: words, variables, raised exponents, formulas.
 *
 * <p>Lower-case Greek letters are variables and slope; between two dollar signs stands a formula in LaTeX's notation, and a dollar
 * sign without a partner is itself, as is a formula that cannot be set.
 */
record RichText(List<Piece> pieces) {
    private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "−0123456789";

    /** How a piece is set. */
    enum Kind {
        WORD,
        VARIABLE,
        RAISED,
        FORMULA
    }

    /** A piece. */
    record Piece(Kind kind, String text) {}

    RichText {
        pieces = List.copyOf(pieces);
    }

    static RichText of(TickLabel label) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(Kind.WORD, label.base()));
        if (!label.exponent().isEmpty()) {
            pieces.add(new Piece(Kind.RAISED, label.exponent()));
        }
        return new RichText(pieces);
    }

    static RichText parse(String line) {
        String text = printable(line);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('$', from);
            int close = open < 0 ? -1 : text.indexOf('$', open + 1);
            if (close < 0) {
                break;
            }
            addWords(text.substring(from, open), pieces);
            String formula = text.substring(open + 1, close);
            if (!formula.isEmpty() && Formulas.canSet(formula)) {
                pieces.add(new Piece(Kind.FORMULA, formula));
            } else if (!formula.isEmpty()) {
                addWords(text.substring(open, close + 1), pieces);
            }
            from = close + 1;
        }
        addWords(text.substring(from), pieces);
        return new RichText(pieces);
    }

    /** The text with spaces for control characters, which no format can hold. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static void addWords(String text, List<Piece> pieces) {
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            Kind kind = kind(text.charAt(start));
            if (i == text.length() || kind(text.charAt(i)) != kind) {
                String piece = text.substring(start, i);
                pieces.add(new Piece(kind, kind == Kind.RAISED ? lowered(piece) : piece));
                start = i;
            }
        }
    }

    private static Kind kind(char c) {
        if (c >= 'α' && c <= 'ω') {
            return Kind.VARIABLE;
        }
        return RAISED.indexOf(c) >= 0 ? Kind.RAISED : Kind.WORD;
    }

    /** Superscript characters, of which the face lacks some, as the plain ones that are then raised. */
    private static String lowered(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(c -> plain.append(LOWERED.charAt(RAISED.indexOf(c))));
        return plain.toString();
    }
}
