package org.eigenscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.study.plot.PlotKind;
import org.junit.jupiter.api.Test;

/** What the program can say or draw has its place in the guide. */
class GuideTest {
    private static final Path GUIDE = Path.of("src", "site", "markdown", "guide");

    @Test
    void everyWarningAndPhaseIsExplained() throws IOException {
        Stream<String> warnings = Arrays.stream(FitWarning.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Stream<String> phases = Arrays.stream(SpectralPhase.values()).map(SpectralPhase::id);
        assertNamed("verdicts.md", Stream.concat(warnings, phases).toList());
    }

    @Test
    void everyPresetPlotAndNormalisationIsNamed() throws IOException {
        assertNamed(
                "figures.md",
                Arrays.stream(PagePreset.values()).map(PagePreset::id).toList());
        assertNamed(
                "spectrum.md",
                Arrays.stream(Normalization.values()).map(Normalization::id).toList());
        assertNamed(
                "models.md", Arrays.stream(PlotKind.values()).map(PlotKind::id).toList());
    }

    private static void assertNamed(String page, List<String> names) throws IOException {
        String text = Files.readString(GUIDE.resolve(page));
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }
}
