package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command, and every place for a file, with each of the values that programs stumble over: a line ends in
 * data or in a sentence. The options are those that the commands declare, so that new ones are tried as well.
 */
class OptionValuesTest {
    private static final Duration HANG = Duration.ofSeconds(30);

    private static final List<String> NUMBERS =
            List.of("-1", "0", "1e400", "NaN", "inf", "2147483648", "9223372036854775808");
    private static final List<String> TEXTS = List.of("", " ", "\u0000", "a".repeat(10_000));

    /** Of the system; below the test's own folder are the others. */
    private static final List<String> DEVICES = List.of("/dev/null", "/dev/full");

    @TempDir
    private Path folder;

    @BeforeEach
    void inputs() throws Exception {
        LineGrammar.writeInputs(folder);
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("closed.csv"), "1,2\n3,4\n").toFile().setReadable(false);
        Files.createSymbolicLink(folder.resolve("full.csv"), Path.of("/dev/full"));
        if (Files.exists(Path.of("/usr/bin/mkfifo"))) {
            new ProcessBuilder("/usr/bin/mkfifo", folder.resolve("fifo.csv").toString())
                    .start()
                    .waitFor();
        }
    }

    static Stream<String> commands() {
        // serve goes on until it is killed
        return LineGrammar.WORKING.keySet().stream().filter(command -> !command.equals("serve"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @Tag("thorough")
    void everyOptionTakesOrRefusesEveryValue(String command) {
        List<String> faults = new ArrayList<>();
        List<String> working = List.of(LineGrammar.WORKING.get(command).split(" "));
        for (OptionSpec option : options(command)) {
            for (String value : values(option)) {
                fault(with(working, option, value)).ifPresent(faults::add);
            }
        }
        for (int at = 1; at < working.size(); at++) {
            if (LineGrammar.isFile(working.get(at))) {
                for (String value : files(all())) {
                    List<String> line = new ArrayList<>(working);
                    line.set(at, value);
                    fault(line).ifPresent(faults::add);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fullOutputIsSaid(String command) {
        List<String> working = List.of(LineGrammar.WORKING.get(command).split(" "));
        assertThat(run(inFolder(working), new Full(), new ByteArrayOutputStream()))
                .isEqualTo(writesToStdout(command) ? 3 : 0);
    }

    private static boolean writesToStdout(String command) {
        return !Set.of("figure", "features").contains(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fullOutputIsSaidForHelp(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(run(List.of(command, "--help"), new Full(), err)).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        "eigenscope: the output could not be written: No space left on device.\n");
    }

    /** A disk without room. */
    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static List<OptionSpec> options(String command) {
        CommandLine all = CommandLineFuzzTest.commands();
        return all.getSubcommands().get(command).getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                // goes on until it is killed
                .filter(option -> !List.of(option.names()).contains("--watch"))
                .toList();
    }

    private List<String> values(OptionSpec option) {
        return option.arity().max() == 0
                ? List.of("true", "false", "", "2")
                : LineGrammar.takesFile(option) ? files(all()) : all();
    }

    private List<String> all() {
        List<String> values = new ArrayList<>(NUMBERS);
        values.addAll(TEXTS);
        values.addAll(DEVICES);
        for (String name : List.of("folder", "fifo.csv", "full.csv", "missing/x.csv", "closed.csv", "m.csv/x.csv")) {
            values.add(folder.resolve(name).toString());
        }
        return values;
    }

    /** Names without a folder would be written to the process's own. */
    private List<String> files(List<String> values) {
        return values.stream()
                .map(value -> value.isEmpty() || value.startsWith("/") ? value : folder + "/" + value)
                .toList();
    }

    private List<String> with(List<String> working, OptionSpec option, String value) {
        List<String> line = new ArrayList<>(working);
        for (String name : option.names()) {
            int at = line.indexOf(name);
            if (at >= 0 && option.arity().max() > 0) {
                line.subList(at, at + 2).clear();
            }
        }
        line.add(option.longestName() + "=" + value);
        return line;
    }

    private List<String> inFolder(List<String> line) {
        return line.stream()
                .map(word -> LineGrammar.isFile(word) ? folder + "/" + word : word)
                .toList();
    }

    private Optional<String> fault(List<String> line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> located = inFolder(line);
        String story = located.toString().replace("a".repeat(10_000), "a…a").replace("\u0000", "\\0");
        try {
            int code = assertTimeoutPreemptively(
                    HANG, () -> run(located, OutputStream.nullOutputStream(), err), () -> "hangs on " + story);
            String said = err.toString(StandardCharsets.UTF_8);
            boolean sound = List.of(0, 2, 3, 4).contains(code)
                    && !said.contains("Exception")
                    && !said.contains("a bug")
                    && (code == 0 || said.matches("(?s).{15,}\\R"));
            return sound ? Optional.empty() : Optional.of(code + " for " + story + ": " + said);
        } catch (AssertionError hang) {
            return Optional.of(hang.getMessage());
        }
    }

    private static int run(List<String> line, OutputStream out, OutputStream err) {
        return Cli.run(
                line.toArray(String[]::new),
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                files -> Optional.empty(),
                Runnable::run,
                new ServeNowhere());
    }
}
