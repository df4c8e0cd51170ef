package org.eigenscope.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.FileNames;

/**
 * What the user points at: {@code FILE} or {@code FILE#NAME}.
 *
 * @param file the file
 * @param name the tensor inside it; empty when the user named none
 */
public record MatrixTarget(Path file, Optional<String> name) {
    private static final char SEPARATOR = '#';

    public MatrixTarget {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
    }

    /**
     * Reads {@code FILE[#NAME]}. Both parts may contain {@code #}: the whole text is the file if such a file exists,
     * otherwise the file is the shortest existing one before a {@code #}, otherwise what is before the first.
     *
     * @throws BadInputException if the text is blank or no path on this system
     */
    public static MatrixTarget parse(String text) throws BadInputException {
        if (text.isBlank()) {
            throw new BadInputException("No file is named; give FILE or FILE#NAME.");
        }
        try {
            return parsePath(text);
        } catch (InvalidPathException e) {
            throw new BadInputException(
                    "\"" + text + "\" is not a file name in the encoding of this system, " + FileNames.encoding() + "; "
                            + FileNames.advice() + ".",
                    e);
        }
    }

    private static MatrixTarget parsePath(String text) {
        int first = text.indexOf(SEPARATOR);
        if (first <= 0 || Files.exists(Path.of(text))) {
            return new MatrixTarget(Path.of(text), Optional.empty());
        }
        for (int at = first; at > 0; at = text.indexOf(SEPARATOR, at + 1)) {
            if (Files.exists(Path.of(text.substring(0, at)))) {
                return split(text, at);
            }
        }
        return split(text, first);
    }

    private static MatrixTarget split(String text, int at) {
        String name = text.substring(at + 1);
        return new MatrixTarget(Path.of(text.substring(0, at)), name.isEmpty() ? Optional.empty() : Optional.of(name));
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return name.map(n -> file.toString() + SEPARATOR + n).orElse(file.toString());
    }
}
