package org.eigenscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageProductTest {
    @ParameterizedTest
    @CsvSource({"0, 3", "0, 0", "1e-320, 1e300", "0.2, Infinity", "5, 5", "NaN, NaN", "1e-3, 1e3"})
    void theCurveIsDrawnAtFinitePositivePointsWhateverTheSampleIs(double least, double greatest) {
        assertThat(Arrays.stream(StageProduct.points(least, greatest)).boxed())
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(point -> point > 0 && Double.isFinite(point));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 8", "1e-3, 1e3"})
    void theCurveReachesThreefoldBeyondAnOrdinarySample(double least, double greatest) {
        double[] points = StageProduct.points(least, greatest);
        assertThat(points[0]).isEqualTo(least / 3);
        assertThat(points[points.length - 1]).isCloseTo(3 * greatest, Percentage.withPercentage(1e-9));
    }
}
