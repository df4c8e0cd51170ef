package org.eigenscope.io.format.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text table names its rows and columns and is no data, as a person says it.
 *
 * @param headerLines how many of the first lines name the columns; empty to find out
 * @param labelColumns how many of the first columns name the rows; empty to find out
 */
public record TableLayout(OptionalInt headerLines, OptionalInt labelColumns) {
    /** Everything is found out. */
    public static final TableLayout AUTOMATIC = new TableLayout(OptionalInt.empty(), OptionalInt.empty());

    /** More lines or columns of names than any table has. */
    public static final int MOST = 99;

    private static final Pattern NAME = Pattern.compile("\\[(?:header=(\\d{1,2}))?(,(?=index))?(?:index=(\\d{1,2}))?]");

    public TableLayout {
        requireCount("headerLines", headerLines);
        requireCount("labelColumns", labelColumns);
    }

    private static void requireCount(String name, OptionalInt count) {
        if (count.isPresent() && (count.getAsInt() < 0 || count.getAsInt() > MOST)) {
            throw new IllegalArgumentException(name + " = " + count.getAsInt() + " is outside 0 to " + MOST);
        }
    }

    /** The name under which a table is asked for in this layout, such as {@code [header=1,index=0]}; empty for the automatic one. */
    public String name() {
        if (equals(AUTOMATIC)) {
            return "";
        }
        String header = headerLines.isPresent() ? "header=" + headerLines.getAsInt() : "";
        String index = labelColumns.isPresent() ? "index=" + labelColumns.getAsInt() : "";
        return "[" + header + (header.isEmpty() || index.isEmpty() ? "" : ",") + index + "]";
    }

    /** The layout of a name; empty if it is none. */
    public static Optional<TableLayout> parse(String name) {
        if (name.isEmpty()) {
            return Optional.of(AUTOMATIC);
        }
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        TableLayout layout = new TableLayout(count(matcher.group(1)), count(matcher.group(3)));
        return Optional.of(layout).filter(found -> found.name().equals(name));
    }

    private static OptionalInt count(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
