package org.eigenscope.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.HeatMap;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.statistic.Coefficient;
import org.eigenscope.study.statistic.Correlations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyPlotsTest {
    private static StudyPlot plot(PlotRequest request, StudyRow... rows) throws BadInputException {
        return StudyPlots.of("a.eigenstudy", List.of(rows), request, RowSpectra.NONE);
    }

    private static Panel panel(StudyPlot plot) {
        return plot.sheet().panels().get(0);
    }

    private static String note(StudyPlot plot) {
        return String.join(" ", plot.sheet().notes());
    }

    @Test
    void depthHasALineForEachRunAndPointsThatKnowTheirRows() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH),
                PlotRows.row().with(Column.RUN, "a").depth(0).kappa(1).as(11),
                PlotRows.row().with(Column.RUN, "a").depth(1).kappa(2).as(12),
                PlotRows.row().with(Column.RUN, "b").depth(0).kappa(3).as(13),
                PlotRows.row().with(Column.RUN, "b").depth(1).kappa(4).as(14));
        assertThat(panel(plot).chart().curves()).extracting(Curve::label).containsExactly("a", "b");
        assertThat(panel(plot).chart().curves().get(1).y()).containsExactly(3, 4);
        assertThat(panel(plot).points())
                .flatExtracting(PointSeries::points)
                .extracting(PointSeries.Point::row)
                .containsExactly(11L, 12L, 13L, 14L);
    }

    @Test
    void anIntervalThatTheDataDoNotBoundIsOpen() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH),
                PlotRows.row()
                        .with(Column.INTERVAL_METHOD, "profile-likelihood")
                        .with(Column.KAPPA_LOW, 0.5)
                        .depth(0)
                        .kappa(1)
                        .as(1));
        PointSeries.Point point = panel(plot).points().get(0).points().get(0);
        assertThat(point.lower()).isEqualTo(0.5);
        assertThat(point.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Expected values are numpy 2's quantile of the same six numbers, by its default method. */
    @Test
    void bandsAreNumpysQuartilesWhereGroupsAreLarge() throws BadInputException {
        double[] kappas = {3.1, 0.4, 2.2, 9.7, 1.05, 4.4};
        StudyRow[] rows = new StudyRow[kappas.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = PlotRows.row().step(100).with("seed", i).kappa(kappas[i]).as(i);
        }
        StudyPlot plot = plot(PlotRequest.of(PlotKind.SERIES), rows);
        PointSeries.Point point = panel(plot).points().get(0).points().get(0);
        assertThat(point.lower()).isCloseTo(1.3375, within(1e-12));
        assertThat(point.y()).isCloseTo(2.65, within(1e-12));
        assertThat(point.upper()).isCloseTo(4.075, within(1e-12));
        assertThat(note(plot)).contains("band: from the lower to the upper quartile");
    }

    @Test
    void bandsOfFewSeedsReachFromTheLeastToTheGreatest() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.SERIES),
                PlotRows.row().step(1).with("seed", 0).kappa(2).as(1),
                PlotRows.row().step(1).with("seed", 1).kappa(11).as(2),
                PlotRows.row().step(1).with("seed", 2).kappa(5).as(3));
        assertThat(panel(plot).points().get(0).points().get(0))
                .isEqualTo(new PointSeries.Point(1, 5, 2, 11, 1, 1, PointSeries.Point.NO_ROW));
        assertThat(note(plot)).contains("band: from the least to the greatest");
    }

    @Test
    void seriesAreGroupedBySettingsAndNotBySeedOrOutcome() throws BadInputException {
        List<StudyRow> rows = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            for (int batch : new int[] {5, 50}) {
                rows.add(PlotRows.row()
                        .step(1)
                        .with("seed", seed)
                        .with("batch_size", batch)
                        .with("test_accuracy", 0.9 + 0.01 * rows.size())
                        .kappa(1 + rows.size())
                        .as(rows.size()));
            }
        }
        StudyPlot plot = plot(PlotRequest.of(PlotKind.SERIES), rows.toArray(StudyRow[]::new));
        assertThat(panel(plot).points())
                .extracting(PointSeries::label)
                .containsExactly("batch size 5", "batch size 50");
    }

    @Test
    void coefficientsAreThoseOfTheStatisticsPackage() throws BadInputException {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {2, 1, 4, 3, 7, 6};
        StudyRow[] rows = new StudyRow[x.length];
        String[] runs = new String[x.length];
        for (int i = 0; i < x.length; i++) {
            runs[i] = "r" + i;
            rows[i] = PlotRows.row()
                    .with(Column.RUN, runs[i])
                    .with("score", x[i])
                    .kappa(y[i])
                    .as(i);
        }
        StudyPlot plot = plot(PlotRequest.of(PlotKind.SCATTER).withX("score"), rows);
        Correlations expected = Correlations.of(x, y, runs, new Correlations.Resampling(1_999, 0, 1));
        var spearman = expected.estimates().get(Coefficient.SPEARMAN);
        assertThat(panel(plot).notes())
                .contains(
                        "n = 6",
                        "Spearman ρ " + NumberText.fixed(spearman.value(), 2) + " ["
                                + NumberText.fixed(spearman.low(), 2) + ", " + NumberText.fixed(spearman.high(), 2)
                                + "]");
        assertThat(note(plot)).contains("n = 6 rows in 6 runs");
    }

    @Test
    void aSignThatPoolingTurnsRoundIsSaid() throws BadInputException {
        List<StudyRow> rows = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < 4; i++) {
                rows.add(PlotRows.row()
                        .with(Column.RUN, group + "-" + i)
                        .with("width", group)
                        .with("score", 10 * group + i)
                        .kappa(10 * group + 4 - i)
                        .as(rows.size()));
            }
        }
        PlotRequest request = PlotRequest.of(PlotKind.SCATTER).withX("score").withGroup("width");
        assertThat(note(plot(request, rows.toArray(StudyRow[]::new)))).contains("Pooling turns the sign round");
    }

    @Test
    void mixedLawsAreCounted() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH),
                PlotRows.row().depth(0).kappa(1).as(1),
                PlotRows.row().depth(1).kappa(1).as(2),
                PlotRows.row().depth(2).with(Column.LAW, "htmp").kappa(1).as(3));
        assertThat(note(plot)).contains("Law: mixed, 2 inverse-htmp, 1 htmp");
    }

    @Test
    void rowsWithoutResultsOrNumbersAreCounted() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH),
                PlotRows.row().depth(0).kappa(1).as(1),
                PlotRows.row().depth(1).as(2),
                PlotRows.row().depth(2).failed().as(3));
        assertThat(note(plot)).contains("1 row has no results", "1 row is left out: without numbers");
        assertThat(plot.rows()).hasSize(1);
    }

    @Test
    void compareTakesTheSameTensorOfTheSameSeedOnBothSides() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.COMPARE).withGroup("batch_size").withSides("5", "50"),
                PlotRows.row().with("batch_size", 5).with("seed", 0).kappa(1).as(1),
                PlotRows.row().with("batch_size", 5).with("seed", 1).kappa(2).as(2),
                PlotRows.row().with("batch_size", 50).with("seed", 1).kappa(7).as(3));
        assertThat(plot.rows()).singleElement().satisfies(pair -> {
            assertThat(pair.row().id()).isEqualTo(2);
            assertThat(pair.other().orElseThrow().id()).isEqualTo(3);
            assertThat(pair.point().x()).isEqualTo(2);
            assertThat(pair.point().y()).isEqualTo(7);
        });
        assertThat(note(plot)).contains("1 row is left out: without a counterpart");
    }

    @Test
    void theTimesThatAreComparedMayBeTypedAsTheyAreShown() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.COMPARE).withGroup("step").withSides("0", "700"),
                PlotRows.row().step(0).kappa(1).as(1),
                PlotRows.row().step(700).kappa(7).as(3));
        assertThat(plot.rows()).hasSize(1);
    }

    @Test
    void aCellWithoutARowIsMissing() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.HEATMAP),
                PlotRows.row().step(0).depth(0).kappa(1).as(1),
                PlotRows.row().step(10).depth(0).kappa(2).as(2),
                PlotRows.row().step(10).depth(1).kappa(3).as(3));
        List<HeatMap.Cell> cells = panel(plot).marks().heatMap().orElseThrow().cells();
        assertThat(cells).hasSize(4);
        assertThat(cells)
                .filteredOn(cell -> Double.isNaN(cell.value()))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.left()).isEqualTo(-5);
                    assertThat(cell.bottom()).isEqualTo(0.5);
                    assertThat(cell.row()).isEqualTo(PointSeries.Point.NO_ROW);
                });
        assertThat(note(plot)).contains("1 of 4 cells are missing");
    }

    @Test
    void histogramsCountEveryRowOnce() throws BadInputException {
        StudyRow[] rows = new StudyRow[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = PlotRows.row().kappa(1 + 0.1 * i).as(i);
        }
        Panel panel = panel(plot(PlotRequest.of(PlotKind.HISTOGRAM), rows));
        double[] counts = panel.chart().histogram().orElseThrow().densities();
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        assertThat(sum).isEqualTo(40);
    }

    @Test
    void logarithmicAxesSayWhatTheyDrop() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.SERIES).withX("batch_size"),
                PlotRows.row().with("batch_size", 0).kappa(9).as(1),
                PlotRows.row().with("batch_size", 5).kappa(2).as(2),
                PlotRows.row().with("batch_size", 500).kappa(3).as(3));
        assertThat(panel(plot).chart().xAxis().scale()).isEqualTo(AxisScale.LOG);
        assertThat(note(plot)).contains("1 row is left out: not positive");
        assertThat(plot.rows()).extracting(row -> row.row().id()).containsExactly(2L, 3L);
    }

    @Test
    void waterfallsStandInTheOrderOfTheirColumn() throws BadInputException {
        Spectrum spectrum = Spectrum.of(
                new double[] {0.1, 0.5, 1, 2},
                new Spectrum.Details(4, 4, Spectrum.Source.GRAM, Normalization.RAW, 0, "made up"));
        StudyPlot plot = StudyPlots.of(
                "a.eigenstudy",
                List.of(
                        PlotRows.row().step(20).as(1),
                        PlotRows.row().step(10).as(2),
                        PlotRows.row().step(30).as(3)),
                PlotRequest.of(PlotKind.WATERFALL),
                row -> row.id() == 3 ? Optional.empty() : Optional.of(spectrum));
        assertThat(panel(plot).chart().curves()).extracting(Curve::label).containsExactly("step 10", "step 20");
        assertThat(panel(plot).chart().curves().get(1).yAt(0)).isEqualTo(1);
        assertThat(note(plot)).contains("1 row is left out: without positive eigenvalues");
    }

    @Test
    void energiesMarkTheFirstStepWithHAtMostItsCriticalValue() throws BadInputException {
        StudyPlot plot =
                plot(PlotRequest.of(PlotKind.ENERGY), energy(1, 0.5, 0.4), energy(2, 0.9, 1.0), energy(3, 0.8, 2.0));
        assertThat(plot.sheet().panels()).hasSize(3);
        // at step 2 the regulariser is 1/lawTrace, so that h = h*
        assertThat(note(plot)).contains("The first step with h ≤ h* is step 1");
    }

    /** A row whose law has the trace of its eigenvalues. */
    private static StudyRow energy(double step, double accuracy, double trace) {
        return PlotRows.row()
                .step(step)
                .with("test_accuracy", accuracy)
                .with(Column.TRACE, trace)
                .with(Column.LOG_DETERMINANT, 0.1)
                .with(Column.LAW_TRACE, trace)
                .with(Column.LAW_LOG_DETERMINANT, 0.2)
                .with(Column.ORIENTATION, "inverse")
                .with(Column.BETA, 2.0)
                .kappa(1)
                .as((long) step);
    }

    @Test
    void energiesOfSeveralMatricesAtOneStepAreRefused() {
        assertThatThrownBy(() -> plot(PlotRequest.of(PlotKind.ENERGY), energy(1, 0.5, 1), energy(1, 0.5, 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("several rows have step 1");
    }

    @ParameterizedTest
    @EnumSource(PlotKind.class)
    void aStudyWithoutRowsIsASentence(PlotKind kind) {
        assertThatThrownBy(() -> plot(PlotRequest.of(kind)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a.eigenstudy has no rows.");
    }

    @Test
    void anUnknownColumnIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> plot(
                        PlotRequest.of(PlotKind.SCATTER).withX("acuracy"),
                        PlotRows.row().with("accuracy_test", 1).kappa(1).as(1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'acuracy'")
                .hasMessageContaining("accuracy_test");
    }

    @Test
    void aColumnOfTextsIsNamed() {
        assertThatThrownBy(() -> plot(
                        PlotRequest.of(PlotKind.SERIES).withX("dataset"),
                        PlotRows.row().with("dataset", "digits").kappa(1).as(1)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("None of the 1 rows has a number of 'dataset'; it holds text.");
    }

    @Test
    void whatIsShownOfARowMakesItsDigest() throws BadInputException {
        StudyRow row = PlotRows.row().depth(0).kappa(1).as(1);
        StudyRow changed = PlotRows.row().depth(0).kappa(1.5).as(1);
        List<String> digests = plot(PlotRequest.of(PlotKind.DEPTH), row).digests();
        assertThat(plot(PlotRequest.of(PlotKind.DEPTH), row).digests()).isEqualTo(digests);
        assertThat(plot(PlotRequest.of(PlotKind.DEPTH), changed).digests()).doesNotContainAnyElementsOf(digests);
    }

    @Test
    void theAxisSaysWhatABandIsAndNothingWhereThereIsNone() throws BadInputException {
        StudyRow first = PlotRows.row().step(1).with("seed", 0).kappa(2).as(1);
        StudyRow second = PlotRows.row().step(1).with("seed", 1).kappa(3).as(2);
        assertThat(panel(plot(PlotRequest.of(PlotKind.SERIES), first, second))
                        .chart()
                        .yAxis()
                        .label())
                .endsWith(": median, band least to greatest");
        assertThat(panel(plot(PlotRequest.of(PlotKind.SERIES), first))
                        .chart()
                        .yAxis()
                        .label())
                .doesNotContain("median");
    }

    @Test
    void aCellOfSeveralRowsIsTheirMedianAndHasAllOfThem() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.HEATMAP),
                PlotRows.row().step(1).depth(0).kappa(1000).as(1),
                PlotRows.row().step(1).depth(0).kappa(2).as(2),
                PlotRows.row().step(1).depth(0).kappa(3).as(3));
        HeatMap map = panel(plot).marks().heatMap().orElseThrow();
        assertThat(map.cells().get(0).value()).isEqualTo(3);
        assertThat(map.label()).endsWith(": median");
        assertThat(plot.places())
                .singleElement()
                .satisfies(place -> assertThat(place.rows()).containsExactly(1L, 2L, 3L));
    }

    @Test
    void atAStepEachMatrixIsShownAsItWasLastBefore() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.DEPTH)
                        .withSelection(PlotRequest.Selection.ALL.withStep(OptionalDouble.of(150))),
                PlotRows.row().with(Column.RUN, "a").depth(0).step(0).kappa(1).as(1),
                PlotRows.row().with(Column.RUN, "a").depth(0).step(100).kappa(2).as(2),
                PlotRows.row().with(Column.RUN, "a").depth(0).step(200).kappa(3).as(3),
                PlotRows.row().with(Column.RUN, "b").depth(0).step(50).kappa(4).as(4));
        assertThat(plot.rows()).extracting(row -> row.row().id()).containsExactly(2L, 4L);
        assertThat(note(plot)).contains("At 150 or the last before it.");
    }

    @Test
    void runsOfDifferentSeedsAreComparedWithoutTheSeed() throws BadInputException {
        StudyPlot plot = plot(
                PlotRequest.of(PlotKind.COMPARE).withGroup("run").withSides("a", "b"),
                PlotRows.row().with(Column.RUN, "a").with("seed", 1).kappa(1).as(1),
                PlotRows.row().with(Column.RUN, "b").with("seed", 2).kappa(2).as(2));
        assertThat(plot.rows()).hasSize(1);
        assertThat(plot.places().get(0).rows()).containsExactly(1L, 2L);
    }
}
