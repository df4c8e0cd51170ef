package org.eigenscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eigenscope.ensemble.structure.MatrixStructure;
import org.eigenscope.ensemble.structure.StructuredEnsemble;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;

class StructureMeasurementTest {
    private static StructureMeasurement measure(StructuredEnsemble ensemble, int draws) throws EigenscopeException {
        return StructureMeasurement.of(ensemble, 200, draws, 1, new SpectralFitter(), CancelToken.NONE);
    }

    @Test
    void structureLowersKappaAndTheSpacingRatio() throws EigenscopeException {
        StructureMeasurement dense = measure(StructuredEnsemble.of(MatrixStructure.DENSE_REAL), 4);
        StructureMeasurement blocks = measure(new StructuredEnsemble(MatrixStructure.BLOCK_DIAGONAL, 50), 4);
        StructureMeasurement diagonal = measure(StructuredEnsemble.of(MatrixStructure.DIAGONAL), 4);
        assertThat(dense.logKappa().mean()).isGreaterThan(Math.log(100));
        assertThat(blocks.logKappa().mean()).isBetween(Math.log(1.5), Math.log(60));
        assertThat(diagonal.logKappa().mean()).isLessThan(blocks.logKappa().mean());
        assertThat(dense.ratio().mean()).isCloseTo(0.5307, within(0.04));
        assertThat(blocks.ratio().mean()).isCloseTo(0.3863, within(0.05));
        assertThat(diagonal.ratio().mean()).isCloseTo(0.3863, within(0.05));
    }

    @Test
    void errorsAreStandardErrorsOfTheMean() {
        StructureMeasurement measurement = new StructureMeasurement(
                StructuredEnsemble.of(MatrixStructure.DIAGONAL),
                2,
                List.of(1.0, Math.E * Math.E),
                List.of(0.5, 0.5),
                List.of(0.2, 0.6),
                List.of(0.1, 0.1));
        assertThat(measurement.logKappa()).isEqualTo(new StructureMeasurement.Average(1, 1));
        assertThat(measurement.ratio().mean()).isCloseTo(0.4, within(1e-15));
        assertThat(measurement.ratio().standardError()).isCloseTo(0.2, within(1e-15));
        assertThat(measurement.distance().standardError()).isZero();
    }

    @Test
    void oneDrawHasNoError() throws EigenscopeException {
        assertThat(measure(StructuredEnsemble.of(MatrixStructure.DIAGONAL), 1)
                        .ratio()
                        .standardError())
                .isNaN();
    }
}
