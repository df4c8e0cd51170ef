package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The core jar, as packaged: nothing of the window is in it, and a program can be written on it alone. */
class CoreJarIT {
    private static final Path JAR = Path.of(System.getProperty("core.jar"));
    private static final Path POM = Path.of(System.getProperty("core.pom"));
    private static final Path EXAMPLE = Path.of("src", "test", "resources", "core", "CoreExample.java");

    /** κ̂ of the layer by {@code eigenscope fit --law inverse-htmp --fix gamma=0.5}. */
    private static final double KAPPA = 1.78224;

    private static final double HALF_A_DIGIT = 5e-6;

    @Test
    void holdsNeitherFrontEndNorFigures() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("org/eigenscope/fit/search/SpectralFitter.class")
                    .noneMatch(name -> name.matches("org/eigenscope/(ui|app|cli|figure|session)/.*"));
        }
    }

    @Test
    void aProgramNeedsNothingButTheJarAndWhatItsPomNames(@TempDir Path folder) throws Exception {
        String classPath = Stream.concat(Stream.of(JAR.toString()), dependencies())
                .collect(Collectors.joining(File.pathSeparator));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), "-cp", classPath, EXAMPLE.toString());
        assertThat(status).as("compiler's status").isZero();

        String printed = run(folder, classPath);
        assertThat(printed).as("N and kappa").matches("200 [0-9.]+");
        assertThat(Double.parseDouble(printed.split(" ")[1])).isCloseTo(KAPPA, within(HALF_A_DIGIT));
    }

    private static String run(Path folder, String classPath) throws IOException, InterruptedException {
        Path output = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + classPath,
                        "CoreExample",
                        Path.of("samples", "digits_b20_s0.safetensors").toString(),
                        "fc2.weight")
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
        return Files.readString(output, StandardCharsets.UTF_8).strip();
    }

    /** The jars on this class path that the POM names, and those that they need themselves. */
    private static Stream<String> dependencies() throws IOException {
        List<String> named = Pattern.compile("<artifactId>([a-z0-9-]+)</artifactId>")
                .matcher(Files.readString(POM))
                .results()
                .map(MatchResult::group)
                .map(tag -> tag.replaceAll("<.*?>", ""))
                .toList();
        List<String> theirs = List.of(
                "ejml-core",
                "javacpp",
                "jackson-core",
                "jackson-annotations",
                "slf4j-api",
                "lz4-java",
                "commons-lang3");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Stream.concat(named.stream(), theirs.stream())
                        .anyMatch(name -> new File(jar).getName().matches(Pattern.quote(name) + "-[0-9.-]+\\.jar")));
    }
}
