package org.eigenscope.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

    /** What Python writes of a line of code, with a home of its own and perhaps a named address file. */
    private String said(String code, Optional<Path> named) throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "there is no Python 3.9 or newer");
        ProcessBuilder process = new ProcessBuilder(python.get(), "-B", "-c", "import eigenscope as e; " + code);
        process.environment().put("PYTHONPATH", Path.of("src/main/python").toString());
        process.environment().put("HOME", folder.toString());
        process.environment().put("USERPROFILE", folder.toString());
        process.environment().remove("EIGENSCOPE_ADDRESS");
        named.ifPresent(file -> process.environment().put("EIGENSCOPE_ADDRESS", file.toString()));
        Path out = folder.resolve("said.txt");
        Process started =
                process.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return Files.readString(out, StandardCharsets.UTF_8).strip();
    }

    private static final String PORT = "print(e._server.address()[1])";

    private RunningServer window(long millis) throws IOException {
        RunningServer window = new RunningServer(folder.resolve(".eigenscope"), BridgeLimits.USUAL);
        Files.setLastModifiedTime(window.server.addressFile(), FileTime.fromMillis(millis));
        return window;
    }

    @Test
    void newestOfTwoWindowsReceives() throws IOException, InterruptedException {
        try (RunningServer first = window(2_000_000);
                RunningServer second = window(1_000_000)) {
            assertThat(first.port).isNotEqualTo(second.port);
            assertThat(said(PORT, Optional.empty())).isEqualTo(Integer.toString(first.port));
        }
    }

    @Test
    void namedWindowReceives() throws IOException, InterruptedException {
        try (RunningServer first = window(2_000_000);
                RunningServer second = window(1_000_000)) {
            assertThat(said(PORT, Optional.of(second.server.addressFile()))).isEqualTo(Integer.toString(second.port));
            assertThat(first.memory.all()).isEmpty();
        }
    }

    @Test
    void addressesOfKilledProcessesArePassedOver() throws IOException, InterruptedException {
        try (RunningServer alive = window(1_000_000)) {
            Path bridge = alive.server.addressFile().getParent();
            int free;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                free = closed.getLocalPort();
            }
            Files.writeString(
                    bridge.resolve("1-a.json"), "{\"url\":\"http://127.0.0.1:" + free + "\",\"token\":\"t\"}");
            Files.writeString(
                    bridge.resolve("1-b.json"),
                    "{\"url\":\"http://127.0.0.1:" + alive.port + "\",\"token\":\"of another server\"}");
            Files.writeString(bridge.resolve("1-c.json"), "{\"url\":\"http://192.0.2.1:80\",\"token\":\"t\"}");
            Files.writeString(bridge.resolve("1-d.json"), "{\"url\":");
            assertThat(said(PORT, Optional.empty())).isEqualTo(Integer.toString(alive.port));
            assertThat(BridgeClient.find(folder.resolve(".eigenscope"))).isPresent();
        }
    }

    @Test
    void nextWindowTakesOverWhenOneIsClosed() throws IOException, InterruptedException {
        try (RunningServer stays = window(1_000_000)) {
            RunningServer closed = window(2_000_000);
            Path address = closed.server.addressFile();
            closed.close();
            assertThat(address).doesNotExist();
            assertThat(said(PORT, Optional.empty())).isEqualTo(Integer.toString(stays.port));
        }
    }

    @Test
    void fileIsSyntaxOfPython39() throws IOException, InterruptedException {
        String parse = "import ast; ast.parse(open(e.__file__, encoding='utf-8').read(), feature_version=(3, 9))";
        assertThat(said(parse + "; print('parsed')", Optional.empty())).isEqualTo("parsed");
    }

    @Test
    void importNeedsNoneOfTheLibrariesThatItServes() throws IOException, InterruptedException {
        String loaded = "import sys; print(sorted({'numpy', 'torch', 'transformers', 'lightning'} & set(sys.modules)))";
        assertThat(said(loaded, Optional.empty())).isEqualTo("[]");
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
