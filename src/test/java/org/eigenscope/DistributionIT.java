package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder that users get, as packaged. */
class DistributionIT {
    private static final Path HOME = Path.of(System.getProperty("distribution"));
    private static final Path NATIVE = HOME.resolve("lib").resolve("native");

    /** As the bill of materials names them; NOTICE says which exception goes with the GPL. */
    private static final Set<String> FITTING =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "LGPLv3", "GPL-2.0-with-classpath-exception");

    /** Large enough for the native library, m·n·N > 2·10⁷. */
    private static final int SIDE = 300;

    @TempDir
    Path folder;

    private static List<Path> under(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static TreeSet<String> shippedLibraries() throws IOException {
        return under(HOME.resolve("lib")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.equals("eigenscope.jar"))
                .map(name -> name.replaceFirst("-\\d.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noticeNamesEveryJarAndNoOther() throws IOException {
        String notice = Files.readString(HOME.resolve("NOTICE"));
        String list = notice.substring(notice.indexOf("Jars:"));
        TreeSet<String> named = Pattern.compile("[a-z][a-z0-9-]+")
                .matcher(list.substring(0, list.indexOf("\n\n")).substring("Jars:".length()))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(shippedLibraries());
    }

    @Test
    void billOfMaterialsNamesEveryJarUnderALicenceThatFits() throws IOException {
        JsonNode bill = new ObjectMapper().readTree(HOME.resolve("bom.json").toFile());
        Map<String, Set<String>> licences = new TreeMap<>();
        for (JsonNode component : bill.get("components")) {
            Set<String> ofJar = licences.computeIfAbsent(component.get("name").asText(), name -> new TreeSet<>());
            component
                    .get("licenses")
                    .findValues("license")
                    .forEach(one ->
                            ofJar.add(one.path("id").asText(one.path("name").asText())));
        }
        assertThat(licences.keySet()).isEqualTo(shippedLibraries());
        assertThat(licences).allSatisfy((jar, offered) -> assertThat(offered).containsAnyElementsOf(FITTING));
    }

    @Test
    void versionNamesTheReleaseAndItsLibraries() throws Exception {
        List<String> lines = said("--version").lines().toList();
        assertThat(lines.get(0)).matches("eigenscope \\d+\\.\\d+\\.\\d+.*");
        assertThat(lines.get(1)).matches("built for \\d{4}-\\d{2}-\\d{2}");
        assertThat(String.join(" ", lines)).contains("chartfx ", "ejml-ddense ", "openblas ", "commons-math3 ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nativeLibrariesAreUnpackedAndReadOnly() throws IOException {
        assertThat(under(NATIVE))
                .hasSizeGreaterThan(2)
                .allSatisfy(
                        file -> assertThat(Files.getPosixFilePermissions(file).toString())
                                .doesNotContain("WRITE"));
        assertThat(under(HOME.resolve("lib")))
                .noneMatch(file -> file.toString().matches(".*openblas.*-[a-z]+-[^-]*jar"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsUnpackedForTheNativeSolver() throws Exception {
        assertThat(spectrum()).contains("openblas");
        assertThat(under(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("w.csv", "said");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsUnpackedForAStudy() throws Exception {
        assertThat(said("survey", "w.csv", "--law", "mp", "--study", "s.eigenstudy"))
                .contains("1 row");
        assertThat(under(folder))
                .extracting(file -> file.getFileName().toString())
                .contains("s.eigenstudy")
                .noneMatch(name -> name.contains("sqlite"));
    }

    private String spectrum() throws IOException, InterruptedException {
        return said("spectrum", "w.csv");
    }

    /** What is said of a matrix, with home, cache and temporary folder in a folder of the test's. */
    private String said(String... words) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("w.csv"),
                IntStream.range(0, SIDE)
                        .mapToObj(row -> IntStream.range(0, SIDE)
                                .mapToObj(column -> String.valueOf(row * column % 101))
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")));
        List<String> command =
                new ArrayList<>(List.of("sh", HOME.resolve("bin/eigenscope").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "XDG_CACHE_HOME",
                        folder.toString(),
                        "EIGENSCOPE_OPTS",
                        "-Duser.home=" + folder + " -Djava.io.tmpdir=" + folder));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        return Files.readString(folder.resolve("said"));
    }
}
