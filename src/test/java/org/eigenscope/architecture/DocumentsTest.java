package org.eigenscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project's documents say of files, packages and classes is there. */
class DocumentsTest {
    private static final Path SITE = Path.of("src", "site", "markdown");
    private static final Path DECISIONS = SITE.resolve("decisions");
    private static final int LONGEST_README = 120;

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern PLACE = Pattern.compile("]\\((?!https?:)([^)#]*)#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern RECORD =
            Pattern.compile("^\\| \\[(\\d{4})]\\((\\1-[^)]*\\.md)\\) \\|", Pattern.MULTILINE);
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)`");

    private static final Pattern PACKAGE = Pattern.compile("<text [^>]*><title>([^<]*)</title>");

    /** Names of the JDK, JavaFX and other programs that the documents mention. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Application",
            "ClassCastException",
            "FileChannel",
            "HashMap",
            "IllegalArgumentException",
            "InternalError",
            "Unsafe",
            "ZipFile");

    /** What the top folder holds beside hidden files and what builds and tools leave, which no commit takes. */
    private static final Set<String> TOP =
            Set.of("pom.xml", "README.md", "LICENSE", "NOTICE", "CITATION.cff", "src", "assets", "samples");

    private static final Set<String> IGNORED = Set.of("target", "__pycache__");

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("samples", "README.md")));
        try (Stream<Path> files = Files.walk(SITE)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> match.group(group)).toList();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            for (String link : found(LINK, Files.readString(document), 1)) {
                Path target = document.toAbsolutePath().resolveSibling(link).normalize();
                if (!Files.exists(target)) {
                    dead.add(document + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPlaceInADocumentThatIsLinkedIsAHeading() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult link :
                    PLACE.matcher(Files.readString(document)).results().toList()) {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                if (!anchors(target).contains(link.group(2))) {
                    dead.add(document + ": " + link.group(1) + "#" + link.group(2));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    /** The names of a document's headings, as GitHub and the web pages have them. */
    private static Set<String> anchors(Path document) throws IOException {
        Set<String> anchors = new HashSet<>();
        String text = BLOCK.matcher(Files.readString(document)).replaceAll("");
        for (String heading : found(HEADING, text, 1)) {
            String words = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", "");
            String anchor = words.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                    .replace(' ', '-');
            for (int times = 1; !anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1)); times++) {
                // a heading that comes again gets a number
            }
        }
        return anchors;
    }

    @Test
    void everyClassThatIsNamedIsThere() throws IOException {
        Set<String> classes = new TreeSet<>(OF_OTHERS);
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.substring(0, name.length() - ".java".length())));
        }
        List<String> gone = new ArrayList<>();
        for (Path document : documents()) {
            for (String name : found(CLASS_NAME, Files.readString(document), 1)) {
                if (!classes.contains(name)) {
                    gone.add(document + ": " + name);
                }
            }
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void theIndexListsEveryRecordInOrder() throws IOException {
        Matcher rows = RECORD.matcher(Files.readString(DECISIONS.resolve("README.md")));
        List<String> listed = rows.results().map(row -> row.group(2)).toList();
        try (Stream<Path> files = Files.list(DECISIONS)) {
            assertThat(listed)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void everyRecordIsHeadedByItsNumberAndSaysWhatWasOpen() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            for (Path record : files.filter(file -> !file.endsWith("README.md")).toList()) {
                String number = record.getFileName().toString().substring(0, 4);
                assertThat(Files.readString(record))
                        .as(record.toString())
                        .startsWith("# " + number + " ")
                        .contains("\n\n**Open:** ");
            }
        }
    }

    @Test
    void theTopFolderHoldsNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.endsWith(".iml") && !IGNORED.contains(name)))
                    .containsExactlyInAnyOrderElementsOf(TOP);
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(LONGEST_README);
    }

    @Test
    void theMapShowsTheTablesPackages() throws IOException {
        String picture = Files.readString(Path.of("assets", "packages.svg"));
        Set<String> shown = new TreeSet<>(found(PACKAGE, picture, 1));
        Set<String> wanted = new TreeSet<>(PackageTable.mayUse().keySet());
        for (String name : PackageTable.mayUse().keySet()) {
            wanted.add(name.equals(PackageTable.ROOT) ? name : name.split("\\.")[0]);
        }
        assertThat(shown)
                .as("assets/packages.svg; src/main/scripts/package-map draws it")
                .isEqualTo(wanted);
    }
}
