package org.eigenscope.io.format.npy;

import java.util.ArrayList;
import java.util.List;

/**
 * The Python dictionary literal of a numpy header, read by a parser for just the literals that numpy writes; nothing is
 * ever evaluated.
 *
 * @param descr the dtype string, or {@code [} for a structured type
 * @param fortranOrder whether the first index runs fastest
 * @param shape the sizes
 */
record NpyDictionary(String descr, boolean fortranOrder, List<Long> shape) {
    private static final int MAX_DIMENSIONS = 64;

    /**
     * Parses the literal.
     *
     * @throws IllegalArgumentException with a sentence fragment if it is malformed
     */
    static NpyDictionary parse(String text) {
        return new Parser(text).dictionary();
    }

    private static final class Parser {
        private final String text;
        private int at;
        private String descr;
        private Boolean fortranOrder;
        private List<Long> shape;

        Parser(String text) {
            this.text = text;
        }

        NpyDictionary dictionary() {
            expect('{');
            while (!accept('}')) {
                String key = string();
                expect(':');
                value(key);
                if (!accept(',')) {
                    expect('}');
                    break;
                }
            }
            skipSpace();
            if (at < text.length()) {
                throw new IllegalArgumentException("text follows its dictionary");
            }
            if (descr == null || fortranOrder == null || shape == null) {
                throw new IllegalArgumentException("descr, fortran_order or shape is missing");
            }
            return new NpyDictionary(descr, fortranOrder, shape);
        }

        private void value(String key) {
            switch (key) {
                case "descr" -> {
                    refuseRepeated(key, descr);
                    descr = descr();
                }
                case "fortran_order" -> {
                    refuseRepeated(key, fortranOrder);
                    fortranOrder = bool();
                }
                case "shape" -> {
                    refuseRepeated(key, shape);
                    shape = tuple();
                }
                default -> throw new IllegalArgumentException("unknown key '" + key + "'");
            }
        }

        private static void refuseRepeated(String key, Object earlier) {
            if (earlier != null) {
                throw new IllegalArgumentException("key '" + key + "' comes twice");
            }
        }

        private String descr() {
            skipSpace();
            if (peek() != '[' && peek() != '(') {
                return string();
            }
            skipNested();
            return "[";
        }

        /** Steps over a bracketed literal; strings in it may hold brackets. */
        private void skipNested() {
            int depth = 0;
            do {
                char c = peek();
                if (c == '\'' || c == '"') {
                    string();
                    continue;
                }
                if (c == '[' || c == '(') {
                    depth++;
                } else if (c == ']' || c == ')') {
                    depth--;
                }
                at++;
            } while (depth > 0);
        }

        private String string() {
            skipSpace();
            char quote = peek();
            if (quote != '\'' && quote != '"') {
                throw new IllegalArgumentException("a quoted string was expected at position " + at);
            }
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new IllegalArgumentException("a string does not end");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }

        private boolean bool() {
            skipSpace();
            if (text.startsWith("True", at)) {
                at += 4;
                return true;
            }
            if (text.startsWith("False", at)) {
                at += 5;
                return false;
            }
            throw new IllegalArgumentException("fortran_order is neither True nor False");
        }

        private List<Long> tuple() {
            expect('(');
            List<Long> sizes = new ArrayList<>();
            while (!accept(')')) {
                if (sizes.size() == MAX_DIMENSIONS) {
                    throw new IllegalArgumentException("more than " + MAX_DIMENSIONS + " dimensions");
                }
                sizes.add(size());
                if (!accept(',')) {
                    expect(')');
                    break;
                }
            }
            return sizes;
        }

        private long size() {
            skipSpace();
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start || at - start > 18) {
                throw new IllegalArgumentException("a size in its shape is not a sensible whole number");
            }
            long size = Long.parseLong(text, start, at, 10);
            // Python 2 wrote long integers with a suffix
            accept('L');
            return size;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw new IllegalArgumentException("'" + c + "' was expected at position " + at);
            }
        }

        private boolean accept(char c) {
            skipSpace();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("its dictionary does not end");
            }
            return text.charAt(at);
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
