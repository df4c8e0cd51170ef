package org.eigenscope.study.survey;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which matrices to take: those that a glob of {@code match} fits, all if there is none, but those that one of {@code skip} fits. A glob
 * is held against the tensor's name, the file's name, its path and {@code PATH#TENSOR}; {@code *} stands for any characters, slashes and
 * dots included, {@code ?} for one, and {@code [ab]} for one of some.
 *
 * @param match globs of what to take
 * @param skip globs of what to leave out
 */
public record Globs(List<String> match, List<String> skip) {
    /** Takes everything. */
    public static final Globs ALL = new Globs(List.of(), List.of());

    public Globs {
        match = List.copyOf(match);
        skip = List.copyOf(skip);
    }

    /** Whether a matrix is taken. */
    public boolean takes(String source, String tensor) {
        return (match.isEmpty() || match.stream().anyMatch(glob -> fits(glob, source, tensor)))
                && skip.stream().noneMatch(glob -> fits(glob, source, tensor));
    }

    /** Whether a text as a whole fits a glob. */
    public static boolean fits(String glob, String text) {
        return pattern(glob).matcher(text).matches();
    }

    /** A glob that this text alone fits. */
    public static String literal(String text) {
        return text.replaceAll("[*?\\[]", "[$0]");
    }

    private static boolean fits(String glob, String source, String tensor) {
        Pattern pattern = pattern(glob);
        String name = source.substring(source.lastIndexOf('/') + 1);
        return List.of(tensor, name, source, source + "#" + tensor).stream()
                .anyMatch(text -> pattern.matcher(text).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder expression = new StringBuilder();
        boolean star = false;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                // several in a row mean the same as one, and would be slow
                expression.append(star ? "" : ".*");
            } else if (c == '?') {
                expression.append('.');
            } else if (end > 0) {
                String some = glob.substring(i + 1, end);
                boolean not = some.startsWith("!");
                String members = (not ? some.substring(1) : some)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&", "\\&");
                expression
                        .append('[')
                        .append(not ? "^" : "")
                        .append(members.replace("^", "\\^"))
                        .append(']');
                i = end;
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
            star = c == '*';
        }
        try {
            return Pattern.compile(expression.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException reversedRange) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }
}
