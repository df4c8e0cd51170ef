package org.eigenscope.io.format.text;

import java.util.regex.Pattern;

/** What a cell of a text table can be, seen alone. */
enum CellKind {
    /** Nothing, or a word for a missing value. */
    MISSING,
    /** Digits and perhaps a sign: a number, or a label that counts. */
    INTEGER,
    /** Any other number. */
    REAL,
    /** Something that names. */
    NAME,
    /** A number with a unit or a suffix, such as {@code 5nm} or {@code 0x1F}: it may name a column, but in a row it is no label. */
    QUANTITY,
    /** Neither a number nor a name, such as {@code 1.2.3} or a complex number in a table of real ones: it is to be refused, not to be taken for a label. */
    MALFORMED;

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{4}[QqMmWw-]+\\d{1,2})([T ].*)?");
    private static final Pattern WITH_UNIT =
            Pattern.compile("[+-]?(0[xX][0-9a-fA-F.pP+-]+|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s?[^0-9\\s]{1,3})");
    private static final Pattern MADE_OF_DIGITS = Pattern.compile("[-+0-9.,:;%/\\s]*");

    static CellKind of(String cell, NumberStyle style) {
        String text = CellParser.stripped(cell);
        if (text.isEmpty()) {
            return MISSING;
        }
        if (DIGITS.matcher(text).matches()) {
            return INTEGER;
        }
        if (style.isComplex() && ComplexCell.isOne(text)) {
            return REAL;
        }
        try {
            return Double.isNaN(CellParser.of(style).parse(text)) ? MISSING : REAL;
        } catch (NumberFormatException none) {
            return ofWord(text);
        }
    }

    private static CellKind ofWord(String text) {
        if (DATE.matcher(text).matches()) {
            return NAME;
        }
        if (ComplexCell.isOne(text) || MADE_OF_DIGITS.matcher(text).matches()) {
            return MALFORMED;
        }
        return WITH_UNIT.matcher(text).matches() ? QUANTITY : NAME;
    }

    boolean isNumber() {
        return this == INTEGER || this == REAL;
    }

    /** Whether it may name a column. */
    boolean isTitle() {
        return this == NAME || this == QUANTITY;
    }
}
