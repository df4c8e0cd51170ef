package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.cli.console.Failures;
import org.eigenscope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines in a folder that a stranger filled, and with more than there is room for. */
class HostileCommandLinesTest {
    @TempDir
    private Path folder;

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private Path table(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "2,1\n1,3\n");
    }

    @Test
    void aFileWhoseNameBeginsWithAnAtSignHoldsNoArguments() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim.pdf"), "a thesis");
        Path arguments = Files.writeString(folder.resolve("a.csv"), "-o\n" + victim + "\n");
        CommandLineRun run = CommandLineRun.of(
                "figure", "@" + arguments, table("m.csv").toString(), "--no-laws", "-o", out("a.svg"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("@" + arguments);
        assertThat(victim).hasContent("a thesis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankNameIsNoWorkingFolder(String name) {
        CommandLineRun run =
                CommandLineRun.of("train", "--net", "mlp:4", "--epochs", "1", "--batch", "1000", "-o", name);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("names no file and no folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info",
                "spectrum",
                "fit",
                "density",
                "sample",
                "structure",
                "figure",
                "open",
                "survey",
                "correlate",
                "compare",
                "train",
                "features",
                "send"
            })
    void noCommandExpandsAtFiles(String command) throws IOException {
        Path arguments = Files.writeString(folder.resolve("help"), "--help\n");
        assertThat(CommandLineRun.of(command, "@" + arguments).out()).doesNotContain("Usage:");
    }

    @Test
    void theOtherSpectrumIsNotWrittenOver() throws IOException {
        Path ghost = table("g.csv");
        CommandLineRun run = CommandLineRun.of(
                "figure", table("m.csv").toString(), "--no-laws", "--ghost", ghost.toString(), "-o", ghost.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("g.csv is what the figure is drawn from");
        assertThat(ghost).hasContent("2,1\n1,3");
    }

    @Test
    void aSessionIsNotWrittenOverByWhatIsDrawnFromIt() throws IOException {
        CommandLineRun.of("figure", table("m.csv").toString(), "--no-laws", "-o", out("a.svg"));
        byte[] before = Files.readAllBytes(folder.resolve("a.svg"));
        CommandLineRun run = CommandLineRun.of("figure", "--session", out("a.svg"), "-o", out("a.svg"));
        assertThat(run.err()).contains("a.svg is what the figure is drawn from");
        assertThat(folder.resolve("a.svg")).hasBinaryContent(before);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInputIsKnownUnderItsOtherNames() throws IOException {
        Path matrix = table("m.csv");
        Files.createSymbolicLink(folder.resolve("soft.csv"), matrix.getFileName());
        Files.createLink(folder.resolve("hard.csv"), matrix);
        for (String name : List.of("soft.csv", "hard.csv")) {
            CommandLineRun run = CommandLineRun.of("figure", matrix.toString(), "--no-laws", "-o", out(name));
            assertThat(run.err()).as(name).contains(name + " is what the figure is drawn from");
        }
        assertThat(matrix).hasContent("2,1\n1,3");
    }

    @ParameterizedTest
    @CsvSource({"36, false, 0", "37, false, 3", "64, true, 0", "65, true, 3"})
    void moreFilesThanAFigureHoldsAreRefused(int files, boolean overlay, int code) throws IOException {
        Path matrix = table("m.csv");
        List<String> arguments = new ArrayList<>(List.of("figure", "--no-laws", "-o", out("a.csv")));
        if (overlay) {
            arguments.add("--overlay");
        }
        for (int i = 0; i < files; i++) {
            arguments.add(matrix.toString());
        }
        CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(code);
    }

    @Test
    void theOtherSpectrumCountsAsAnInput() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("figure", "--no-laws", "-o", out("a.csv")));
        arguments.addAll(List.of("--ghost", table("g.csv").toString()));
        for (int i = 0; i < Session.MOST_PANELS; i++) {
            arguments.add(table("m.csv").toString());
        }
        assertThat(CommandLineRun.of(arguments.toArray(String[]::new)).code()).isZero();
    }

    @Test
    void moreRandomVectorsThanMemoryHoldsAreASentence() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("spectrum", table("m.csv").toString(), "--solver", "slq", "--probes", "2147483647");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("2147483647 random vectors", "ask for fewer");
    }

    @Test
    void memoryThatEndsWithoutWarningIsASentence() {
        StringWriter err = new StringWriter();
        Exception wrapped = new IllegalStateException(new OutOfMemoryError("Java heap space"));
        assertThat(Failures.code(wrapped, new PrintWriter(err, true))).isEqualTo(3);
        assertThat(err.toString()).contains("not enough memory").doesNotContain("a bug");
    }

    @Test
    void csvNamesThatASpreadsheetWouldRunAreText() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "figure", table("m.csv").toString(), "--no-laws", "--label", "=1+1", "-o", out("a.csv"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("a.csv")))
                .anyMatch(line -> line.startsWith("1,eigenvalue,'=1+1,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u009b31m", "\u202e", "\u2066", "\u2028", "\u007f", "\u001b[31m"})
    void charactersThatSteerATerminalAreShownEscaped(String hostile) {
        CommandLineRun run = CommandLineRun.of("info", "no" + hostile + "file.npy");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).doesNotContain(hostile.substring(0, 1)).contains(escape(hostile.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u009b", "\u202e"})
    void namesOfTensorsSteerNoTerminal(String hostile) throws IOException {
        Path file = folder.resolve("t.safetensors");
        byte[] header = ("{\"a" + hostile + "b\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}")
                .getBytes(StandardCharsets.UTF_8);
        try (OutputStream bytes = Files.newOutputStream(file)) {
            bytes.write(new byte[] {(byte) header.length, 0, 0, 0, 0, 0, 0, 0});
            bytes.write(header);
            bytes.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
        }
        for (String option : List.of("--json", "")) {
            String[] line = ("info " + file + " " + option).strip().split(" ");
            assertThat(CommandLineRun.of(line).out())
                    .as(option)
                    .doesNotContain(hostile)
                    .contains("a" + escape(hostile.charAt(0)) + "b");
        }
    }

    private static String escape(char c) {
        return String.format("\\u%04x", (int) c);
    }

    @Test
    void helpOntoAFullDiskIsAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int code = Cli.run(
                new String[] {"--help"},
                InputStream.nullInputStream(),
                full,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                files -> Optional.empty(),
                Runnable::run,
                new ServeNowhere());
        assertThat(code).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    }
}
