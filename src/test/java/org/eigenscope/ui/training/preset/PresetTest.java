package org.eigenscope.ui.training.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.ui.training.form.TrainingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {
    private static final String FOLDER = "/org/eigenscope/ui/training/preset/samples/";

    @Test
    void thePagesOfAnIndexAreReadInItsOrder() {
        PresetLibrary.Listing listing = new PresetLibrary(PresetTest.class, FOLDER).read();

        assertThat(listing.presets())
                .extracting(Preset::title)
                .containsExactly("Before and after", "Batch size: 5 to 100");
        assertThat(listing.problems()).containsExactly("The page missing.md is not there.");
    }

    @Test
    void aPresetFillsTheFieldsAndOpensItsPage() {
        TrainingForm form = new TrainingForm();
        List<Preset> presets =
                new PresetLibrary(PresetTest.class, FOLDER).read().presets();
        PresetsModel model = new PresetsModel(form, presets);

        model.choose(presets.get(1));

        assertThat(form.texts())
                .containsEntry("batch", "5,20,100")
                .containsEntry("rate", "2/batch")
                .containsEntry("target", "ntk");
        assertThat(form.planProperty().get()).isPresent();
        assertThat(model.openProperty().get().orElseThrow().page())
                .startsWith("# Claim")
                .contains("## Open");
    }

    @Test
    void everyShippedPresetFillsTheFieldsWithoutAnObjection() {
        for (Preset preset : PresetLibrary.shipped().read().presets()) {
            TrainingForm form = new TrainingForm();

            form.fill(preset.fields());

            assertThat(form.planProperty().get()).as(preset.title()).isPresent();
        }
        assertThat(PresetLibrary.shipped().read().problems()).isEmpty();
    }

    @Test
    void withoutAnIndexThereAreNoPresets() {
        assertThat(new PresetLibrary(PresetTest.class, "/nowhere/").read().presets())
                .isEmpty();
    }

    @Test
    void windowsLinesMarksAndQuotesAreRead() throws BadInputException {
        Preset preset = Preset.parse("a.md", "\uFEFF---\r\ntitle: \"A: b\"\r\nbatch: 5,20\r\n---\r\n# Claim\r\n");

        assertThat(preset.title()).isEqualTo("A: b");
        assertThat(preset.fields()).containsEntry("batch", "5,20");
        assertThat(preset.page()).isEqualTo("# Claim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# no head",
                "---\ntitle: a\n# never closed",
                "---\nnet: lenet\n---\n",
                "---\ntitle: a\nspeed: 3\n---\n",
                "---\ntitle: a\nnet:\n---\n",
                "---\ntitle: a\nnet: lenet\nnet: lenet\n---\n"
            })
    void aPageWithoutAUsableHeadIsRefused(String text) {
        assertThatThrownBy(() -> Preset.parse("a.md", text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("The page a.md");
    }
}
