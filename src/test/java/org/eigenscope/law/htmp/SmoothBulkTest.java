package org.eigenscope.law.htmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothBulkTest {
    /** ln ρ and q by the two ways; the path down to the axis is the less exact one. */
    private static final double CLOSE = 1e-12;

    @ParameterizedTest
    @CsvSource({"93,1", "95,0.5", "120,0.001", "400,0.97", "1000,1", "3000,0.02", "10000,0.5", "100000,0.9"})
    void densityIsThatOfThePathDownToTheAxis(double kappa, double gamma) {
        HtmpShape shape = HtmpShape.of(kappa, gamma);
        PiecewiseChebyshev bulk = PiecewiseChebyshev.of(new SmoothBulk(shape).panels());
        LogDerivative logDerivative = new LogDerivative(shape);
        for (double part : new double[] {0.001, 0.1, 0.37, 0.5, 0.8, 0.999}) {
            double x = bulk.from() + part * (bulk.to() - bulk.from());
            double y = shape.c() * x;
            double expected = Math.log(logDerivative.onAxis(y)[1] / (Math.PI * shape.a() * x));
            assertThat(bulk.at(x)).as("ln ρ(%s)", x).isCloseTo(expected, within(CLOSE));
        }
    }

    @ParameterizedTest
    @CsvSource({"93,1", "120,0.001", "1000,0.97", "10000,0.5"})
    void marchStartsWithTheLogarithmicDerivativeOfU(double kappa, double gamma) {
        HtmpShape shape = HtmpShape.of(kappa, gamma);
        SmoothBulk bulk = new SmoothBulk(shape);
        for (OutwardMarch.Start start : new OutwardMarch.Start[] {bulk.below(), bulk.above()}) {
            double[] q = new LogDerivative(shape).onAxis(start.y());
            double size = Math.hypot(q[0], q[1]);
            assertThat(start.qRe()).isCloseTo(q[0], within(CLOSE * size));
            assertThat(start.qIm()).isCloseTo(q[1], within(CLOSE * size));
        }
    }
}
