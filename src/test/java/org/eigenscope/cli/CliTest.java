package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @Test
    void helpListsTheCommandsAndGoesToStdout() {
        CommandLineRun run = CommandLineRun.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("open", "info", "spectrum", "density", "fit", "sample", "Exit codes: 0");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open",
                "info",
                "spectrum",
                "density",
                "fit",
                "sample",
                "structure",
                "figure",
                "survey",
                "correlate",
                "compare"
            })
    void everyCommandExplainsItself(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: eigenscope " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "info --version"})
    void versionNamesTheProgram(String line) {
        CommandLineRun run = CommandLineRun.of(line.split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("eigenscope ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "--frobnicate",
                "info",
                "info a.npy b.npy",
                "info a.npy --frobnicate",
                "spectrum",
                "spectrum a.npy --normalize loud",
                "spectrum a.npy --solver abacus",
                "spectrum a.npy --format xml",
                "density --law htmp --kappa 1 --gamma 0.5",
                "density --law htmp --kappa 1 --points -",
                "density --law htmp --kappa one --gamma 0.5 --points -",
                "density --law htmp --kappa 1 --gamma 0.5 --points - --batch -",
                "density --law htmp --kappa 1 --gamma 0.5 --shape 2 --points -",
                "density --law htmp --shape 1 --batch -",
                "density --law gamma --kappa 1 --batch -",
                "density --law gamma --shape 1 --points -",
                "density --law wigner --points -",
                "density --kappa 1 --gamma 0.5 --points -",
                "open --frobnicate",
            })
    void nonsenseIsAUsageErrorWithAHint(String line) {
        CommandLineRun run = CommandLineRun.of(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("eigenscope: ")
                .contains("Try 'eigenscope")
                .doesNotContain("\tat ");
    }

    @Test
    void misspeltOptionIsRecognised() {
        CommandLineRun run =
                CommandLineRun.of("density", "--law", "htmp", "--kapa", "1", "--gamma", "1", "--points", "-");
        assertThat(run.err()).contains("--kappa");
    }

    @Test
    void openHandsItsFilesToTheWindow() {
        CommandLineRun run = CommandLineRun.of("open", "a.npy", "b.npz");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("eigenscope: the window would open [a.npy, b.npz]\n");
    }

    @Test
    void closedPipeEndsQuietly() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runInto(new FailingStream("Broken pipe"), err)).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("pipe");
    }

    @Test
    void fullDiskIsAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runInto(new FailingStream("No space left on device"), err)).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("the output could not be written: No space left on device.");
    }

    @Test
    void numbersKeepTheirPointInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            CommandLineRun run = CommandLineRun.of("info", CommandLineRun.reference("files/half.npy"));
            assertThat(run.out()).contains("0.3200");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void controlCharactersOfAFileNameDoNotReachTheTerminal() {
        CommandLineRun run = CommandLineRun.of("info", "no\u001b[31mfile.npy");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no\\u001b[31mfile.npy does not exist");
    }

    @Test
    void filesAndFoldersNamedAloneOpenTheWindow() {
        String file = CommandLineRun.reference("files/half.npy");
        CommandLineRun run = CommandLineRun.of(file, CommandLineRun.reference("files"));
        assertThat(run.err()).contains("the window would open [" + file + ", ");
    }

    @Test
    void missingFileNamedAloneIsSaidToBeMissing() {
        CommandLineRun run = CommandLineRun.of("nowhere.npy");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("eigenscope: 'nowhere.npy' does not exist");
    }

    @Test
    void misspeltCommandIsToldFromAFile() {
        CommandLineRun run = CommandLineRun.of("spectrm");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("'spectrm' is neither a command nor a file")
                .contains("spectrum");
    }

    @Test
    void fileBeforeACommandIsRefused() {
        CommandLineRun run = CommandLineRun.of(CommandLineRun.reference("files/half.npy"), "info", "x.npy");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("stands before the command 'info'");
    }

    private static int runInto(OutputStream out, ByteArrayOutputStream err) {
        return Cli.run(
                new String[] {"spectrum", CommandLineRun.reference("files/half.npy")},
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                files -> Optional.empty(),
                Runnable::run);
    }

    /** A stream that takes nothing. */
    private static final class FailingStream extends OutputStream {
        private final String reason;

        FailingStream(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
