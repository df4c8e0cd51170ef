package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.cli.ConsoleExamples.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says that commands print is what they print. A program in src/tools writes it anew. */
class GuideExamplesTest {
    private static final Path GUIDE = Path.of("src", "site", "markdown", "guide");

    static Stream<Path> pages() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(GUIDE)) {
            pages = files.sorted().toList();
        }
        return pages.stream().filter(page -> !ConsoleExamples.of(read(page)).isEmpty());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsPrintWhatThePageSays(Path page, @TempDir Path folder) throws IOException {
        ConsoleExamples examples = new ConsoleExamples(folder);
        for (Example example : ConsoleExamples.of(read(page))) {
            List<String> printed = examples.run(example.command());
            if (!ConsoleExamples.agree(example.printed(), printed)) {
                assertThat(String.join("\n", printed))
                        .as(example.command())
                        .isEqualTo(String.join("\n", example.printed()));
            }
        }
    }

    @Test
    void everyCommandHasAPlaceOnThePage() {
        String page = read(GUIDE.resolve("commands.md"));
        assertThat(DocumentedLinesTest.commands().getSubcommands().keySet())
                .allSatisfy(
                        command -> assertThat(page).containsPattern("(?m)^## (.* and )?" + command + "( and .*)?: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kappa 1.78 of 200|kappa 1.779 of 200|true",
                "kappa 1.78|kappa 1.80|false",
                "n 200|n 201|false",
                "0.123456789|0.12345679|true",
                "κ 1.5|γ 1.5|false"
            })
    void numbersAgreeAsFarAsTheyArePrinted(String expected, String printed, boolean agree) {
        assertThat(ConsoleExamples.agree(List.of(expected), List.of(printed))).isEqualTo(agree);
    }

    @Test
    void anEllipsisStandsForLinesThatAreLeftOut() {
        List<String> printed = List.of("a", "b", "c", "d");
        assertThat(ConsoleExamples.agree(List.of("a", "…", "d"), printed)).isTrue();
        assertThat(ConsoleExamples.agree(List.of("a", "…", "c"), printed)).isFalse();
    }
}
