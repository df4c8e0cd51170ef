package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is installed: the starter for shells, with a jar of the classes under test. */
@DisabledOnOs(OS.WINDOWS)
class StarterTest {
    private static final Path DISTRIBUTION = Path.of("src/build/dist");
    private static final String SAMPLE = Path.of("samples/digits_b20_s0.safetensors#fc2.weight")
            .toAbsolutePath()
            .toString();

    /** The sample whose figure leaves its classes. */
    private static final String ARCHIVED = "digits_b20_s0.safetensors";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("a home");
        for (String name : List.of("bin/eigenscope", "conf/logging.properties")) {
            Path place = home.resolve(name);
            Files.createDirectories(place.getParent());
            Files.copy(DISTRIBUTION.resolve(name), place);
        }
        Files.createDirectories(home.resolve("samples"));
        Files.copy(Path.of("samples").resolve(ARCHIVED), home.resolve("samples").resolve(ARCHIVED));
        Files.createDirectories(home.resolve("lib"));
        packClasses(home.resolve("lib/eigenscope.jar"));
    }

    @Test
    @Tag("thorough")
    void figuresAreTheSameWithTheClassesThatTheFirstOneLeaves() throws Exception {
        assertThat(figure("first.svg")).isEqualTo("0: ");
        assertThat(archives()).singleElement().asString().endsWith(".jsa");
        assertThat(figure("second.svg")).isEqualTo("0: ");
        assertThat(folder.resolve("second.svg")).hasSameBinaryContentAs(folder.resolve("first.svg"));
        // Java writes about its crashes where it stands
        assertThat(names(folder)).noneMatch(name -> name.startsWith("hs_err"));
    }

    @Test
    void fileWithAnUmlautIsListedAndReadInTheLocaleC() throws Exception {
        Files.writeString(folder.resolve("ü.csv"), "3,0,0\n0,4,0\n");
        assertThat(run("info", "ü.csv")).startsWith("0: ").contains("2×3");
        assertThat(run("info", ".")).startsWith("0: ").contains("ü.csv");
    }

    @Test
    void failureKeepsItsExitCodeWhenClassesAreLeft() throws Exception {
        assertThat(run("figure", "none.npy", "-o", "x.svg")).startsWith("3: ").contains("none.npy does not exist");
        assertThat(names(folder)).noneMatch(name -> name.startsWith("hs_err"));
    }

    @Test
    void closedStandardInputIsAnEmptyOne() throws Exception {
        String starter = home.resolve("bin/eigenscope").toString();
        assertThat(runCommand(List.of("sh", "-c", "exec sh \"$0\" fit --eigenvalues - <&-", starter)))
                .startsWith("3: ")
                .contains("standard input")
                .doesNotContain("is not a number");
    }

    private String figure(String name) throws IOException, InterruptedException {
        return run("figure", SAMPLE, "-o", name);
    }

    private List<String> archives() throws IOException {
        return names(folder.resolve("cache/eigenscope"));
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The exit code, and what was said. */
    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/eigenscope").toString()));
        command.addAll(List.of(arguments));
        return runCommand(command);
    }

    private String runCommand(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("EIGENSCOPE_OPTS");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not end");
        }
        return process.exitValue() + ": " + Files.readString(said);
    }

    private static void packClasses(Path jar) throws IOException {
        List<Path> classPath = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classPath.stream()
                                .filter(Files::isRegularFile)
                                .map(file -> file.toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path classes = Path.of("target/classes");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }
}
