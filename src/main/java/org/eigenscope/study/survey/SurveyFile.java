package org.eigenscope.study.survey;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.study.attribute.FileAttributes;

/**
 * A file of a survey, opened and listed. Its attributes can be shown and edited before they are used.
 *
 * @param path where it is
 * @param source what the study calls it
 * @param file what it holds; empty if it cannot be read
 * @param tensor the only tensor of it that is wanted; empty for all
 * @param attributes what is known of it
 * @param failure why it cannot be read, a sentence; empty if it can
 */
public record SurveyFile(
        Path path,
        String source,
        Optional<DerivedFile> file,
        Optional<String> tensor,
        FileAttributes attributes,
        String failure) {
    public SurveyFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(tensor, "tensor");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(failure, "failure");
    }

    /** The same with other attributes. */
    public SurveyFile withAttributes(FileAttributes value) {
        return new SurveyFile(path, source, file, tensor, value, failure);
    }
}
