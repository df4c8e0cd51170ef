package org.eigenscope.study.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eigenscope.study.StudyKey;

/**
 * How eigenvalues are taken and what is fitted to them: the part of a row's key that its content does not say.
 *
 * @param convention how eigenvalues are taken, as the study writes it
 * @param fit what is fitted to them, as the study writes it
 */
public record Settings(String convention, String fit) {
    private static final String BETWEEN = ";";

    public Settings {
        Objects.requireNonNull(convention, "convention");
        Objects.requireNonNull(fit, "fit");
    }

    /** Those of a row. */
    public static Settings of(StudyKey key) {
        return new Settings(key.convention(), key.options());
    }

    /** Both in one text. */
    public String text() {
        return convention + BETWEEN + fit;
    }

    /** The parts of one text of settings that not all of some texts have, such as {@code law=htmp}; empty if they are alike. */
    public static String differing(String text, Collection<String> all) {
        Set<String> common = new LinkedHashSet<>(parts(text));
        all.forEach(other -> common.retainAll(parts(other)));
        return parts(text).stream().filter(part -> !common.contains(part)).collect(Collectors.joining(BETWEEN));
    }

    private static Set<String> parts(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.split(BETWEEN)));
    }
}
