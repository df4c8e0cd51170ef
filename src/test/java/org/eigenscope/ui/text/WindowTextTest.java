package org.eigenscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTextTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "eigenscope");
    private static final Path ENGLISH =
            Path.of("src", "main", "resources", "org", "eigenscope", "ui", "text", "window.properties");
    /** Symbols such as κ or × are the same in every language; two letters of the alphabet together are a word. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");

    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*(?:\\.\\w+)+)\"");
    private static final Pattern GET = Pattern.compile("WindowText\\.get\\(\\s*\"([^\"]+)\"");

    @Test
    void screensNameTheirTextsByKeys() throws IOException {
        assertThat(Screens.texts())
                .hasSizeGreaterThan(300)
                .filteredOn(text -> !text.value().startsWith("%"))
                .filteredOn(text -> WORD.matcher(text.value()).find())
                .isEmpty();
    }

    @Test
    void everyKeyOfTheScreensHasAText() throws IOException {
        assertThat(english().keySet()).containsAll(keysOfScreens());
    }

    @Test
    void everyKeyOfTheCodeHasAText() throws IOException {
        assertThat(english().keySet()).containsAll(keysOfSources(GET));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = keysOfScreens();
        used.addAll(keysOfSources(KEY));
        Set<String> unused = new TreeSet<>(english().keySet());
        unused.removeAll(used);
        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyStandsTwiceInTheFile() throws IOException {
        assertThat(Files.readAllLines(ENGLISH).stream()
                        .filter(line -> line.contains(" = "))
                        .map(line -> line.substring(0, line.indexOf(" = ")))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLanguageIsAddedByAFile(@TempDir Path folder) throws IOException {
        try (URLClassLoader files = filesWith(folder, "main.menu.quit = Beenden — größer\n")) {
            ResourceBundle german = WindowText.bundle(Locale.GERMANY, files);
            assertThat(german.getString("main.menu.quit")).isEqualTo("Beenden — größer");
        }
    }

    @Test
    void whatALanguageLacksIsEnglish(@TempDir Path folder) throws IOException {
        try (URLClassLoader files = filesWith(folder, "main.menu.quit = Beenden\n")) {
            ResourceBundle german = WindowText.bundle(Locale.GERMANY, files);
            assertThat(german.getString("main.menu.undo")).isEqualTo("Undo");
        }
    }

    @Test
    void aLanguageWithoutAFileIsEnglish(@TempDir Path folder) throws IOException {
        try (URLClassLoader files = filesWith(folder, "main.menu.quit = Beenden\n")) {
            ResourceBundle french = WindowText.bundle(Locale.FRANCE, files);
            assertThat(french.getString("main.menu.quit")).isEqualTo("Quit");
        }
    }

    @Test
    void everyTextOfTheScreensComesFromTheFileOfTheLanguage(@TempDir Path folder) throws IOException {
        String wrapped = english().keySet().stream()
                .map(key -> key + " = «" + key + "»\n")
                .collect(Collectors.joining());
        try (URLClassLoader files = filesWith(folder, wrapped)) {
            ResourceBundle german = WindowText.bundle(Locale.GERMANY, files);
            assertThat(keysOfScreens())
                    .allSatisfy(key -> assertThat(german.getString(key)).isEqualTo("«" + key + "»"));
        }
    }

    @Test
    void aKeyWithoutTextIsRefused() {
        assertThatThrownBy(() -> WindowText.get("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }

    /** A loader that finds a German file in a folder before it asks the program's own. */
    private static URLClassLoader filesWith(Path folder, String german) throws IOException {
        Path file = folder.resolve("org/eigenscope/ui/text/window_de.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, german);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, WindowText.class.getClassLoader());
    }

    private static ResourceBundle english() {
        return WindowText.bundle(Locale.ROOT, WindowText.class.getClassLoader());
    }

    private static Set<String> keysOfScreens() throws IOException {
        return Screens.texts().stream()
                .map(Screens.Text::value)
                .filter(value -> value.startsWith("%"))
                .map(value -> value.substring(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> keysOfSources(Pattern pattern) throws IOException {
        Set<String> keys = new HashSet<>();
        for (String root : new String[] {"ui", "app"}) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(root))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
                }
            }
        }
        return keys;
    }
}
