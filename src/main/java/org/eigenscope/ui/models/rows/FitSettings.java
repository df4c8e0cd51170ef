package org.eigenscope.ui.models.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.survey.SurveyOptions;

/**
 * What is fitted to the matrices of a study and how: the part of a row's key that says it. A study may have results of several.
 *
 * @param options as the study writes it
 */
public record FitSettings(String options) {
    /** The more likely orientation of HTMP, as a survey has it that is told nothing else. */
    public static final FitSettings USUAL =
            new FitSettings(SurveyOptions.withDefaults().fit());

    public FitSettings {
        Objects.requireNonNull(options, "options");
    }

    /** A law under the usual settings. */
    public static FitSettings of(LawFamily law) {
        return new FitSettings(
                SurveyOptions.withDefaults().withLaw(Optional.of(law)).fit());
    }

    /** The settings of a survey; those that this version does not know are left as usual. */
    public SurveyOptions survey() {
        int replicates = number("bootstrap", 0);
        SurveyOptions read = SurveyOptions.withDefaults()
                .withLaw(law())
                .withBootstrap(new FitPlan.Bootstrap(replicates, number("seed", 1)));
        return read.withLeastEigenvalues(Math.max(2, number("min-n", read.leastEigenvalues())));
    }

    /** Whether a survey under {@link #survey} has these very settings. */
    public boolean isKnown() {
        return survey().fit().equals(options);
    }

    /** The law that is asked for; empty for the more likely orientation. */
    public Optional<LawFamily> law() {
        return Arrays.stream(LawFamily.values())
                .filter(law -> law.id().equals(value("law")))
                .findFirst();
    }

    private String value(String name) {
        return Arrays.stream(options.split(";"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private int number(String name, int otherwise) {
        String digits = value(name);
        return digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : otherwise;
    }

    /** What a person calls it. */
    public String label() {
        List<String> parts = new ArrayList<>();
        parts.add(law().map(LawFamily::displayName)
                .orElse(value("law").equals("better") || value("law").isEmpty() ? "better HTMP" : value("law")));
        if (number("bootstrap", 0) > 0) {
            parts.add("bootstrap " + value("bootstrap"));
        }
        int least = SurveyOptions.withDefaults().leastEigenvalues();
        if (number("min-n", least) != least) {
            parts.add("n ≥ " + value("min-n"));
        }
        return String.join(", ", parts);
    }

    @Override
    public String toString() {
        return label();
    }
}
