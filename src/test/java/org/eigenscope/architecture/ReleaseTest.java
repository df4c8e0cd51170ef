package org.eigenscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The release has one version and one day, wherever they are written. */
class ReleaseTest {
    private static String found(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(file));
        assertThat(matcher.find()).as(pattern + " in " + file).isTrue();
        return matcher.group(1);
    }

    @Test
    void citationAndChangesNameTheVersionAndTheDayOfTheBuild() throws IOException {
        Path pom = Path.of("pom.xml");
        Path citation = Path.of("CITATION.cff");
        String version = found("<artifactId>eigenscope</artifactId>\\s*<version>([^<]+)</version>", pom);
        String day = found("<project.build.outputTimestamp>(\\d{4}-\\d{2}-\\d{2})", pom);
        assertThat(found("^version: (.*)$", citation)).isEqualTo(version);
        assertThat(found("^date-released: (.*)$", citation)).isEqualTo(day);
        assertThat(found("^## (.*)$", Path.of("src", "site", "markdown", "changelog.md")))
                .isEqualTo(version + " (" + day + ")");
    }
}
