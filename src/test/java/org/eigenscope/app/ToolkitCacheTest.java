package org.eigenscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolkitCacheTest {
    private static final String PROPERTY = "javafx.cachedir";

    private String home;
    private String cache;

    @BeforeEach
    void rememberProperties() {
        home = System.getProperty("user.home");
        cache = System.getProperty(PROPERTY);
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void restoreProperties() {
        System.setProperty("user.home", home);
        if (cache == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, cache);
        }
    }

    @Test
    void userWithoutAHomeGetsAPrivateFolderThatGoesWithTheWindow() throws Exception {
        System.setProperty("user.home", "?");
        Path folder;
        try (ToolkitCache unused = ToolkitCache.choose()) {
            folder = Path.of(System.getProperty(PROPERTY));
            assertThat(folder).isAbsolute().isDirectory();
            Files.writeString(Files.createDirectory(folder.resolve("21")).resolve("libglass.so"), "x");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void userWithAHomeKeepsTheToolkitsOwnFolder() {
        try (ToolkitCache unused = ToolkitCache.choose()) {
            assertThat(System.getProperty(PROPERTY)).isNull();
        }
    }

    @Test
    void folderThatTheUserChoseStays() {
        System.setProperty("user.home", "?");
        System.setProperty(PROPERTY, "/somewhere");
        try (ToolkitCache unused = ToolkitCache.choose()) {
            assertThat(System.getProperty(PROPERTY)).isEqualTo("/somewhere");
        }
    }
}
