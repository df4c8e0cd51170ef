package org.eigenscope.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class SpikedMarchenkoPasturTest {
    private final SpikedMarchenkoPastur model = SpikedMarchenkoPastur.of(0.25, 4, 1.4, 0.2, 9);

    @Test
    void onlySpikesPastTheThresholdsLeaveTheBulk() {
        assertThat(model.outliers()).hasSize(3);
        assertThat(model.position(1.4)).isEmpty();
        assertThat(model.upperThreshold()).isEqualTo(1.5);
        assertThat(model.lowerThreshold()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void outliersLieOutsideTheBulk() {
        assertThat(model.outliers()[0]).isLessThan(model.bulk().supportLower());
        assertThat(model.outliers()[1]).isGreaterThan(model.bulk().supportUpper());
    }

    @Test
    void thresholdMapsToTheEdges() {
        assertThat(model.position(1.5 + 1e-9).orElseThrow()).isCloseTo(2.25, within(1e-8));
        assertThat(model.position(0.5 - 1e-9).orElseThrow()).isCloseTo(0.25, within(1e-8));
    }

    @Test
    void spikeAtInvertsPosition() {
        for (double spike : new double[] {0.05, 0.2, 0.49, 1.51, 4, 1e6}) {
            double position = model.position(spike).orElseThrow();
            assertThat(model.spikeAt(position).orElseThrow()).isCloseTo(spike, within(1e-12 * spike + 1e-10));
        }
        assertThat(model.spikeAt(1)).isEmpty();
    }

    @Test
    void outlierAndOverlapAreThoseOfASeededSampleMatrix() {
        int dimensions = 100;
        int samples = 400;
        double spike = 6;
        Random random = new Random(5);
        double[][] data = new double[samples][dimensions];
        for (double[] row : data) {
            for (int j = 0; j < dimensions; j++) {
                row[j] = random.nextGaussian() * (j == 0 ? Math.sqrt(spike) : 1);
            }
        }
        RealMatrix x = new Array2DRowRealMatrix(data, false);
        EigenDecomposition eigen =
                new EigenDecomposition(x.transpose().multiply(x).scalarMultiply(1.0 / samples));
        // the outlier fluctuates by about ℓ√(2/samples) = 0.42
        assertThat(eigen.getRealEigenvalue(0)).isCloseTo(model.position(spike).orElseThrow(), within(1.2));
        double cosine = eigen.getEigenvector(0).getEntry(0);
        assertThat(cosine * cosine).isCloseTo(model.overlap(spike), within(0.05));
    }

    @Test
    void spikesThatAreNotPositiveAreNamed() {
        assertThatThrownBy(() -> SpikedMarchenkoPastur.of(0.5, 2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spike = -1.0");
    }
}
