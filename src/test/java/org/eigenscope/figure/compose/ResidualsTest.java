package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.law.GammaLaw;
import org.eigenscope.law.family.LawFamily;
import org.junit.jupiter.api.Test;

class ResidualsTest {
    private static final GammaLaw LAW = GammaLaw.of(3, 1);
    private static final LawCurve CURVE = new LawCurve(LawFamily.GAMMA_LAW, LAW);
    private static final FigureRanges RANGES = new FigureRanges(new AxisRange(0.01, 100), new AxisRange(0, 1));
    /** The quantiles at (i + ½)/20: no residual exceeds half a step. */
    private static final double[] SAMPLE = IntStream.range(0, 20)
            .mapToDouble(i -> LAW.quantile((i + 0.5) / 20))
            .toArray();

    private static Residuals of(double... sample) {
        return Residuals.of(sample, List.of(CURVE), AxisScale.LOG, RANGES);
    }

    @Test
    void theQuantilesOfALawStayHalfAStepFromIt() {
        assertThat(of(SAMPLE).distance()).isCloseTo(0.025, within(1e-9));
        assertThat(of(SAMPLE).curves().get(0).y()).containsExactly(jumps(), within(1e-9));
    }

    private static double[] jumps() {
        return IntStream.range(0, 40)
                .mapToDouble(i -> i % 2 == 0 ? -0.025 : 0.025)
                .toArray();
    }

    @Test
    void aSampleThatLiesTooHighHasNegativeResiduals() {
        Curve curve = of(LAW.quantile(0.8), LAW.quantile(0.9)).curves().get(0);
        assertThat(curve.yAt(0)).isCloseTo(-0.8, within(1e-9));
    }

    @Test
    void theBandIsStephensPointOfKolmogorov() {
        // Stephens' table gives 0.240 for n = 30 at 95 %
        assertThat(Residuals.bandOf(30)).isCloseTo(0.240, within(2e-3));
    }

    @Test
    void withoutALawThereAreNoResiduals() {
        assertThat(Residuals.of(SAMPLE, List.of(), AxisScale.LOG, RANGES).curves())
                .isEmpty();
    }
}
