package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the starter for shells asks of Java, with a script in Java's place that writes its arguments down. */
@DisabledOnOs(OS.WINDOWS)
class StarterScriptTest {
    private static final Path STARTER = Path.of("src/build/dist/bin/eigenscope");

    /** Answers with FIGURE, and a dump of classes with DUMP, after it has written an archive. */
    private static final String JAVA = """
            #!/bin/sh
            echo "LC_ALL=${LC_ALL:-}" "$@" >>"$CALLS"
            for argument; do
                case $argument in
                    -XX:ArchiveClassesAtExit=*)
                        echo classes $$ >"${argument#*=}"
                        exit "${DUMP:-0}"
                        ;;
                    --version) exit 0 ;;
                esac
            done
            exit "${FIGURE:-0}"
            """;

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void install() throws IOException {
        home = install("a home");
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private Path install(String name) throws IOException {
        Path place = folder.resolve(name);
        Files.createDirectories(place.resolve("bin"));
        Files.copy(STARTER, place.resolve("bin/eigenscope"));
        Files.createDirectories(place.resolve("samples"));
        Files.createFile(place.resolve("samples/digits_b20_s0.safetensors"));
        Files.createDirectories(place.resolve("lib"));
        return place;
    }

    private record Outcome(int code, String said) {}

    private Outcome run(Path place, List<String> environment, String... arguments) throws Exception {
        return run("sh", place, environment, arguments);
    }

    private Outcome run(String shell, Path place, List<String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + System.getenv("PATH")));
        command.add("JAVA_HOME=" + folder.resolve("java"));
        command.add("XDG_CACHE_HOME=" + folder.resolve("cache"));
        command.add("CALLS=" + folder.resolve("calls"));
        command.addAll(environment);
        command.addAll(List.of(shell.split(" ")));
        command.add(place.resolve("bin/eigenscope").toString());
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        return new Outcome(process.exitValue(), Files.readString(said));
    }

    private Outcome figure(String... environment) throws Exception {
        return run(home, List.of(environment), "figure", "w.npy", "-o", "x.svg");
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    private Path cache() {
        return folder.resolve("cache/eigenscope");
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.toList();
        }
    }

    @Test
    void theFirstFigureIsFollowedByAnArchiveThatTheNextOneUses() throws Exception {
        assertThat(figure()).isEqualTo(new Outcome(0, ""));
        Path archive = cached().get(0);
        assertThat(cached()).hasSize(1);
        Files.delete(folder.resolve("calls"));
        assertThat(figure()).isEqualTo(new Outcome(0, ""));
        assertThat(calls()).contains("-XX:SharedArchiveFile=" + archive + " ").hasLineCount(1);
    }

    @Test
    void damagedArchiveNeverReachesTheJvm() throws Exception {
        figure();
        Path archive = cached().get(0);
        byte[] whole = Files.readAllBytes(archive);
        Random random = new Random(17);
        for (int i = 0; i < 20; i++) {
            Files.deleteIfExists(archive);
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(archive, damaged);
            Files.deleteIfExists(folder.resolve("calls"));
            assertThat(figure("FIGURE=3").code()).isEqualTo(3);
            assertThat(calls()).doesNotContain("SharedArchiveFile");
            assertThat(archive).doesNotExist();
        }
    }

    @Test
    void shortenedArchiveNeverReachesTheJvm() throws Exception {
        figure();
        Path archive = cached().get(0);
        byte[] whole = Files.readAllBytes(archive);
        for (int length = 0; length < whole.length; length += 3) {
            Files.deleteIfExists(archive);
            Files.write(archive, Arrays.copyOf(whole, length));
            Files.deleteIfExists(folder.resolve("calls"));
            figure("FIGURE=3");
            assertThat(calls()).doesNotContain("SharedArchiveFile");
        }
    }

    @Test
    void dumpThatFailsLeavesTheFiguresExitCodeAndIsNotTriedAtTheNextFigure() throws Exception {
        assertThat(figure("DUMP=1")).isEqualTo(new Outcome(0, ""));
        assertThat(cached()).noneMatch(file -> file.toString().endsWith(".jsa") || Files.isDirectory(file));
        Files.delete(folder.resolve("calls"));
        assertThat(figure()).isEqualTo(new Outcome(0, ""));
        assertThat(calls()).hasLineCount(1).doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void figureThatFailsKeepsItsExitCodeAndLeavesNoArchive() throws Exception {
        assertThat(figure("FIGURE=3")).isEqualTo(new Outcome(3, ""));
        assertThat(cached()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftGoes() throws Exception {
        figure();
        // no process has this number
        Path part = Files.createDirectory(cache().resolve("part.999999999"));
        Files.writeString(part.resolve("classes.jsa"), "half");
        figure();
        assertThat(part).doesNotExist();
    }

    @Test
    void archivesForOtherJarsGoAlsoWhereTheShellDoesNotGlob() throws Exception {
        Files.createDirectories(cache());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwx------"));
        Path old = Files.writeString(cache().resolve("figure-1.jsa"), "old");
        run("sh -f", home, List.of(), "figure", "w.npy", "-o", "x.svg");
        assertThat(old).doesNotExist();
        assertThat(cached()).hasSize(1);
    }

    @Test
    void folderThatOthersMayWriteToIsNotUsed() throws Exception {
        Files.createDirectories(cache());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(figure().code()).isZero();
        assertThat(cached()).isEmpty();
    }

    @Test
    void cacheThatCannotBeMadeIsDoneWithout() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file");
        assertThat(figure()).isEqualTo(new Outcome(0, ""));
        assertThat(calls()).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "it's \"here\"",
                "line\nbreak",
                "ends with one\n",
                "$(false) `x`",
                "*[a]?",
                "wow! nice",
                "-n"
            })
    void folderMayHaveAnyName(String name) throws Exception {
        Path place = install(name);
        assertThat(run(place, List.of(), "info", "x")).isEqualTo(new Outcome(0, ""));
        assertThat(calls()).contains(" -jar " + place.toRealPath() + "/lib/eigenscope.jar info x");
    }

    @Test
    void linkToTheStarterWorksWhateverItsName() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a -> b"), Path.of("a home/bin/eigenscope"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("eigenscope"), link);
        assertThat(run(folder, List.of(), "info", "x").code()).isZero();
        assertThat(calls()).contains(" -jar " + home.toRealPath() + "/lib/eigenscope.jar ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wow!", "a:b", "wow!/inner"})
    void folderBelowWhichJavaReadsNoJarsIsNamed(String name) throws Exception {
        Outcome outcome = run(install(name), List.of(), "info", "x");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .startsWith("eigenscope: Java reads no program below a folder")
                .contains(name);
    }

    @Test
    void namesAreReadInUtf8WhereTheLocaleIsC() throws Exception {
        String locales = new String(
                new ProcessBuilder("locale", "-a").start().getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(run(home, List.of("LANG=C"), "info", "x").code()).isZero();
        String expected = Stream.of(locales.split("\n"))
                .filter(name -> name.matches("C.UTF-8|C.utf8|en_US.UTF-8|en_US.utf8"))
                .findFirst()
                .orElse("");
        assertThat(calls()).startsWith("LC_ALL=" + expected + " ");
    }
}
