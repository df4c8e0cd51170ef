package org.eigenscope.ui.spectrum.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;

class FigureTableTest {
    private static final double[] VALUES = {0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 0.9, 1.5, 2, 4, 7, 9};

    private static final Curve STRAIGHT =
            Curve.of(CurveRole.HTMP, "straight", new double[] {0.01, 100}, new double[] {2, 2});

    private static final Curve HIDDEN = Curve.of(CurveRole.MP, "hidden", new double[] {0.01, 100}, new double[] {1, 1})
            .withVisible(false);

    private static FigureSpec figure(Ordinate ordinate) {
        Spectrum spectrum = Spectrum.of(
                VALUES.clone(), new Spectrum.Details(12, 24, Spectrum.Source.GRAM, Normalization.RAW, 0, "given"));
        return SpectrumFigure.base(spectrum, ordinate, AxisScale.LOG, AxisScale.LOG);
    }

    private static FigureTable table(FigureSpec figure) {
        return FigureTable.of(figure, FigureRanges.of(figure), VALUES.length, Map.of());
    }

    @Test
    void binsCountEveryEigenvalueOnce() {
        FigureTable table = table(figure(Ordinate.DENSITY));
        assertThat(table.columns()).containsExactly("λ from", "to", "count", "density");
        assertThat(table.rows().stream().mapToDouble(row -> row[2]).sum()).isEqualTo(VALUES.length);
    }

    @Test
    void everyVisibleCurveHasAColumn() {
        FigureSpec figure = figure(Ordinate.DENSITY).withCurves(List.of(STRAIGHT, HIDDEN));
        assertThat(table(figure).columns()).hasSize(5).last().isEqualTo("straight");
        assertThat(table(figure).rows()).allSatisfy(row -> assertThat(row[4]).isCloseTo(2, within(1e-12)));
    }

    @Test
    void aLawIsAskedWhereItsCurveMayHaveLeftTheChart() {
        FigureSpec figure = figure(Ordinate.DENSITY).withCurves(List.of(STRAIGHT));
        FigureTable table =
                FigureTable.of(figure, FigureRanges.of(figure), VALUES.length, Map.of("straight", lambda -> 1e-9));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row[4]).isEqualTo(1e-9));
    }

    @Test
    void withoutBinsTheRowsGoAlongTheAxis() {
        FigureSpec figure = figure(Ordinate.CUMULATIVE).withCurves(List.of(STRAIGHT));
        FigureTable table = table(figure);
        assertThat(table.columns()).containsExactly("λ", "straight");
        assertThat(table.rows().get(0)[0]).isCloseTo(FigureRanges.of(figure).x().lower(), within(1e-12));
        assertThat(table.rows()).extracting(row -> row[0]).isSorted();
    }

    @Test
    void anEstimateHasNoCounts() {
        FigureSpec figure = figure(Ordinate.DENSITY);
        assertThat(FigureTable.of(figure, FigureRanges.of(figure), 0, Map.of()).columns())
                .containsExactly("λ from", "to", "density");
    }

    @Test
    void copiedNumbersAreCompleteAndSeparatedByTabs() {
        FigureTable table = new FigureTable(List.of("a", "b"), List.of(new double[] {1.0 / 3, Double.NaN}));
        assertThat(table.toTsv()).isEqualTo("a\tb\n0.3333333333333333\t\n");
    }
}
