package org.eigenscope.ui.models.review;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.study.attribute.Attribute;
import org.eigenscope.study.survey.SurveyFile;

/**
 * A file that is to be surveyed, with what is known of it now.
 *
 * @param place its number, from 0
 * @param file with its attributes
 */
public record ReviewLine(int place, SurveyFile file) {
    public ReviewLine {
        Objects.requireNonNull(file, "file");
    }

    /** An attribute by name. */
    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(file.attributes().byName().get(name));
    }

    /** Its value; empty if the file does not have it. */
    public String value(String name) {
        return attribute(name).map(Attribute::value).orElse("");
    }
}
