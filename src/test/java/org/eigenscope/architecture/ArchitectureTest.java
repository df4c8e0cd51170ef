package org.eigenscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The project keeps the package table, and the rules that say so can fail. */
class ArchitectureTest {
    private static final String BASE = "org.eigenscope";
    private static final Path SOURCES = Path.of("src", "main", "java");

    @TestFactory
    Stream<DynamicTest> theProjectKeepsEveryRule() {
        JavaClasses project = ArchConfiguration.withThreadLocalScope(ArchitectureTest::importProject);
        return new ArchitectureRules(BASE)
                .all().entrySet().stream()
                        .map(entry -> dynamicTest(
                                entry.getKey(), () -> entry.getValue().check(project)));
    }

    /**
     * Superclasses are followed in the project and in the JDK's base packages, which the rules ask about. What else a class mentions
     * is known by name alone: importing JavaFX and the libraries took half of the time.
     */
    private static JavaClasses importProject(ArchConfiguration configuration) {
        configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
        configuration.setClassResolverArguments(BASE, "java.lang", "java.util");
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsPlantedViolation(@TempDir Path folder) throws IOException {
        JavaClasses planted = PlantedViolations.compile(folder);
        return new ArchitectureRules(PlantedViolations.BASE)
                .all().entrySet().stream()
                        .map(entry -> dynamicTest(
                                entry.getKey(),
                                () -> assertThat(violations(entry.getValue(), planted))
                                        .isNotEmpty()));
    }

    @Test
    void everyPackageSaysWhatItOwns() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> silent = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.isRegularFile(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).as("packages without package-info.java").isEmpty();
        }
    }

    @Test
    void everyPackageSaysWhatItMayUse() throws IOException {
        for (Map.Entry<String, List<String>> row : PackageTable.mayUse().entrySet()) {
            String text = Files.readString(folder(row.getKey()).resolve("package-info.java"));
            String prose = text.replaceAll("\\s*\\n \\* ?", " ").replace("<p>", "");
            assertThat(prose).as(row.getKey()).contains(" " + PackageTable.sentence(row.getValue()) + " ");
        }
    }

    @Test
    void noFolderHoldsMoreThanTwentyFiveTypes() throws IOException {
        for (String name : PackageTable.mayUse().keySet()) {
            try (Stream<Path> files = Files.list(folder(name))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                        .count()
                                - 1)
                        .as("types in %s; the sub-packages that a newcomer would look for make room", name)
                        .isLessThanOrEqualTo(25);
            }
        }
    }

    @Test
    void testsDoNotDependOnMeasuringPrograms() throws IOException {
        List<Path> programs = javaFiles(Path.of("src", "tools", "java"));
        assertThat(programs).isNotEmpty();
        String names = programs.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.joining("|", "\\b(", ")\\b"));
        Pattern program = Pattern.compile(names);
        for (Path test : javaFiles(Path.of("src", "test", "java"))) {
            assertThat(program.matcher(Files.readString(test)).results().map(MatchResult::group))
                    .as("programs that %s needs", test)
                    .isEmpty();
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Path folder(String name) {
        Path base = SOURCES.resolve("org").resolve("eigenscope");
        return name.equals(PackageTable.ROOT) ? base : base.resolve(name.replace('.', '/'));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
