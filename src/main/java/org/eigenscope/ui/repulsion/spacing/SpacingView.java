package org.eigenscope.ui.repulsion.spacing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.eigenscope.ensemble.spacing.LevelStatistics;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.ui.repulsion.lab.LabFrame;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** Two charts: the spacings beside Poisson and Wigner's surmises, and the number variance beside its references. */
final class SpacingView extends PaintedRegion {
    /** The least end of the density of spacings: the surmise for β = 4 reaches 1.23. */
    private static final double SURMISES_PEAK = 1.3;

    private static final int POINTS = 200;
    private static final double LEFT = 40;
    private static final double RIGHT = 12;
    private static final double HEAD = 26;
    private static final double FOOT = 42;
    private static final double GAP = 14;

    private Optional<LabFrame.Local> local = Optional.empty();

    private final List<Reference> references = List.of(
            Reference.of(LevelStatistics.POISSON, CurveRole.GAMMA),
            Reference.of(LevelStatistics.GOE, CurveRole.HTMP),
            Reference.of(LevelStatistics.GUE, CurveRole.MP),
            Reference.of(LevelStatistics.GSE, CurveRole.INVERSE_GAMMA));

    /** A reference in the charts: its curves at equal steps of either chart, which never change, and their style. */
    private record Reference(String label, CurveStyle style, double[] densities, double[] variances) {
        static Reference of(LevelStatistics statistics, CurveRole role) {
            return new Reference(
                    statistics.label(),
                    role.style(),
                    along(LabFrame.Local.REACH, statistics::spacingDensity),
                    along(LabFrame.Local.LENGTHS, statistics::numberVariance));
        }

        private static double[] along(double end, DoubleUnaryOperator curve) {
            return IntStream.range(0, POINTS)
                    .mapToDouble(i -> curve.applyAsDouble(end * (i + 0.5) / POINTS))
                    .toArray();
        }
    }

    void show(Optional<LabFrame.Local> value) {
        local = value;
        repaint();
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        if (local.isEmpty()) {
            return;
        }
        double each = (height - 2 * (HEAD + FOOT) - GAP) / 2;
        spacings(new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, HEAD, width - LEFT - RIGHT, each),
                CanvasChart.Axis.linear(0, LabFrame.Local.REACH, "spacing s, in mean spacings"),
                CanvasChart.Axis.linear(0, peak(local.get().densities()), "p(s)")));
        double top = 2 * HEAD + each + FOOT + GAP;
        variances(new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, top, width - LEFT - RIGHT, each),
                CanvasChart.Axis.linear(0, LabFrame.Local.LENGTHS, "interval length L"),
                CanvasChart.Axis.linear(0, ceiling(local.get().variances()), "number variance Σ²(L)")));
    }

    /**
     * The end of the ordinate for the surmises and for higher bars, in steps, so that it seldom changes while the bars
     * settle.
     */
    private static double peak(double[] densities) {
        double highest = Arrays.stream(densities).max().orElse(0);
        return highest <= SURMISES_PEAK ? SURMISES_PEAK : Math.ceil(2.1 * highest) / 2;
    }

    /** The end of the ordinate for the counted variances, and at least for the classical ensembles. */
    private static double ceiling(double[] variances) {
        return Math.max(
                1.5,
                1.1 * Arrays.stream(variances).filter(Double::isFinite).max().orElse(1.5));
    }

    private void spacings(CanvasChart sheet) {
        sheet.frame();
        sheet.bars(local.orElseThrow().densities());
        double next = sheet.area().top();
        for (Reference reference : references) {
            sheet.evenLine(reference.densities(), reference.style());
            next = sheet.legend(next, reference.label(), reference.style(), false);
        }
    }

    private void variances(CanvasChart sheet) {
        sheet.frame();
        double[] variances = local.orElseThrow().variances();
        for (Reference reference : references) {
            sheet.evenLine(reference.variances(), reference.style());
        }
        sheet.gc().setFill(CanvasChart.color(sheet.palette().text()));
        for (int i = 0; i < variances.length; i++) {
            if (variances[i] <= sheet.y().range().upper()) {
                sheet.gc().fillOval(sheet.px(i + 1.0) - 3.5, sheet.py(variances[i]) - 3.5, 7, 7);
            }
        }
        // beside the title, because the curves and the dots may be anywhere inside
        sheet.note("● counted", sheet.area().right(), sheet.area().top() - 9, TextAlignment.RIGHT);
    }
}
