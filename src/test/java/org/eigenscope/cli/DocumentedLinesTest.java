package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The commands in blocks of the documents are understood, whatever files they name. */
class DocumentedLinesTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(console|sh)?\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("^(?:\\$ )?eigenscope (.*)$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** Of the shell: its variables and commands, which are left out, and what ends a command. */
    private static final Pattern OF_SHELL = Pattern.compile(".*[${}].*");

    private static final Pattern END = Pattern.compile(" (>|\\||&|;|#).*");

    @Test
    void everyCommandOfTheDocumentsParses() throws IOException {
        List<String> refused = new ArrayList<>();
        int count = 0;
        for (Path document : documents()) {
            for (String line : lines(Files.readString(document))) {
                count++;
                refusal(line).ifPresent(reason -> refused.add(document + ": " + line + ": " + reason));
            }
        }
        assertThat(refused).isEmpty();
        assertThat(count).isGreaterThan(60);
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        for (String folder : List.of("src/site/markdown", "src/main/resources/org/eigenscope/ui/training/presets")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    private static List<String> lines(String page) {
        List<String> lines = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            LINE.matcher(block.group(2).replace("\\\n", ""))
                    .results()
                    .map(line -> END.matcher(line.group(1)).replaceAll(""))
                    .filter(line ->
                            !OF_SHELL.matcher(line.replaceAll("'[^']*'", "")).matches())
                    .filter(line -> !line.contains("…"))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Optional<String> refusal(String line) {
        String[] words = WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        try {
            commands().parseArgs(words);
            return Optional.empty();
        } catch (ParameterException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    static CommandLine commands() {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new DataOutput(OutputStream.nullOutputStream()),
                new PrintWriter(Writer.nullWriter()));
        return new CommandTree(console, files -> Optional.empty(), Runnable::run, new ServeNowhere()).whole();
    }
}
