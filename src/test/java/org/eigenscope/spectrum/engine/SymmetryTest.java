package org.eigenscope.spectrum.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.eigenscope.matrix.ElementType;
import org.eigenscope.spectrum.TestMatrices;
import org.junit.jupiter.api.Test;

class SymmetryTest {
    @Test
    void oneLastBitOfTheStoredTypeIsForgiven() {
        double other = 0.1f + Math.ulp(0.1f);
        assertThat(Symmetry.holds(TestMatrices.of(new double[] {1, 0.1f, other, 1}, 2, 2, ElementType.F32)))
                .isTrue();
    }

    @Test
    void theSameDifferenceInDoublePrecisionIsNotForgiven() {
        double other = 0.1f + Math.ulp(0.1f);
        assertThat(Symmetry.holds(TestMatrices.of(new double[] {1, 0.1f, other, 1}, 2, 2)))
                .isFalse();
    }

    @Test
    void cancellationInTheDotProductsOfAGramMatrixIsForgiven() {
        assertThat(Symmetry.holds(TestMatrices.of(new double[] {4, 1e-7, -1e-7, 9}, 2, 2, ElementType.F32)))
                .isTrue();
    }

    @Test
    void identityPlusSmallBfloat16WeightsIsNotSymmetric() {
        assertThat(Symmetry.holds(
                        TestMatrices.of(new double[] {1, 0.001953125, -0.00390625, 1}, 2, 2, ElementType.BF16)))
                .isFalse();
    }

    @Test
    void rectangularMatricesAreNotSymmetric() {
        assertThat(Symmetry.holds(TestMatrices.of(new double[6], 2, 3))).isFalse();
    }

    @Test
    void hugeAntisymmetricEntriesDoNotOverflowIntoSymmetry() {
        assertThat(Symmetry.holds(TestMatrices.of(new double[] {0, 1e308, -1e308, 0}, 2, 2)))
                .isFalse();
    }
}
