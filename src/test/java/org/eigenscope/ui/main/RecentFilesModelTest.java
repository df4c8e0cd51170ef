package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyCombination;
import org.eigenscope.ui.settings.MemorySettings;
import org.junit.jupiter.api.Test;

class RecentFilesModelTest {
    private final MemorySettings settings = new MemorySettings();
    private final RecentFilesModel recent = new RecentFilesModel(settings);

    private static Path file(int number) {
        return Path.of("f" + number).toAbsolutePath();
    }

    @Test
    void theNewestComesFirst() {
        recent.add(file(1));
        recent.add(file(2));
        assertThat(recent.paths()).containsExactly(file(2), file(1));
    }

    @Test
    void aFileOpenedAgainMovesToTheTop() {
        recent.add(file(1));
        recent.add(file(2));
        recent.add(file(1));
        assertThat(recent.paths()).containsExactly(file(1), file(2));
    }

    @Test
    void thereAreNoMoreThanDigitKeys() {
        for (int i = 0; i < 20; i++) {
            recent.add(file(i));
        }
        assertThat(recent.paths()).hasSize(9).first().isEqualTo(file(19));
    }

    @Test
    void nobodyEverSeesMoreThanThereAreDigitKeys() {
        List<Integer> seen = new ArrayList<>();
        ListChangeListener<Path> listener = change -> seen.add(recent.paths().size());
        recent.paths().addListener(listener);
        for (int i = 0; i < 20; i++) {
            recent.add(file(i));
        }
        assertThat(seen).isNotEmpty().allMatch(size -> size <= RecentFilesModel.MOST);
    }

    @Test
    void theTenthEntryOfAMenuHasNoDigitKey() {
        assertThat(MenuController.digitKey(8, KeyCombination.ALT_DOWN)).isNotNull();
        assertThat(MenuController.digitKey(9, KeyCombination.ALT_DOWN)).isNull();
    }

    @Test
    void theNextRunRemembersThem() {
        recent.add(file(1));
        recent.add(file(2));
        assertThat(new RecentFilesModel(settings).paths()).containsExactly(file(2), file(1));
    }

    @Test
    void aClearedListStaysClear() {
        recent.add(file(1));
        recent.clear();
        assertThat(new RecentFilesModel(settings).paths()).isEmpty();
    }

    @Test
    void settingsThatNameNoFileAreLeftOut() {
        settings.put("recent-files", "\0\n\n" + file(3));
        assertThat(new RecentFilesModel(settings).paths()).containsExactly(file(3));
    }
}
