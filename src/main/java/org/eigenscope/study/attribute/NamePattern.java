package org.eigenscope.study.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eigenscope.error.BadInputException;

/**
 * Attributes in the names of files: a regular expression with named groups, such as {@code b(?<batch_size>\d+)_s(?<seed>\d+)}, or a
 * template such as {@code {model}_{data}_b{batch}_{epoch}_{repeat}}. It is looked for in the file's path, with slashes.
 */
public final class NamePattern {
    private static final Pattern UNDERSCORED = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9_]*)>");
    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*)}");
    private static final int LONGEST_PATH = 1000;

    /** How often a matcher may look at a character before the pattern is given up as one that never ends. */
    private static final int MOST_LOOKS = 2_000_000;

    private final String text;
    private final Pattern pattern;
    private final List<String> names;

    private NamePattern(String text, Pattern pattern, List<String> names) {
        this.text = text;
        this.pattern = pattern;
        this.names = List.copyOf(names);
    }

    /**
     * Reads a pattern or a template.
     *
     * @throws BadInputException if it is none, or names nothing
     */
    public static NamePattern parse(String text) throws BadInputException {
        boolean template = FIELD.matcher(text).find() && !text.contains("(?<");
        String expression = template ? expression(text) : text;
        Set<String> names = new LinkedHashSet<>();
        Matcher groups = UNDERSCORED.matcher(expression);
        StringBuilder plain = new StringBuilder();
        while (groups.find()) {
            names.add(groups.group(1));
            // Java's groups have no underscores in their names
            groups.appendReplacement(plain, "(?<" + group(groups.group(1)) + ">");
        }
        groups.appendTail(plain);
        if (names.isEmpty()) {
            throw new BadInputException("The pattern " + text
                    + " names no attribute; write groups such as (?<step>\\d+), or fields such as {step}.");
        }
        try {
            return new NamePattern(text, Pattern.compile(plain.toString()), new ArrayList<>(names));
        } catch (PatternSyntaxException malformed) {
            throw new BadInputException(
                    "The pattern " + text + " is no regular expression: " + malformed.getDescription() + ".",
                    malformed);
        }
    }

    private static String group(String name) {
        return name.replace("_", "U95U");
    }

    /** Fields hold no slash, and as little as they can; what follows the last one does not matter. */
    private static String expression(String template) {
        Matcher fields = FIELD.matcher(template);
        StringBuilder expression = new StringBuilder("(?:^|/)");
        int end = 0;
        while (fields.find()) {
            expression.append(Pattern.quote(template.substring(end, fields.start())));
            expression.append("(?<").append(fields.group(1)).append(">[^/]+?)");
            end = fields.end();
        }
        expression.append(Pattern.quote(template.substring(end)));
        return expression.append("(?=\\.[A-Za-z0-9]+$|/|$)").toString();
    }

    /**
     * The attributes in a file's path; none if the pattern is not found in it.
     *
     * @throws BadInputException if the pattern takes too long
     */
    public List<Attribute> attributes(Path file) throws BadInputException {
        String path = file.toString().replace('\\', '/');
        Matcher matcher = pattern.matcher(new CountedText(path.length() > LONGEST_PATH ? "" : path));
        List<Attribute> found = new ArrayList<>();
        try {
            if (matcher.find()) {
                for (String name : names) {
                    String value = matcher.group(group(name));
                    if (value != null) {
                        AttributeNames.attribute(name, value, AttributeOrigin.PATTERN)
                                .ifPresent(found::add);
                    }
                }
            }
        } catch (TooManyLooksException | StackOverflowError endless) {
            throw new BadInputException("The pattern " + text + " takes too long on " + file + "; write it simpler.");
        }
        return found;
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A text that counts how often it is looked at, since some patterns take exponential time. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooksException();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
