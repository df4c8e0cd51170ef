package org.eigenscope.ui.models.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.Field;
import org.eigenscope.ui.models.step.EsdSeries;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.models.study.SmallStudy;
import org.eigenscope.ui.models.study.StudyBench;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Table, plot and steps show the same rows and the same choice. */
class LinkedViewsTest {
    private final StudyBench bench = new StudyBench();
    private final ManualExecutor spectra = new ManualExecutor();
    private final StepModel steps = new StepModel(bench.study, StudyBench.task(spectra));
    private final PlotModel plot = new PlotModel(bench.rows, steps, StudyBench.task(spectra));

    @TempDir
    private Path folder;

    @BeforeEach
    void openAStudy() throws BadInputException {
        bench.showing(SmallStudy.write(folder.resolve("a.eigenstudy")));
    }

    @AfterEach
    void closeTheStudy() {
        bench.study.closeNow();
    }

    private List<Long> pointed() {
        return plot.sceneProperty().get().points().stream()
                .map(point -> point.row().id())
                .toList();
    }

    private StudyRow row(String run, String tensor, double step) {
        return bench.shown().stream()
                .filter(row ->
                        row.text("run").equals(run) && row.text("tensor").equals(tensor) && row.number("step") == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void alongDepthEachLayerIsAtTheStepThatIsLookedAt() {
        steps.placeProperty().set(0);
        assertThat(plot.sceneProperty().get().points()).hasSize(6);
        steps.placeProperty().set(2);
        assertThat(plot.sceneProperty().get().points())
                .extracting(PlotScene.Point::y)
                .containsExactlyInAnyOrder(10.2, 11.2, 12.2, 20.2, 21.2, 22.2);
        assertThat(plot.sceneProperty().get().lines()).hasSize(2);
    }

    @Test
    void aRectangleChoosesTheRowsOfItsPoints() {
        steps.placeProperty().set(0);
        plot.brush(0.5, 9, 3, 13, false);
        assertThat(bench.rows.chosen()).extracting(row -> row.number("kappa")).containsExactlyInAnyOrder(11.0, 12.0);
        plot.brush(-1, 30, 1, 19, true);
        assertThat(bench.rows.chosen()).hasSize(4);
    }

    @Test
    void theFilterOfTheTableIsThatOfThePlot() {
        bench.rows.filterProperty().set("fc1 run:run1");
        assertThat(plot.sceneProperty().get().points()).hasSize(2);
        bench.rows.filterProperty().set("nowhere");
        assertThat(plot.sceneProperty().get().empty()).isEqualTo("No row fits the filter.");
    }

    @Test
    void aSeriesHasALineOfMeansAndABandForEachGroup() {
        plot.kindProperty().set(PlotKind.SERIES);
        plot.groupProperty().set(Optional.of(Field.of(Column.RUN)));
        PlotScene scene = plot.sceneProperty().get();
        assertThat(scene.groups()).containsExactly("run1", "run2");
        PlotScene.Line first = scene.lines().get(0);
        assertThat(first.xs()).containsExactly(0, 100, 200);
        assertThat(first.ys()[1]).isCloseTo(11.1, within(1e-12));
        assertThat(first.lower()[1]).isEqualTo(10.1);
        assertThat(first.upper()[1]).isEqualTo(12.1);
    }

    @Test
    void aScatterWritesTheThreeCoefficients() {
        plot.kindProperty().set(PlotKind.SCATTER);
        spectra.runAll();
        // spearmanr, kendalltau and pearsonr of scipy.stats on step and kappa of the 18 rows: 0.157378, 0.140028,
        // 0.016114
        assertThat(plot.sceneProperty().get().notes())
                .containsExactly("Spearman ρ = 0.16", "Kendall τ-b = 0.14", "Pearson r = 0.02", "n = 18, 2 runs");
    }

    @Test
    void theSameMatricesOfTwoGroupsAreComparedAtTheSameStep() {
        plot.kindProperty().set(PlotKind.COMPARE);
        plot.groupProperty().set(Optional.empty());
        assertThat(plot.sceneProperty().get().empty()).contains("Choose what tells A from B");
        plot.groupProperty().set(Optional.of(Field.of(Column.RUN)));
        assertThat(plot.sceneProperty().get().points()).hasSize(9).allMatch(p -> Math.abs(p.y() - p.x() - 10) < 1e-12);
    }

    @Test
    void aHeatMapHasATileForEachDepthAndStep() {
        plot.kindProperty().set(PlotKind.HEATMAP);
        PlotScene scene = plot.sceneProperty().get();
        assertThat(scene.lines()).hasSize(9).allMatch(PlotScene.Line::isTile);
        assertThat(scene.lines().get(0).xs()).containsExactly(-50, 50);
        assertThat(pointed()).hasSize(SmallStudy.ROWS);
        // means of 10 + depth + step/1000 and of 20 + the same
        assertThat(scene.notes()).containsExactly("kappa from 15.0 (faint) to 17.2 (strong)");
    }

    @Test
    void aWaterfallHasALineForEachStepOfTheChosenLayer() {
        plot.kindProperty().set(PlotKind.WATERFALL);
        assertThat(plot.sceneProperty().get().empty()).startsWith("Choose a row");
        bench.rows.select(Set.of(row("run1", "h.1.fc1.weight", 0).id()), false);
        spectra.runAll();
        assertThat(plot.sceneProperty().get().lines()).hasSize(3);
        assertThat(plot.sceneProperty().get().groups()).containsExactly("0", "100", "200");
    }

    @Test
    void aHistogramHasEveryRowOnce() {
        plot.kindProperty().set(PlotKind.HISTOGRAM);
        assertThat(pointed()).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void theChosenLayersSpectrumMovesThroughTheSteps() {
        bench.rows.select(Set.of(row("run2", "h.0.fc2.weight", 100).id()), false);
        spectra.runAll();
        assertThat(steps.step()).isEqualTo(100);
        EsdSeries series = steps.seriesProperty().get();
        assertThat(series.frames()).extracting(EsdSeries.Frame::step).containsExactly(0.0, 100.0, 200.0);
        assertThat(bench.rows.hoveredProperty().get())
                .isEqualTo(OptionalLong.of(row("run2", "h.0.fc2.weight", 100).id()));
        steps.placeProperty().set(2);
        assertThat(bench.rows.hoveredProperty().get())
                .isEqualTo(OptionalLong.of(row("run2", "h.0.fc2.weight", 200).id()));
        for (EsdSeries.Frame frame : series.frames()) {
            assertThat(mass(frame.densities(), series.edges())).isCloseTo(1, within(1e-9));
            assertThat(frame.curve()).isNotEmpty();
        }
    }

    private static double mass(double[] densities, double[] edges) {
        double mass = 0;
        for (int i = 0; i < densities.length; i++) {
            mass += densities[i] * (edges[i + 1] - edges[i]);
        }
        return mass;
    }

    @Test
    void playingGoesThroughAllStepsAndBeginsAgain() {
        assertThat(steps.step()).isEqualTo(200);
        steps.placeProperty().set(0);
        steps.playingProperty().set(true);
        steps.pulse(0.25);
        assertThat(steps.step()).isZero();
        steps.pulse(0.25);
        assertThat(steps.step()).isEqualTo(100);
        steps.pulse(1);
        assertThat(steps.step()).isZero();
        steps.playingProperty().set(false);
        steps.pulse(1);
        assertThat(steps.step()).isZero();
    }
}
