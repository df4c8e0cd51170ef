package org.eigenscope.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.cli.CommandLineRun;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;

class WithinMemoryTest {
    private final StringWriter said = new StringWriter();
    private final WithinMemory within = new WithinMemory(new Console(
            new ByteArrayInputStream(new byte[0]),
            new DataOutput(OutputStream.nullOutputStream()),
            new PrintWriter(said, true)));

    /** On a machine that has memory for estimates only. */
    private static TensorSpectrum onASmallMachine(SpectrumOptions options) throws EigenscopeException {
        if (!options.solver().equals(SolverChoice.SLQ)) {
            throw new InsufficientMemoryException("It needs 9 GiB.");
        }
        try (MatrixFile file = MatrixFiles.open(Path.of(CommandLineRun.reference("files/c_f8.npy")))) {
            SelectedTensor tensor = SelectedTensor.of(file, Optional.empty());
            return TensorSpectrum.of(tensor, options, ProgressListener.NONE, CancelToken.NONE);
        }
    }

    private static SpectrumOptions by(SolverChoice solver) {
        return SpectrumOptions.withDefaults().withSolver(solver);
    }

    @Test
    void autoEstimatesWhatDoesNotFitAndSaysWhy() throws Exception {
        TensorSpectrum found = within.compute(by(SolverChoice.AUTO), WithinMemoryTest::onASmallMachine);
        assertThat(found.spectrum().estimate()).isPresent();
        assertThat(said.toString()).contains("It needs 9 GiB.").contains("estimated by slq");
    }

    @Test
    void aSolverAskedForByNameRefusesAndNamesTheWayOut() {
        assertThatThrownBy(() -> within.compute(by(SolverChoice.EJML), WithinMemoryTest::onASmallMachine))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("--solver slq");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void anEstimateThatDoesNotFitEitherIsRefused() {
        assertThatThrownBy(() -> within.compute(by(SolverChoice.AUTO), options -> {
                    throw new InsufficientMemoryException(options.solver() + " needs too much.");
                }))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessage("slq needs too much.");
    }
}
