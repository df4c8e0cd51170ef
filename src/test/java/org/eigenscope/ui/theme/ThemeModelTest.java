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
}
