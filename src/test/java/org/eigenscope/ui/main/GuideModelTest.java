package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideModelTest {
    @TempDir
    Path pages;

    private final List<URI> opened = new ArrayList<>();
    private final GuideModel guide = new GuideModel();

    @Test
    void thePageOfTheTabIsOpened() throws IOException {
        Path page = Files.createFile(pages.resolve("lessons.html"));
        guide.offer(pages, opened::add);
        assertThat(guide.show(MainTab.LESSONS)).isTrue();
        assertThat(opened).containsExactly(page.toUri());
    }

    @Test
    void nothingIsOpenedWhereThePageIsMissing() {
        guide.offer(pages, opened::add);
        assertThat(guide.show(MainTab.LESSONS)).isFalse();
        assertThat(opened).isEmpty();
    }

    @Test
    void withoutAGuideThereIsNothingToShow() {
        assertThat(guide.show(MainTab.SPECTRUM)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyTabHasAPage(MainTab tab) {
        assertThat(Path.of("src", "site", "markdown", "guide", tab.guidePage() + ".md"))
                .isRegularFile();
    }
}
