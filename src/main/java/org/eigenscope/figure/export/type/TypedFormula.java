package org.eigenscope.figure.export.type;

import java.util.Optional;
import java.util.function.IntFunction;

/** A formula as it was typed, in which symbols stand beside TeX's commands, in TeX's notation alone. */
final class TypedFormula {
    /** Up to here a letter with an accent is one of LaTeX's own. */
    private static final int LETTERS = 0x180;

    private final String typed;
    private final StringBuilder tex = new StringBuilder();

    private TypedFormula(String typed) {
        this.typed = typed;
    }

    /** The formula; empty if it holds characters that neither formulas nor words inside them have. */
    static Optional<String> tex(String typed) {
        if (typed.chars().allMatch(c -> c < 0x80)) {
            return Optional.of(typed);
        }
        // commands for symbols are for formulas, and would stop LaTeX among the words of a formula
        boolean words = typed.contains("\\text") || typed.contains("\\mbox");
        return words ? Optional.empty() : new TypedFormula(typed).translated();
    }

    private Optional<String> translated() {
        int at = 0;
        while (at < typed.length()) {
            int c = typed.codePointAt(at);
            if (Symbols.fromRaised(c).isPresent()) {
                at = shifted('^', at, Symbols::fromRaised);
            } else if (Symbols.fromLowered(c).isPresent()) {
                at = shifted('_', at, Symbols::fromLowered);
            } else if (accented(at).isPresent()) {
                tex.append(accented(at).get());
                at += Character.charCount(c) + 1;
            } else if (add(c)) {
                at += Character.charCount(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(tex.toString());
    }

    /** A letter with the accent that follows it. */
    private Optional<String> accented(int at) {
        int letter = typed.codePointAt(at);
        int next = at + Character.charCount(letter);
        return next < typed.length() ? Symbols.accented(letter, typed.codePointAt(next)) : Optional.empty();
    }

    /** A run of characters in one pair of braces, as TeX takes one index and one exponent. */
    private int shifted(char command, int from, IntFunction<Optional<Character>> plain) {
        tex.append(command).append('{');
        int at = from;
        while (at < typed.length() && plain.apply(typed.charAt(at)).isPresent()) {
            tex.append(
                    plain.apply(typed.charAt(at)).get() == '−'
                            ? '-'
                            : plain.apply(typed.charAt(at)).get());
            at++;
        }
        tex.append('}');
        return at;
    }

    private boolean add(int c) {
        Optional<String> symbol = Symbols.tex(c);
        if (symbol.isPresent()) {
            tex.append(symbol.get()).append(' ');
        } else if (c < 0x80) {
            tex.appendCodePoint(c);
        } else if (c < LETTERS && Character.isLetter(c)) {
            tex.append("\\text{").appendCodePoint(c).append('}');
        } else {
            return false;
        }
        return true;
    }
}
