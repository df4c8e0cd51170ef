package org.eigenscope.io.format.matrixmarket;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.matrix.ElementType;

/**
 * The banner and the sizes of a MatrixMarket file.
 *
 * @param array whether all entries are listed, column by column, instead of those that are not zero
 * @param field what the entries are
 * @param symmetry which of them are left out because others tell them
 * @param rows the declared rows
 * @param columns the declared columns
 * @param count how many entries follow
 */
record MarketHeader(boolean array, Field field, Symmetry symmetry, long rows, long columns, long count) {
    private static final String BANNER = "%%matrixmarket";
    private static final int BANNER_WORDS = 5;
    private static final long MOST = 1L << 31;

    enum Field {
        REAL(ElementType.F64),
        INTEGER(ElementType.I64),
        PATTERN(ElementType.BOOL),
        COMPLEX(ElementType.C128);

        private final ElementType type;

        Field(ElementType type) {
            this.type = type;
        }

        /** As what the entries count. */
        ElementType type() {
            return type;
        }
    }

    enum Symmetry {
        GENERAL,
        SYMMETRIC,
        HERMITIAN,
        SKEW
    }

    private static final Map<String, Field> FIELDS = Map.of(
            "real", Field.REAL,
            "double", Field.REAL,
            "integer", Field.INTEGER,
            "unsigned-integer", Field.INTEGER,
            "pattern", Field.PATTERN,
            "complex", Field.COMPLEX);
    private static final Map<String, Symmetry> SYMMETRIES = Map.of(
            "general", Symmetry.GENERAL,
            "symmetric", Symmetry.SYMMETRIC,
            "hermitian", Symmetry.HERMITIAN,
            "skew-symmetric", Symmetry.SKEW);

    static boolean isBanner(String start) {
        return start.toLowerCase(Locale.ROOT).startsWith(BANNER);
    }

    /**
     * Reads up to the first entry.
     *
     * @throws BadInputException if there is no banner, it asks for what does not exist, or the sizes are absurd
     */
    static MarketHeader read(MarketTokens in, String label) throws IOException, BadInputException {
        List<String> banner = List.of(in.line().toLowerCase(Locale.ROOT).split("\\s+"));
        boolean known = banner.size() == BANNER_WORDS
                && banner.get(0).equals(BANNER)
                && banner.get(1).equals("matrix")
                && List.of("coordinate", "array").contains(banner.get(2))
                && FIELDS.containsKey(banner.get(3))
                && SYMMETRIES.containsKey(banner.get(4));
        if (!known) {
            throw new BadInputException(label + " does not start with a MatrixMarket banner of a matrix, such as"
                    + " \"%%MatrixMarket matrix coordinate real general\".");
        }
        boolean array = banner.get(2).equals("array");
        Field field = FIELDS.get(banner.get(3));
        Symmetry symmetry = SYMMETRIES.get(banner.get(4));
        long rows = size(in, label);
        long columns = size(in, label);
        refuseContradictions(array, field, symmetry, rows, columns, label);
        long count = array ? arrayCount(symmetry, rows, columns) : size(in, label);
        return new MarketHeader(array, field, symmetry, rows, columns, count);
    }

    /** The fewest characters that the entries can take. */
    long leastBytes() {
        if (array) {
            return (field == Field.COMPLEX ? 4 : 2) * count - 1;
        }
        return switch (field) {
            case PATTERN -> 4 * count - 1;
            case COMPLEX -> 8 * count - 1;
            default -> 6 * count - 1;
        };
    }

    private static long arrayCount(Symmetry symmetry, long rows, long columns) {
        return switch (symmetry) {
            case GENERAL -> rows * columns;
            case SYMMETRIC, HERMITIAN -> rows * (rows + 1) / 2;
            case SKEW -> rows * (rows - 1) / 2;
        };
    }

    private static void refuseContradictions(
            boolean array, Field field, Symmetry symmetry, long rows, long columns, String label)
            throws BadInputException {
        if (array && field == Field.PATTERN) {
            throw new BadInputException(
                    label + " is an array that is only a pattern, which MatrixMarket does not have.");
        }
        if (symmetry != Symmetry.GENERAL && rows != columns) {
            throw new BadInputException(
                    label + " calls a matrix of " + rows + "×" + columns + " symmetric: it is damaged.");
        }
    }

    private static long size(MarketTokens in, String label) throws IOException, BadInputException {
        String word = in.word();
        try {
            long size = Long.parseLong(word == null ? "" : word);
            if (size >= 0 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException none) {
            throw new BadInputException(
                    label + " has no sizes where they should be, in line " + in.lineNumber() + ".", none);
        }
        throw new BadInputException(label + " declares an impossible size, " + word + ": it is damaged.");
    }
}
