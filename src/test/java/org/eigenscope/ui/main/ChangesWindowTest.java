package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChangesWindowTest {
    @Test
    void theWindowShowsTheProjectsChangelog() throws IOException {
        assertThat(ChangesWindow.changes())
                .isEqualTo(Files.readString(Path.of("src", "site", "markdown", "changelog.md")));
    }
}
