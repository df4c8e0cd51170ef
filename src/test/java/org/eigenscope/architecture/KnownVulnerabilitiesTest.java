package org.eigenscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library is in a version of which {@code src/build/advisories.txt} knows that it is vulnerable. */
class KnownVulnerabilitiesTest {
    private static final Path LIST = Path.of("src", "build", "advisories.txt");

    /** As in a local repository: group, artifact and version as folders, then the jar. */
    private static final Pattern PLACE = Pattern.compile("(.*)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

    /** A library in its version; the group starts with folders of the repository. */
    private record Library(String group, String artifact, String version) {
        static Library of(String jar) {
            Matcher place = PLACE.matcher(jar.replace(File.separatorChar, '/'));
            assertThat(place.matches()).as("%s is in a repository", jar).isTrue();
            return new Library(place.group(1).replace('/', '.'), place.group(2), place.group(3));
        }
    }

    /** A line of the list. */
    private record Advisory(String group, String artifact, String from, String fixed, String id) {
        static Advisory of(String line) {
            String[] words = line.split("\\s+", 5);
            String[] name = words[0].split(":");
            return new Advisory(name[0], name[1], words[1], words[2], words[3]);
        }

        boolean concerns(Library library) {
            return ("." + library.group()).endsWith("." + group)
                    && library.artifact().matches(artifact.replace("*", ".*"))
                    && (from.equals("-") || version(library.version()).compareTo(version(from)) >= 0)
                    && version(library.version()).compareTo(version(fixed)) < 0;
        }

        private static Version version(String text) {
            return Version.parse(text);
        }
    }

    private static List<Advisory> advisories() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Advisory::of)
                .toList();
    }

    private static List<String> of(Library library) throws IOException {
        return advisories().stream()
                .filter(advisory -> advisory.concerns(library))
                .map(advisory -> library.artifact() + " " + library.version() + ": " + advisory.id())
                .toList();
    }

    @Test
    void noLibraryIsInAVersionThatIsKnownToBeVulnerable() throws IOException {
        List<String> jars = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("junit-platform-console"))
                .toList();
        assertThat(jars).anyMatch(jar -> jar.contains("jackson-databind")).hasSizeGreaterThan(40);
        for (String jar : jars) {
            assertThat(of(Library.of(jar))).as(jar).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com/fasterxml/jackson/core, jackson-core, 2.21.0, GHSA-72hv-8253-57qq",
        "com/fasterxml/jackson/core, jackson-core, 2.21.3, GHSA-r7wm-3cxj-wff9",
        "com/fasterxml/jackson/core, jackson-databind, 2.21.3, CVE-2026-54512",
        "com/fasterxml/jackson/core, jackson-databind, 2.22.0, CVE-2026-54515",
        "com/fasterxml/jackson/core, jackson-databind, 2.21.0, CVE-2026-54518",
        "org/apache/commons, commons-lang3, 3.17.0, CVE-2025-48924",
        "org/apache/xmlgraphics, batik-svggen, 1.14, CVE-2022-41704",
        "at/yawk/lz4, lz4-java, 1.8.1, CVE-2025-66566"
    })
    void vulnerableLibraryIsFound(String group, String artifact, String version, String id) throws IOException {
        String jar = "/home/me/.m2/repository/" + group + "/" + artifact + "/" + version + "/" + artifact + "-"
                + version + "-linux.jar";
        assertThat(of(Library.of(jar))).anyMatch(found -> found.endsWith(id));
    }

    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core, jackson-core, 2.22.3",
        "com.fasterxml.jackson.core, jackson-databind, 2.22.3",
        "org.apache.commons, commons-lang3, 3.18.0",
        "net.example, jackson-databind, 2.9.0"
    })
    void fixedLibraryAndOneOfTheSameNameElsewhereArePassed(String group, String artifact, String version)
            throws IOException {
        assertThat(of(new Library(group, artifact, version))).isEmpty();
    }

    @Test
    void everyLineHasARangeThatIsNotEmpty() throws IOException {
        for (Advisory advisory : advisories()) {
            assertThat(advisory.id()).matches("(CVE|GHSA)-.*");
            if (!advisory.from().equals("-")) {
                assertThat(Version.parse(advisory.from())).isLessThan(Version.parse(advisory.fixed()));
            }
        }
    }
}
