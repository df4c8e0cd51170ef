package org.eigenscope.ui.models.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.plot.RowPlace;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.study.query.Field;
import org.eigenscope.ui.models.rows.FitSettings;
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
    private final ManualExecutor plots = new ManualExecutor();
    private final ManualExecutor statistics = new ManualExecutor();
    private final StepModel steps = new StepModel(bench.study, StudyBench.task(spectra));
    private final PlotModel plot =
            new PlotModel(bench.study, steps, StudyBench.task(plots), StudyBench.task(statistics));

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

    private StudyPlot drawn() {
        plots.runAll();
        return plot.shownProperty().get().plot().orElseThrow();
    }

    private String empty() {
        plots.runAll();
        return plot.shownProperty().get().empty();
    }

    private double[] kappas() {
        return drawn().rows().stream().mapToDouble(row -> row.point().y()).toArray();
    }

    private void choose(String run, String tensor, double step) {
        bench.rows.select(Set.of(row(run, tensor, step).id()), false);
        spectra.runAll();
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
        assertThat(kappas()).containsExactlyInAnyOrder(10, 11, 12, 20, 21, 22);
        steps.placeProperty().set(2);
        assertThat(kappas()).containsExactlyInAnyOrder(10.2, 11.2, 12.2, 20.2, 21.2, 22.2);
    }

    @Test
    void aRectangleChoosesTheRowsOfItsPoints() {
        steps.placeProperty().set(0);
        drawn();
        plot.brush(0, PlotModel.Box.of(0.5, 9, 3, 13), false);
        assertThat(bench.rows.chosen()).extracting(row -> row.number("kappa")).containsExactlyInAnyOrder(11.0, 12.0);
        plot.brush(0, PlotModel.Box.of(-1, 30, 1, 19), true);
        assertThat(bench.rows.chosen()).hasSize(4);
    }

    @Test
    void theFilterOfTheTableIsThatOfThePlot() {
        bench.rows.filterProperty().set("fc1 run:run1");
        assertThat(drawn().rows()).hasSize(2);
        bench.rows.filterProperty().set("nowhere");
        assertThat(empty()).isEqualTo("No row fits the filter.");
    }

    @Test
    void aFilterThatCannotBeReadLeavesThePlotAsItWas() {
        bench.rows.filterProperty().set("fc1 run:run1");
        drawn();
        bench.rows.filterProperty().set("fc1 run:run1 kappa<");
        assertThat(drawn().rows()).hasSize(2);
    }

    @Test
    void aScatterIsThereBeforeItsCoefficients() {
        plot.kindProperty().set(PlotKind.SCATTER);
        plot.layerProperty().set("");
        plot.xProperty().set(Field.of(Column.STEP));
        assertThat(drawn().sheet().panels().get(0).notes()).containsExactly("coefficients follow …");
        statistics.runAll();
        // spearmanr, kendalltau and pearsonr of scipy.stats on step and kappa of the 18 rows: 0.157378, 0.140028,
        // 0.016114
        assertThat(drawn().sheet().panels().get(0).notes())
                .containsExactly("Spearman ρ 0.16", "Kendall τ-b 0.14", "Pearson r 0.02", "n = 18");
    }

    @Test
    void theSameMatricesOfTwoGroupsAreComparedAtTheStepOfTheSlider() {
        steps.placeProperty().set(1);
        plot.kindProperty().set(PlotKind.COMPARE);
        plot.groupProperty().set(Optional.empty());
        assertThat(empty()).startsWith("Choose what tells A from B");
        plot.groupProperty().set(Optional.of(Field.of(Column.RUN)));
        assertThat(drawn().rows())
                .hasSize(3)
                .allMatch(row -> row.row().number("step") == 100)
                .allMatch(row -> Math.abs(row.point().y() - row.point().x() - 10) < 1e-12);
    }

    @Test
    void aGroupOfStepsIsComparedWhateverTheSliderShows() {
        steps.placeProperty().set(1);
        plot.kindProperty().set(PlotKind.COMPARE);
        plot.groupProperty().set(Optional.of(Field.of(Column.STEP)));
        plot.sidesProperty().set(new PlotRequest.Sides("0", "200"));
        assertThat(drawn().rows()).hasSize(6);
    }

    @Test
    void aSeriesIsOfOneLayerUntilAnotherIsChosen() {
        plot.kindProperty().set(PlotKind.SERIES);
        String usual = plot.layerProperty().get();
        assertThat(plot.layersProperty().get()).hasSize(3).contains(usual);
        assertThat(drawn().rows())
                .hasSize(6)
                .allMatch(row -> row.row().text("layer").equals(usual));
        plot.layerProperty().set("");
        assertThat(drawn().rows()).hasSize(18);
    }

    @Test
    void aClickOnACellChoosesAllOfItsRows() {
        plot.kindProperty().set(PlotKind.HEATMAP);
        assertThat(drawn().places()).hasSize(9);
        plot.choose(Optional.of(drawn().places().get(0)), false);
        assertThat(bench.rows.chosen()).extracting(row -> row.number("kappa")).containsExactlyInAnyOrder(10.0, 20.0);
    }

    @Test
    void aWaterfallHasACurveForEachStepOfTheChosenLayer() {
        plot.kindProperty().set(PlotKind.WATERFALL);
        assertThat(empty()).startsWith("Choose a row");
        choose("run1", "h.1.fc1.weight", 0);
        assertThat(drawn().sheet().panels().get(0).chart().curves()).hasSize(3);
        assertThat(drawn().rows()).extracting(row -> row.row().text("run")).containsOnly("run1");
    }

    @Test
    void aHistogramHasEveryRowOnce() {
        plot.kindProperty().set(PlotKind.HISTOGRAM);
        assertThat(drawn().places()).flatExtracting(RowPlace::rows).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void eachKindOfPlotKeepsWhatWasChosenForIt() {
        plot.kindProperty().set(PlotKind.SERIES);
        plot.yProperty().set(Field.of(Column.KS));
        plot.kindProperty().set(PlotKind.HISTOGRAM);
        assertThat(plot.yProperty().get()).isEqualTo(Field.of(Column.KAPPA));
        plot.kindProperty().set(PlotKind.SERIES);
        assertThat(plot.yProperty().get()).isEqualTo(Field.of(Column.KS));
    }

    @Test
    void stepsThatPassWhileAPlotIsMadeAreSkippedAndTheLastIsShown() {
        drawn();
        plot.kindProperty().set(PlotKind.KS);
        plot.kindProperty().set(PlotKind.HISTOGRAM);
        plot.kindProperty().set(PlotKind.SERIES);
        // the job that was begun, and the newest of those that waited
        assertThat(plots.waiting()).isEqualTo(1);
        plots.runAll();
        assertThat(drawn().request().kind()).isEqualTo(PlotKind.SERIES);
    }

    @Test
    void aStudyWithoutResultsSaysWhatToDo() {
        bench.study.settingsProperty().set(FitSettings.of(LawFamily.GAMMA_LAW));
        assertThat(empty()).startsWith("No matrix has results of").endsWith("press Fit all.");
    }

    @Test
    void theChosenLayersSpectrumMovesThroughTheSteps() {
        choose("run2", "h.0.fc2.weight", 100);
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
