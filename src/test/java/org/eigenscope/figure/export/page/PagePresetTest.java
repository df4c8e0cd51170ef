package org.eigenscope.figure.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagePresetTest {
    @ParameterizedTest
    @EnumSource(PagePreset.class)
    void typeIsThePresetsAtItsOwnWidth(PagePreset preset) {
        assertThat(preset.typeSizeFor(preset.inches())).isEqualTo(preset.typeSize());
    }

    @ParameterizedTest
    @EnumSource(PagePreset.class)
    void typeOfTheNarrowestFigureCanStillBeRead(PagePreset preset) {
        assertThat(preset.typeSizeFor(PageStyle.SMALLEST)).isEqualTo(5);
    }

    @Test
    void halfASlideIsNotFlat() {
        assertThat(PagePreset.BEAMER.heightFor(2.7)).isEqualTo(2.7 * 0.75);
    }
}
