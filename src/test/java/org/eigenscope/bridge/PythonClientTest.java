package org.eigenscope.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python file against a real server, where there is a Python. */
class PythonClientTest {
    private static final String OLDEST = "import sys; sys.exit(sys.version_info < (3, 9))";

    @TempDir
    Path folder;

    /** The system's Python before one that the PATH puts before it, as the system's has the packages. */
    private static Optional<String> python() {
        return Stream.of("/usr/bin/python3", "python3", "python")
                .filter(name -> name.indexOf('/') < 0 || new File(name).canExecute())
                .filter(PythonClientTest::isRecent)
                .findFirst();
    }

    private static boolean isRecent(String name) {
        try {
            return new ProcessBuilder(name, "-c", OLDEST).start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void clientTalksToServer() throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "there is no Python 3.9 or newer");
        try (RunningServer running = new RunningServer(folder, BridgeLimits.USUAL)) {
            Path said = folder.resolve("said.txt");
            ProcessBuilder tests = new ProcessBuilder(
                    python.get(),
                    "-B",
                    Path.of("src/test/resources/python/eigenscope_test.py").toString());
            tests.environment().put("PYTHONPATH", Path.of("src/main/python").toString());
            tests.environment()
                    .put("EIGENSCOPE_ADDRESS", running.server.addressFile().toString());
            Process process = tests.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(said, StandardCharsets.UTF_8))
                    .isZero();
        }
    }
}
