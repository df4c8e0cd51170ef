package org.eigenscope.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LogHistogramPropertiesTest {
    @Provide
    Arbitrary<double[]> samplesOverManyDecades() {
        return Arbitraries.doubles()
                .between(-300, 300)
                .map(exponent -> Math.pow(10, exponent))
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 200, seed = "3")
    void barsIntegrateToOne(
            @ForAll("samplesOverManyDecades") double[] values, @ForAll @IntRange(min = 1, max = 300) int bins) {
        double area = LogHistogram.of(values, bins).bars().stream()
                .mapToDouble(bar -> bar.density() * (bar.upper() - bar.lower()))
                .sum();
        assertThat(area).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 200, seed = "4")
    void everyValueIsCountedOnce(
            @ForAll("samplesOverManyDecades") double[] values, @ForAll @IntRange(min = 1, max = 300) int bins) {
        LogHistogram histogram = LogHistogram.of(values, bins);
        assertThat(IntStream.of(histogram.counts()).sum()).isEqualTo(values.length);
    }
}
