package org.eigenscope.figure.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.law.GammaLaw;
import org.eigenscope.law.SpectralLaw;
import org.junit.jupiter.api.Test;

class EmpiricalStepsTest {
    private static final Curve PROTOTYPE = Curve.of(CurveRole.EIGENVALUES, "eigenvalues", new double[0], new double[0]);
    private static final FigureRanges RANGES = new FigureRanges(new AxisRange(0.5, 50), new AxisRange(0.01, 1.5));
    private static final double[] FEW = {1, 2, 4, 8};
    /** Half a pixel of the sampler's, as a share. */
    private static final double CURVE_TOLERANCE = 2e-3;

    private static Curve steps(double[] values, Ordinate ordinate) {
        return EmpiricalSteps.of(values, ordinate, PROTOTYPE, FigureSpec.EMPTY, RANGES);
    }

    @Test
    void theShareRisesByOneEigenvalueAtEachOfThem() {
        assertThat(steps(FEW, Ordinate.CUMULATIVE).x()).containsExactly(1, 1, 2, 2, 4, 4, 8, 8);
        assertThat(steps(FEW, Ordinate.CUMULATIVE).y()).containsExactly(0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1);
    }

    @Test
    void theShareAboveFallsFromEverythingToNothing() {
        assertThat(steps(FEW, Ordinate.SURVIVAL).y()).containsExactly(1, 0.75, 0.75, 0.5, 0.5, 0.25, 0.25, 0);
    }

    @Test
    void manyEigenvaluesAreThinnedToWhatTheAxisCanTellApart() {
        double[] many = DoubleStream.iterate(1, x -> x * 1.0002).limit(20_000).toArray();
        Curve curve = steps(many, Ordinate.CUMULATIVE);
        assertThat(curve.size()).isLessThan(3300);
        assertThat(curve.yAt(curve.size() - 1)).isEqualTo(1);
        assertThat(curve.densityAt(many[9999])).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aDensityHasNoSteps() {
        assertThatThrownBy(() -> steps(FEW, Ordinate.DENSITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DENSITY");
    }

    @Test
    void aLawsShareIsSampledLikeItsDensity() {
        SpectralLaw law = GammaLaw.of(3, 1);
        Curve curve = CurveSampler.sample(CurveFunction.share(law::survival), PROTOTYPE, FigureSpec.EMPTY, RANGES);
        assertThat(curve.densityAt(3)).isCloseTo(law.survival(3), within(CURVE_TOLERANCE));
        assertThat(curve.yAt(0)).isCloseTo(law.survival(0.5), within(CURVE_TOLERANCE));
    }

    @Test
    void aFactorRaisesADensity() {
        SpectralLaw law = GammaLaw.of(3, 1);
        CurveFunction doubled = CurveFunction.densityOf(law).times(2);
        assertThat(Math.exp(doubled.logHeight().applyAsDouble(2.0))).isCloseTo(2 * law.density(2), within(1e-12));
    }
}
