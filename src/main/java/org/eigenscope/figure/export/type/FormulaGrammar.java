package org.eigenscope.figure.export.type;

/**
 * What a formula in a label may be: characters, groups, indices and the commands of {@link FormulaCommands}, each with what it
 * takes. Labels come from sessions and from names in files of strangers; a formula that is accepted here does the same in LaTeX
 * as in JLaTeXMath, stops neither of them, and ends with its last character.
 */
public final class FormulaGrammar {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 20;

    private static final String RIGHT = "\\right";
    private static final String CHARACTERS = "+-=<>()[]|/.,;:!?*@";
    private static final String IN_TEXT = " +-=()[]/.,;:!?*'@";
    /** The first code point of letters with accents. */
    private static final int ACCENTED = 0xc0;

    private final String tex;
    private int at;
    private int depth;

    private FormulaGrammar(String tex) {
        this.tex = tex;
    }

    /** Whether a formula, without its dollar signs, is one of these. */
    public static boolean accepts(String tex) {
        if (tex.isBlank() || tex.length() > LONGEST) {
            return false;
        }
        FormulaGrammar grammar = new FormulaGrammar(tex);
        return grammar.items("") && grammar.at == tex.length();
    }

    /** Items up to the end or to a token, which is left where it is. */
    private boolean items(String end) {
        if (++depth > DEEPEST) {
            return false;
        }
        boolean raised = false;
        boolean lowered = false;
        while (at < tex.length() && !isAt(end)) {
            char c = tex.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '\'' || c == '^') {
                // TeX stops at a second exponent, and a prime is one
                if (raised || !exponent()) {
                    return false;
                }
                raised = true;
            } else if (c == '_') {
                at++;
                if (lowered || !shifted()) {
                    return false;
                }
                lowered = true;
            } else if (item()) {
                raised = false;
                lowered = false;
            } else {
                return false;
            }
        }
        depth--;
        return true;
    }

    private boolean isAt(String end) {
        int after = at + end.length();
        boolean longer = end.startsWith("\\") && after < tex.length() && Character.isLetter(tex.charAt(after));
        return !end.isEmpty() && tex.startsWith(end, at) && !longer;
    }

    /** Primes, an exponent, or primes before an exponent. */
    private boolean exponent() {
        while (next('\'')) {
            at++;
        }
        if (!next('^')) {
            return true;
        }
        at++;
        return shifted();
    }

    /** An exponent or index: a group, a character or a letter, because LaTeX takes no more without braces. */
    private boolean shifted() {
        skipSpaces();
        if (next('{')) {
            return group();
        }
        return next('\\') ? FormulaCommands.isLetter(command()) : character();
    }

    /**
     * The argument of a command. A star or a bracket is refused, because the command would take it for a part of
     * itself.
     */
    private boolean argument() {
        skipSpaces();
        boolean plain = at < tex.length() && isPlain(tex.charAt(at));
        return (plain || next('{') || next('\\')) && shifted();
    }

    private boolean item() {
        char c = tex.charAt(at);
        if (c == '{') {
            return group();
        }
        return c == '\\' ? applied(command()) : character();
    }

    private boolean character() {
        if (at == tex.length()) {
            return false;
        }
        char c = tex.charAt(at++);
        return isPlain(c) || CHARACTERS.indexOf(c) >= 0 || c == '~';
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private boolean group() {
        at++;
        return items("}") && close('}');
    }

    private boolean close(char end) {
        boolean closed = next(end);
        at++;
        return closed;
    }

    /** The name of the command that begins here, empty if none does. */
    private String command() {
        int from = ++at;
        while (at < tex.length() && Character.isLetter(tex.charAt(at)) && tex.charAt(at) < 0x80) {
            at++;
        }
        if (at == from && at < tex.length()) {
            at++;
        }
        return tex.substring(from, at);
    }

    /** The arguments that a command takes. */
    private boolean applied(String name) {
        if (FormulaCommands.isSymbol(name)) {
            return true;
        }
        if (FormulaCommands.takesText(name)) {
            return text();
        }
        if (FormulaCommands.takesDelimiter(name)) {
            return delimiter();
        }
        return switch (name) {
            case "sqrt" -> root();
            case "left" -> delimiter() && items(RIGHT) && right();
            default -> FormulaCommands.arguments(name) > 0 && arguments(FormulaCommands.arguments(name));
        };
    }

    private boolean right() {
        boolean closed = isAt(RIGHT);
        at += RIGHT.length();
        return closed && delimiter();
    }

    private boolean arguments(int count) {
        for (int i = 0; i < count; i++) {
            if (!argument()) {
                return false;
            }
        }
        return true;
    }

    private boolean root() {
        skipSpaces();
        if (next('[')) {
            at++;
            while (at < tex.length() && isPlain(tex.charAt(at))) {
                at++;
            }
            if (!close(']')) {
                return false;
            }
        }
        return argument();
    }

    private boolean delimiter() {
        skipSpaces();
        if (at == tex.length()) {
            return false;
        }
        String token = next('\\') ? "\\" + command() : Character.toString(tex.charAt(at++));
        return FormulaCommands.isDelimiter(token);
    }

    private boolean text() {
        skipSpaces();
        if (!next('{')) {
            return false;
        }
        at++;
        while (at < tex.length() && !next('}')) {
            char c = tex.charAt(at++);
            boolean accented = c >= ACCENTED && Character.isLetter(c) && !LatexText.lacks(c);
            if (!isPlain(c) && !accented && IN_TEXT.indexOf(c) < 0) {
                return false;
            }
        }
        return close('}');
    }

    private void skipSpaces() {
        while (next(' ')) {
            at++;
        }
    }

    private boolean next(char c) {
        return at < tex.length() && tex.charAt(at) == c;
    }
}
