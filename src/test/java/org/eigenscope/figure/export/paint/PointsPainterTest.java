package org.eigenscope.figure.export.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.export.layout.Measures;
import org.eigenscope.figure.style.Marker;
import org.junit.jupiter.api.Test;

class PointsPainterTest {
    private static final Measures MEASURES = new Measures(8);

    @Test
    void estimatesAtDifferentAbscissaeStandWhereTheyAre() {
        assertThat(PointsPainter.aside(List.of(at(5), at(20)), 1, MEASURES)).isZero();
    }

    @Test
    void estimatesAtOneAbscissaStandBesideEachOther() {
        List<PointSeries> all = List.of(at(5), at(5));
        assertThat(PointsPainter.aside(all, 0, MEASURES)).isNegative();
        assertThat(PointsPainter.aside(all, 1, MEASURES)).isPositive();
    }

    private static PointSeries at(double x) {
        return new PointSeries("series", "", List.of(new PointSeries.Point(x, 1, 0.5, 2)), Marker.CIRCLE, false);
    }
}
