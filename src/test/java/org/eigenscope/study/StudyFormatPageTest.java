package org.eigenscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StudyFormatPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "study-format.md");

    @Test
    void pageHasTheColumnsAsTheyAreDefinedInTheirOrder() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| `[a-z_]+` \\| (text|integer|real) .*"))
                .toList();
        assertThat(lines)
                .isEqualTo(Arrays.stream(Column.values())
                        .map(StudyFormatPageTest::line)
                        .toList());
    }

    private static String line(Column column) {
        return "| `" + column.id() + "` | " + column.type().name().toLowerCase(Locale.ROOT) + " | " + column.unit()
                + " | " + column.meaning() + " |";
    }
}
