package org.eigenscope.figure.export.type;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eigenscope.figure.axis.TickLabel;

/**
 * A line of text in pieces: words, variables, raised exponents, lowered indices, formulas.
 *
 * <p>Lower-case Greek letters are variables and slope; symbols that the face lacks are formulas; between two dollar signs stands a formula in LaTeX's notation, and a dollar
 * sign without a partner is itself, as is a formula that cannot be set.
 */
public record RichText(List<Piece> pieces) {
    /** How a piece is set. */
    public enum Kind {
        WORD,
        VARIABLE,
        RAISED,
        LOWERED,
        FORMULA
    }

    /**
     * A run of text set in one way.
     *
     * @param kind how it is set
     * @param text its characters, or a formula's TeX
     */
    public record Piece(Kind kind, String text) {}

    /** C0, DEL and C1, lines' and paragraphs' ends, formats. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final int LONGEST_LINE = 1000;

    public RichText {
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

    /** Splits a typed line into its pieces. */
    public static RichText parse(String line) {
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
            Optional<String> tex = TypedFormula.tex(formula).filter(set -> !formula.isEmpty() && Formulas.canSet(set));
            if (tex.isPresent()) {
                pieces.add(new Piece(Kind.FORMULA, tex.get()));
            } else if (!formula.isEmpty()) {
                addWords(text.substring(open, close + 1), pieces);
            }
            from = close + 1;
        }
        addWords(text.substring(from), pieces);
        return new RichText(pieces);
    }

    /**
     * The text with spaces for what no format can hold or what would reorder the rest: control characters and formats. A line that
     * no page has room for is cut.
     */
    public static String printable(String text) {
        String plain = CONTROLS.matcher(text).replaceAll(" ");
        return plain.length() <= LONGEST_LINE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST_LINE) - 1)) + "…";
    }

    private static void addWords(String words, List<Piece> pieces) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFC);
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            Optional<String> accented =
                    next < text.length() ? Symbols.accented(c, text.codePointAt(next)) : Optional.empty();
            if (accented.isPresent()) {
                addRun(text.substring(start, i), pieces);
                pieces.add(new Piece(Kind.FORMULA, accented.get()));
                next++;
                start = next;
            } else if (next == text.length() || kind(text.codePointAt(next)) != kind(c)) {
                addRun(text.substring(start, next), pieces);
                start = next;
            }
            i = next;
        }
    }

    /** Characters of one kind. */
    private static void addRun(String run, List<Piece> pieces) {
        if (!run.isEmpty()) {
            Kind kind = kind(run.codePointAt(0));
            pieces.add(new Piece(kind, plain(run, kind)));
        }
    }

    private static Kind kind(int c) {
        if (c >= 'α' && c <= 'ω') {
            return Kind.VARIABLE;
        }
        if (Symbols.isOfTex(c)) {
            return Kind.FORMULA;
        }
        if (Symbols.fromRaised(c).isPresent()) {
            return Kind.RAISED;
        }
        return Symbols.fromLowered(c).isPresent() ? Kind.LOWERED : Kind.WORD;
    }

    /** The characters that are set for a run of one kind. */
    private static String plain(String text, Kind kind) {
        return switch (kind) {
            case WORD, VARIABLE -> text;
            case RAISED -> each(text, "", c -> Symbols.fromRaised(c).map(String::valueOf));
            case LOWERED -> each(text, "", c -> Symbols.fromLowered(c).map(String::valueOf));
            case FORMULA -> each(text, " ", Symbols::tex);
        };
    }

    private static String each(String text, String between, IntFunction<Optional<String>> replacement) {
        return text.codePoints()
                .mapToObj(c -> replacement.apply(c).orElseThrow())
                .collect(Collectors.joining(between));
    }
}
