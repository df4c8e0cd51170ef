package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Whatever is typed, a command ends in data or in a sentence, and never in exit code 1 or a stack trace. Lines are made of the
 * commands' own options with values that people mistype and attackers try.
 *
 * <p>The lines are the same in every run; {@code -Deigenscope.fuzz.lines=N} makes N instead of the usual number, and
 * {@code -Deigenscope.fuzz.seed=S} others.
 */
class CommandLineFuzzTest {
    private static final int LINES = Integer.getInteger("eigenscope.fuzz.lines", 100);
    private static final long SEED = Long.getLong("eigenscope.fuzz.seed", 20_250_603);
    private static final Duration HANG = Duration.ofSeconds(Integer.getInteger("eigenscope.fuzz.patience", 60));

    /** As much as somebody reads who then closes the pipe. */
    private static final int READ = 1 << 20;

    @TempDir
    private Path folder;

    private final List<String> faults = new ArrayList<>();
    private int accepted;
    private int refused;

    @BeforeEach
    void inputs() throws IOException {
        LineGrammar.writeInputs(folder);
    }

    /** Closes like the reading end of a pipe. */
    private static final class Pipe extends OutputStream {
        private int read;

        @Override
        public void write(int b) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            read += length;
            if (read > READ) {
                throw new IOException("Broken pipe");
            }
        }
    }

    @Test
    void everyLineEndsInDataOrASentence() {
        Random random = new Random(SEED);
        LineGrammar grammar = new LineGrammar(commands(), folder);
        for (int i = 0; i < LINES; i++) {
            long seed = random.nextLong();
            check(grammar.line(new Random(seed)), seed);
        }
        assertThat(faults).as("faults among " + LINES + " lines").isEmpty();
        assertThat(accepted).as("lines accepted").isPositive();
        assertThat(refused).as("lines refused").isPositive();
    }

    static CommandLine commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console =
                new Console(InputStream.nullInputStream(), new DataOutput(OutputStream.nullOutputStream()), nowhere);
        return new CommandTree(console, files -> Optional.empty(), Runnable::run, new ServeNowhere()).whole();
    }

    private void check(String[] line, long seed) {
        String story = "line " + seed + ": " + Arrays.toString(line);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int code = assertTimeoutPreemptively(HANG, () -> run(line, err), () -> "hangs on " + story);
            judge(code, err.toString(StandardCharsets.UTF_8), story);
        } catch (AssertionError fault) {
            // the rest is tried as well: a long run should tell all that it finds
            faults.add(fault.getMessage());
        }
    }

    private void judge(int code, String said, String story) {
        assertThat(code).as(story + "\n" + said).isIn(0, 2, 3, 4);
        assertThat(said).as(story).doesNotContain("a bug", "\tat ", "Exception");
        if (code == 0) {
            accepted++;
        } else {
            refused++;
            assertThat(said).as(story).matches("(?s).{15,}\\R");
        }
    }

    private static int run(String[] line, ByteArrayOutputStream err) {
        return Cli.run(
                line,
                InputStream.nullInputStream(),
                new Pipe(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                files -> Optional.empty(),
                Runnable::run,
                new ServeNowhere());
    }

    /** What the lines must not have changed, for the last of the test. */
    @Test
    void inputsStayAsTheyAre() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(LineGrammar.MATRIX));
        LineGrammar grammar = new LineGrammar(commands(), folder);
        for (String output : grammar.linesOverInputs()) {
            String[] line = output.split(" ");
            check(line, 0);
        }
        assertThat(faults).isEmpty();
        assertThat(folder.resolve(LineGrammar.MATRIX)).hasBinaryContent(before);
    }
}
