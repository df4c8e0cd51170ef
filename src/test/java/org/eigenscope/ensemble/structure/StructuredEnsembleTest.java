package org.eigenscope.ensemble.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.GammaLaw;
import org.eigenscope.law.MarchenkoPasturLaw;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.SpikedMarchenkoPastur;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredEnsembleTest {
    /** P(KS distance of n independent draws > 1.95/√n) = 0.001; repelling eigenvalues stay well below. */
    private static final double KOLMOGOROV = 1.95;

    private static double[] draw(String structure, int size, long seed) throws EigenscopeException {
        return StructuredEnsemble.parse(structure)
                .orElseThrow()
                .draw(size, new SplittableRandom(seed), CancelToken.NONE);
    }

    private static double distance(double[] sorted, SpectralLaw law) {
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, Math.abs(law.cumulative(sorted[i]) - (i + 0.5) / sorted.length));
        }
        return distance;
    }

    @ParameterizedTest
    @EnumSource
    void everyStructureDrawsThatManyPositiveEigenvaluesAscending(MatrixStructure structure) throws EigenscopeException {
        double[] eigenvalues = StructuredEnsemble.of(structure).draw(60, new SplittableRandom(1), CancelToken.NONE);
        assertThat(eigenvalues).hasSize(60).isSorted();
        assertThat(eigenvalues[0]).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void theSeedDeterminesTheDraw(MatrixStructure structure) throws EigenscopeException {
        StructuredEnsemble ensemble = StructuredEnsemble.of(structure);
        double[] first = ensemble.draw(30, new SplittableRandom(2), CancelToken.NONE);
        assertThat(ensemble.draw(30, new SplittableRandom(2), CancelToken.NONE)).isEqualTo(first);
        assertThat(ensemble.draw(30, new SplittableRandom(3), CancelToken.NONE)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DENSE_REAL", "DENSE_COMPLEX", "BLOCK_DIAGONAL", "BANDED", "KRONECKER", "COMMUTING", "DIAGONAL"})
    void withoutOutliersTheMeanIsOne(MatrixStructure structure) throws EigenscopeException {
        double[] eigenvalues = StructuredEnsemble.of(structure).draw(400, new SplittableRandom(4), CancelToken.NONE);
        assertThat(Arrays.stream(eigenvalues).average().orElseThrow()).isCloseTo(1, within(0.12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense-real", "dense-complex", "block-diagonal:2"})
    void denseMatricesFollowMarchenkoPastur(String structure) throws EigenscopeException {
        assertThat(distance(draw(structure, 400, 5), MarchenkoPasturLaw.of(0.5)))
                .isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"diagonal, 1", "commuting:8, 4", "block-diagonal:500, 1"})
    void withoutRepulsionTheEigenvaluesAreIndependentGammas(String structure, double shape) throws EigenscopeException {
        int size = 500;
        double[] eigenvalues = draw(structure, size, 6);
        assertThat(distance(eigenvalues, GammaLaw.of(shape, shape))).isLessThan(KOLMOGOROV / Math.sqrt(size));
    }

    @Test
    void spikesLeaveTheBulkWhereTheModelSays() throws EigenscopeException {
        double[] eigenvalues = draw("spiked:2", 600, 7);
        double[] outliers = SpikedMarchenkoPastur.of(0.5, 4, 9).outliers();
        assertThat(eigenvalues[598]).isCloseTo(outliers[0], within(0.1 * outliers[0]));
        assertThat(eigenvalues[599]).isCloseTo(outliers[1], within(0.2 * outliers[1]));
    }

    @Test
    void plantedDirectionsStandOut() throws EigenscopeException {
        double edge = MarchenkoPasturLaw.of(0.5).supportUpper();
        long outside = Arrays.stream(draw("low-rank:10", 400, 8))
                .filter(x -> x > 1.1 * edge)
                .count();
        assertThat(outside).isBetween(8L, 10L);
    }

    @Test
    void aKroneckerProductHasTheProductsOfItsFactorsEigenvalues() throws EigenscopeException {
        double[] eigenvalues = draw("kronecker", 6, 9);
        // 2 × 3: λ₁μ_j/λ₂μ_j is the same for all j, so some three pairs have one ratio
        boolean found = false;
        for (int i = 1; i < 6 && !found; i++) {
            double ratio = eigenvalues[i] / eigenvalues[0];
            int pairs = 0;
            for (double a : eigenvalues) {
                for (double b : eigenvalues) {
                    pairs += Math.abs(b / a / ratio - 1) < 1e-9 ? 1 : 0;
                }
            }
            found = pairs >= 3;
        }
        assertThat(found).isTrue();
    }

    @Test
    void heavyTailedEntriesReachBeyondTheEdge() throws EigenscopeException {
        double[] eigenvalues = draw("heavy-tailed:2", 300, 10);
        assertThat(eigenvalues[299]).isGreaterThan(10 * eigenvalues[150]);
    }

    @ParameterizedTest
    @CsvSource({
        "kronecker, 101, prime",
        "block-diagonal:50, 20, too large",
        "banded:30, 60, too large",
        "dense-real, 1, 2"
    })
    void impossibleSizesAreExplained(String structure, int size, String why) {
        StructuredEnsemble ensemble = StructuredEnsemble.parse(structure).orElseThrow();
        assertThat(ensemble.objection(size)).get().asString().contains(why);
        assertThatThrownBy(() -> ensemble.draw(size, new SplittableRandom(1), CancelToken.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dense", "dense-real:3", "banded:0", "banded:x", "banded:", "banded:99999999"})
    void otherNamesAreRefused(String name) {
        assertThat(StructuredEnsemble.parse(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void idsAreReadBack(MatrixStructure structure) {
        StructuredEnsemble ensemble = StructuredEnsemble.of(structure);
        assertThat(StructuredEnsemble.parse(ensemble.id())).contains(ensemble);
    }
}
