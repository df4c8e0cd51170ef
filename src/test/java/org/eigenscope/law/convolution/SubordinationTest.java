package org.eigenscope.law.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.complex.Complex;
import org.eigenscope.law.HtmpLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubordinationTest {
    private static final Complex POINT = new Complex(1, 0.5);

    /** A factor whose moment transform is the same everywhere, and nothing else is asked of. */
    private record ConstantTransform(Complex moment) implements FreeFactor {
        @Override
        public Complex momentTransform(Complex z) {
            return moment;
        }

        @Override
        public double mean() {
            return 1;
        }

        @Override
        public double variance() {
            return 0;
        }

        @Override
        public double logMoment() {
            return 0;
        }

        @Override
        public double lower() {
            return 1;
        }

        @Override
        public double upper() {
            return 1;
        }

        @Override
        public double quantile(double p) {
            return 1;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void transformWithoutAUsableValueEndsWithoutASolution(double moment) {
        FreeFactor law = FreeFactor.reciprocal(HtmpLaw.of(2, 0.5), 1);
        Subordination equations = new Subordination(new ConstantTransform(new Complex(moment, 0)), law);
        assertThat(equations.descend(POINT).converged()).isFalse();
    }

    @Test
    void solutionOfTheIdentityIsTheLawItself() {
        FreeFactor law = FreeFactor.reciprocal(HtmpLaw.of(2, 0.5), 1);
        FreeFactor one = FreeFactor.atoms(new double[] {1}, new double[] {1});
        Subordination.Point point = new Subordination(one, law).descend(POINT);
        assertThat(point.converged()).isTrue();
        assertThat(point.moment().subtract(law.momentTransform(POINT)).abs()).isLessThan(1e-10);
    }
}
