package org.eigenscope.study.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.text.TypedNumber;

/**
 * Which rows a person wants to see. Terms stand one after the other with blanks between them, and a row fits if it fits all of them:
 *
 * <ul>
 *   <li>{@code fc1}: some text of the row has it, in capitals or not; {@code "two words"} has blanks in it
 *   <li>{@code role:fc1}: that text has it; {@code role=fc1}: it is that text; {@code role!=fc1}: it is another
 *   <li>{@code kappa<2}, {@code <=}, {@code >}, {@code >=}, {@code =}, {@code !=}: a comparison of numbers, false where there is none
 *   <li>{@code kappa=}: there is none; {@code kappa!=}: there is one
 *   <li>{@code -fc1} and {@code -role:fc1}: rows that do not fit the term
 * </ul>
 */
public final class RowFilter implements Predicate<StudyRow> {
    private static final Pattern TERM = Pattern.compile("(-?)([A-Za-z_][A-Za-z0-9_]*)(<=|>=|!=|<|>|=|:)(.*)");
    private static final int LONGEST = 1000;

    private final List<Predicate<StudyRow>> terms;

    private RowFilter(List<Predicate<StudyRow>> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * Reads a filter.
     *
     * @param text as it was typed
     * @param fields what can be compared
     * @param words the text of a row, in small letters
     * @throws BadInputException with a sentence if a term is none
     */
    public static RowFilter parse(String text, Fields fields, Function<StudyRow, String> words)
            throws BadInputException {
        if (text.length() > LONGEST) {
            throw new BadInputException("The filter is longer than " + LONGEST + " letters.");
        }
        List<Predicate<StudyRow>> terms = new ArrayList<>();
        for (String term : split(text)) {
            Matcher comparison = TERM.matcher(term);
            terms.add(comparison.matches() ? comparison(comparison, fields) : word(term, words));
        }
        return new RowFilter(terms);
    }

    /** The terms; blanks between quotation marks do not part them. */
    private static List<String> split(String text) throws BadInputException {
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (any) {
                    terms.add(term.toString());
                }
                term.setLength(0);
                any = false;
            } else {
                term.append(c);
                any = true;
            }
        }
        if (quoted) {
            throw new BadInputException("A quotation mark has no partner.");
        }
        if (any) {
            terms.add(term.toString());
        }
        return terms;
    }

    private static Predicate<StudyRow> word(String term, Function<StudyRow, String> words) {
        boolean not = term.length() > 1 && term.charAt(0) == '-';
        String wanted = (not ? term.substring(1) : term).toLowerCase(Locale.ROOT);
        return row -> words.apply(row).contains(wanted) != not;
    }

    private static Predicate<StudyRow> comparison(Matcher term, Fields fields) throws BadInputException {
        String name = term.group(2);
        Optional<Field> found = fields.find(name);
        if (found.isEmpty()) {
            throw new BadInputException("There is no column " + name
                    + fields.nearest(name)
                            .map(near -> "; " + near + " is one.")
                            .orElse(". The head of each column is its name."));
        }
        Field field = found.get();
        String sign = term.group(3);
        String value = term.group(4).strip();
        Predicate<StudyRow> fits = value.isEmpty()
                ? missing(field, sign)
                : field.numeric() ? numbers(field, sign, value) : texts(field, sign, value);
        return term.group(1).isEmpty() ? fits : fits.negate();
    }

    private static Predicate<StudyRow> missing(Field field, String sign) throws BadInputException {
        return switch (sign) {
            case "=", ":" -> row -> field.text(row).isEmpty();
            case "!=" -> row -> !field.text(row).isEmpty();
            default -> throw new BadInputException(field.id() + sign + " lacks a number.");
        };
    }

    private static Predicate<StudyRow> numbers(Field field, String sign, String value) throws BadInputException {
        OptionalDouble read = TypedNumber.parse(value);
        if (read.isEmpty()) {
            throw new BadInputException(value + " is no number, which " + field.id() + " is compared with.");
        }
        double other = read.getAsDouble();
        return switch (sign) {
            case "<" -> row -> field.number(row) < other;
            case "<=" -> row -> field.number(row) <= other;
            case ">" -> row -> field.number(row) > other;
            case ">=" -> row -> field.number(row) >= other;
            case "!=" -> row -> field.number(row) < other || field.number(row) > other;
            default -> row -> field.number(row) == other;
        };
    }

    private static Predicate<StudyRow> texts(Field field, String sign, String value) throws BadInputException {
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (sign) {
            case ":" -> row -> field.text(row).toLowerCase(Locale.ROOT).contains(wanted);
            case "=" -> row -> field.text(row).toLowerCase(Locale.ROOT).equals(wanted);
            case "!=" -> row -> !field.text(row).toLowerCase(Locale.ROOT).equals(wanted);
            default ->
                throw new BadInputException(field.id() + " is text; write " + field.id() + ":" + value + " or "
                        + field.id() + "=" + value + ".");
        };
    }

    @Override
    public boolean test(StudyRow row) {
        for (Predicate<StudyRow> term : terms) {
            if (!term.test(row)) {
                return false;
            }
        }
        return true;
    }
}
