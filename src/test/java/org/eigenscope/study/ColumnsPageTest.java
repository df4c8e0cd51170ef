package org.eigenscope.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ColumnsPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "guide", "columns.md");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Test
    void guideDefinesEveryColumnOnce() throws IOException {
        List<String> named = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(match -> match.group(1))
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Column.values()).map(Column::id).toList());
    }
}
