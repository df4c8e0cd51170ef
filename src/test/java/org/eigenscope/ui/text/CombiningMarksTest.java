package org.eigenscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The window's font, Roboto, has no combining marks, so that a hat on κ is drawn as a dotted circle behind it. */
class CombiningMarksTest {
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern HAT = Pattern.compile("(?<=\\p{L})\\x{302}");
    private static final Pattern MARK_IN_A_LITERAL = Pattern.compile("\"[^\"\\n]*\\p{M}[^\"\\n]*\"");

    @Test
    void noTextOfTheWindowHasACombiningMark() throws IOException {
        assertThat(files("src/main/resources/org/eigenscope/ui", ".fxml", ".properties"))
                .isNotEmpty()
                .noneMatch(file -> MARK.matcher(text(file)).find());
    }

    /** Lessons and presets may put a hat on a letter: what shows them draws it ({@code HattedLetter}). */
    @Test
    void lessonsAndPresetsHaveNoMarkBesideHats() throws IOException {
        assertThat(files("src/main/resources/org/eigenscope/ui", ".md"))
                .isNotEmpty()
                .noneMatch(file ->
                        MARK.matcher(HAT.matcher(text(file)).replaceAll("")).find());
    }

    @Test
    void noLiteralOfTheWindowsCodeHasACombiningMark() throws IOException {
        assertThat(files("src/main/java/org/eigenscope/ui", ".java"))
                .isNotEmpty()
                .noneMatch(file -> MARK_IN_A_LITERAL.matcher(text(file)).find());
    }

    private static List<Path> files(String folder, String... ends) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
