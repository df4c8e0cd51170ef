package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveRole;
import org.junit.jupiter.api.Test;

/** The axes go from 0 to 100 to the right and from 0 to 100 upwards, at one pixel a unit. */
class WordPlacementTest {
    private static final AxisRange UNIT = new AxisRange(0, 100);
    private static final FigureRanges RANGES = new FigureRanges(UNIT, UNIT);
    private static final PlotBox AXES = new PlotBox(0, 0, 100, 100);
    private static final FigureSpec EMPTY =
            FigureSpec.EMPTY.withXAxis(AxisSpec.linear("x")).withYAxis(AxisSpec.linear("y"));

    private static DrawnParts parts(FigureSpec figure) {
        return DrawnParts.of(figure, RANGES, 100, 100);
    }

    private static Curve line(double x0, double y0, double x1, double y1) {
        return Curve.of(CurveRole.HTMP, "", new double[] {x0, x1}, new double[] {y0, y1});
    }

    @Test
    void wordsStandRightOfTheirLineAtTheTop() {
        assertThat(WordPlacement.beside(50, 20, 10, parts(EMPTY), AXES)).isEqualTo(new PlotBox(54, 4, 20, 10));
    }

    @Test
    void wordsStandLeftOfALineNearTheEnd() {
        assertThat(WordPlacement.beside(90, 20, 10, parts(EMPTY), AXES)).isEqualTo(new PlotBox(66, 4, 20, 10));
    }

    @Test
    void wordsStandBelowACurveThatTheyWouldCover() {
        DrawnParts parts = parts(EMPTY.withCurves(List.of(line(0, 90, 100, 90))));
        assertThat(WordPlacement.beside(50, 20, 10, parts, AXES).top()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void wordsWithoutAFreePlaceStandAboveTheAxes() {
        DrawnParts parts =
                parts(EMPTY.withHistogram(new HistogramSteps(new double[] {0, 100}, new double[] {100}, "")));
        assertThat(WordPlacement.beside(50, 20, 10, parts, AXES)).isEqualTo(new PlotBox(40, -10, 20, 10));
    }

    /** A box is free if and only if a fine walk along all lines and over all bars meets no point in it. */
    @Test
    void freePlacesAreThoseThatNothingDrawnReaches() {
        Random random = new Random(4);
        int free = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[] y = random.doubles(4, -20, 120).toArray();
            double[] x = random.doubles(4, 0, 100).sorted().toArray();
            double bar = random.nextDouble(100);
            FigureSpec figure = EMPTY.withCurves(List.of(Curve.of(CurveRole.HTMP, "", x, y)))
                    .withHistogram(new HistogramSteps(new double[] {40, 60}, new double[] {bar}, ""));
            PlotBox box = new PlotBox(random.nextDouble(80), random.nextDouble(80), 20, 20);
            boolean met = box.right() > 40 && box.left() < 60 && box.bottom() > 100 - bar;
            for (int i = 1; i < x.length; i++) {
                for (int step = 0; step <= 2000; step++) {
                    double px = x[i - 1] + (x[i] - x[i - 1]) * step / 2000;
                    double py = 100 - (y[i - 1] + (y[i] - y[i - 1]) * step / 2000);
                    met |= px > box.left() && px < box.right() && py > box.top() && py < box.bottom();
                }
            }
            assertThat(parts(figure).isFree(box)).as("trial " + trial).isEqualTo(!met);
            free += met ? 0 : 1;
        }
        assertThat(free).isBetween(50, 250);
    }

    @Test
    void aLegendTakesTheFirstFreeCorner() {
        DrawnParts parts = parts(EMPTY.withCurves(List.of(line(50, 90, 100, 90))));
        assertThat(LegendPlacement.choose(LegendPosition.AUTO, WordPlacementTest::corner, parts))
                .isEqualTo(LegendPosition.TOP_LEFT);
    }

    @Test
    void aLegendWithoutAFreeCornerStandsAboveTheAxes() {
        List<Curve> cross = new ArrayList<>(List.of(line(0, 0, 100, 100)));
        cross.add(new Curve("other", CurveRole.MP, "", new double[] {0, 100}, new double[] {100, 0}, true));
        assertThat(LegendPlacement.choose(
                        LegendPosition.AUTO, WordPlacementTest::corner, parts(EMPTY.withCurves(cross))))
                .isEqualTo(LegendPosition.OUTSIDE);
    }

    @Test
    void aHiddenCurveIsNoHindrance() {
        DrawnParts parts = parts(EMPTY.withCurves(List.of(line(50, 90, 100, 90).withVisible(false))));
        assertThat(LegendPlacement.choose(LegendPosition.AUTO, WordPlacementTest::corner, parts))
                .isEqualTo(LegendPosition.TOP_RIGHT);
    }

    private static PlotBox corner(LegendPosition corner) {
        return new PlotBox(corner.isLeft() ? 2 : 68, corner.isTop() ? 2 : 68, 30, 30);
    }
}
