package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveSamplerTest {
    private static final Curve PROTOTYPE = Curve.of(CurveRole.MP, "law", new double[0], new double[0]);
    private static final FigureRanges WIDE = new FigureRanges(new AxisRange(1e-3, 1e3), new AxisRange(1e-6, 10));
    private static final FigureSpec LINEAR = new FigureSpec(
            "",
            AxisSpec.linear("λ"),
            AxisSpec.linear("ρ"),
            FigureSpec.EMPTY.histogram(),
            List.of(),
            List.of(),
            LegendPosition.AUTO);

    private static Curve sample(SpectralLaw law, FigureRanges ranges) {
        return CurveSampler.sample(law, PROTOTYPE, FigureSpec.EMPTY, ranges);
    }

    private static SpectralLaw mp(double gamma) {
        return LawFamily.MP.law(ParameterSet.EMPTY.with(Parameter.GAMMA, gamma));
    }

    private static SpectralLaw inverseGamma() {
        return LawFamily.INVERSE_GAMMA.law(
                ParameterSet.EMPTY.with(Parameter.SHAPE, 2).with(Parameter.RATE, 1.5));
    }

    /** The largest distance, in fractions of the ordinate, between the law and the curve's lines where both are seen. */
    private static double worstGap(SpectralLaw law, Curve curve, FigureRanges ranges) {
        double worst = 0;
        for (int i = 1; i < curve.size(); i++) {
            double middle = Math.sqrt(curve.xAt(i - 1) * curve.xAt(i));
            double exact = ranges.y().fraction(AxisScale.LOG, law.density(middle));
            double drawn = ranges.y().fraction(AxisScale.LOG, Math.sqrt(curve.yAt(i - 1) * curve.yAt(i)));
            double rise = Math.abs(ranges.y().fraction(AxisScale.LOG, curve.yAt(i))
                    - ranges.y().fraction(AxisScale.LOG, curve.yAt(i - 1)));
            double run = ranges.x().fraction(AxisScale.LOG, curve.xAt(i))
                    - ranges.x().fraction(AxisScale.LOG, curve.xAt(i - 1));
            if (exact > 0 && exact < 1 && run > 0) {
                worst = Math.max(worst, Math.abs(exact - drawn) / Math.hypot(1, rise / run));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.9, 1})
    void linesFollowMarchenkoPasturWithinAPixel(double gamma) {
        assertThat(worstGap(mp(gamma), sample(mp(gamma), WIDE), WIDE)).isLessThan(1e-3);
    }

    @Test
    void linesFollowInverseGammaWithinAPixel() {
        assertThat(worstGap(inverseGamma(), sample(inverseGamma(), WIDE), WIDE)).isLessThan(1e-3);
    }

    @Test
    void everyValueIsFiniteAndPositive() {
        Curve curve = sample(mp(0.3), WIDE);
        for (int i = 0; i < curve.size(); i++) {
            assertThat(curve.yAt(i)).isPositive().isFinite();
        }
    }

    @Test
    void pointsAreBetweenTwoHundredAndAThousand() {
        assertThat(sample(mp(0.3), WIDE).size()).isBetween(200, 1002);
        assertThat(sample(inverseGamma(), WIDE).size()).isBetween(200, 1002);
    }

    @Test
    void curveDropsToTheFloorAtBothEdges() {
        Curve curve = sample(mp(0.25), WIDE);
        assertThat(curve.xAt(0)).isCloseTo(0.25, within(1e-9));
        assertThat(curve.xAt(curve.size() - 1)).isCloseTo(2.25, within(1e-9));
        assertThat(curve.yAt(0)).isLessThan(1e-6);
        assertThat(curve.yAt(curve.size() - 1)).isLessThan(1e-6);
    }

    @Test
    void densitiesAreCutOffJustOutsideTheVisibleRange() {
        Curve curve = sample(inverseGamma(), new FigureRanges(new AxisRange(1e-3, 1e3), new AxisRange(1e-2, 0.1)));
        for (int i = 0; i < curve.size(); i++) {
            assertThat(curve.yAt(i)).isBetween(5e-3, 0.2);
        }
    }

    @Test
    void aLawOutOfSightGivesAnEmptyCurve() {
        FigureRanges elsewhere = new FigureRanges(new AxisRange(10, 100), new AxisRange(1e-6, 10));
        assertThat(sample(mp(0.3), elsewhere).size()).isZero();
    }

    @Test
    void divergingEdgeOnALinearAxisDoesNotDrop() {
        FigureRanges ranges = new FigureRanges(new AxisRange(-1, 5), new AxisRange(0, 2));
        Curve curve = CurveSampler.sample(mp(1), PROTOTYPE, LINEAR, ranges);
        assertThat(curve.yAt(0)).isGreaterThan(2);
    }

    @Test
    void densitiesFarBelowTheDoublesAreDrawnAtTheFloor() {
        FigureRanges tail = new FigureRanges(new AxisRange(1e-9, 1), new AxisRange(1e-250, 1));
        Curve curve = sample(inverseGamma(), tail);
        assertThat(curve.yAt(0)).isPositive();
    }
}
