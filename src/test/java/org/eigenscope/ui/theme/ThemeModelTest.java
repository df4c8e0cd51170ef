package org.eigenscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.ui.settings.MemorySettings;
import org.junit.jupiter.api.Test;

class ThemeModelTest {
    private final MemorySettings settings = new MemorySettings();

    @Test
    void isLightAtFirst() {
        assertThat(new ThemeModel(settings).darkProperty().get()).isFalse();
    }

    @Test
    void theNextRunRemembersTheChoice() {
        new ThemeModel(settings).toggle();
        assertThat(new ThemeModel(settings).darkProperty().get()).isTrue();
    }

    @Test
    void theSizeOfTextIsRememberedAndKeptInItsRange() {
        MemorySettings settings = new MemorySettings();
        ThemeModel theme = new ThemeModel(settings);
        theme.setTextSize(140);
        theme.enlargeText();
        assertThat(new ThemeModel(settings).textSizeProperty().get()).isEqualTo(150);
        theme.setTextSize(5000);
        assertThat(new ThemeModel(settings).textSizeProperty().get()).isEqualTo(200);
        theme.resetTextSize();
        theme.reduceText();
        assertThat(new ThemeModel(settings).textSizeProperty().get()).isEqualTo(90);
    }

    @Test
    void aDamagedSizeOfTextIsTheUsualOne() {
        for (String damaged : new String[] {"", "big", "-3", "1e9", "99999999999"}) {
            MemorySettings settings = new MemorySettings();
            settings.put("text.size", damaged);
            assertThat(new ThemeModel(settings).textSizeProperty().get()).isEqualTo(100);
        }
    }

    @Test
    void presentedTextIsLargerAndNotRemembered() {
        MemorySettings settings = new MemorySettings();
        ThemeModel theme = new ThemeModel(settings);
        theme.presentingProperty().set(true);
        assertThat(theme.shownTextSize()).isEqualTo(160);
        assertThat(new ThemeModel(settings).shownTextSize()).isEqualTo(100);
    }
}
