package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void dataGoToStdoutTalkToStderrAndTheCommandLineLoadsNoToolkit() throws Exception {
        Path matrix = Files.writeString(folder.resolve("w.csv"), "3,0,0\n0,4,0\n");
        Path loaded = folder.resolve("loaded.txt");
        Outcome outcome =
                run(List.of("-Xlog:class+load:file=" + loaded), "spectrum", matrix.toString(), "--solver", "ejml");
        assertThat(outcome.err()).contains("w.csv: 2×3, ").contains(" 2 eigenvalues");
        assertThat(outcome.out()).isEqualTo("eigenvalue\n9.0\n16.0\n");
        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(loaded)).contains("org.eigenscope.cli.").doesNotContain(" javafx.");
    }

    @Test
    void failureIsTheExitCodeOfTheProcess() throws Exception {
        Outcome outcome = run(List.of(), "info", folder.resolve("none.npy").toString());
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("none.npy does not exist");
    }

    private record Outcome(int code, String out, String err) {}

    private Outcome run(List<String> options, String... args) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Launcher.class.getName()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end");
        }
        return new Outcome(process.exitValue(), read(out), read(err));
    }

    private static String read(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.UTF_8);
    }
}
