package org.eigenscope.spectrum.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.TestMatrices;
import org.eigenscope.spectrum.dense.EjmlSolver;
import org.eigenscope.spectrum.dense.GramAccuracy;
import org.eigenscope.spectrum.engine.MemoryBudget;
import org.eigenscope.spectrum.engine.ScaledMatrix;
import org.eigenscope.spectrum.engine.SpectrumSolver;
import org.junit.jupiter.api.Test;

class SolverChoicesTest {
    private static final Optional<Throwable> FAILURE = Optional.of(new UnsatisfiedLinkError("no such library"));

    @Test
    void theAutomaticSolverWorksWithoutTheNativeLibrary() throws EigenscopeException {
        SpectrumSolver solver = Solvers.of(SolverChoice.AUTO, () -> FAILURE);
        Matrix beyondSmall = TestMatrices.gaussian(300, 300, 1);
        assertThat(solve(solver, beyondSmall).method()).startsWith(EjmlSolver.NAME);
    }

    @Test
    void theAutomaticSolverDoesNotEvenAskForTheNativeLibraryWhenTheMatrixIsSmall() throws EigenscopeException {
        SpectrumSolver solver = Solvers.of(SolverChoice.AUTO, () -> {
            throw new AssertionError("asked");
        });
        assertThat(solve(solver, TestMatrices.gaussian(20, 30, 1)).eigenvalues())
                .hasSize(20);
    }

    @Test
    void openBlasByNameIsRefusedWhereItDoesNotLoad() {
        assertThatThrownBy(() -> Solvers.of(SolverChoice.OPENBLAS, () -> FAILURE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("does not load")
                .hasCause(FAILURE.orElseThrow());
    }

    @Test
    void everyChoiceButTheEstimateHasASolver() throws EigenscopeException {
        for (SolverChoice choice : Solvers.choices()) {
            if (!choice.equals(SolverChoice.SLQ)) {
                assertThat(Solvers.of(choice, Optional::empty)).isNotNull();
            }
        }
    }

    @Test
    void aNameThatNoSolverHasIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Solvers.of(new SolverChoice("abacus"), Optional::empty))
                .isInstanceOf(BadInputException.class)
                .hasMessage("No solver is called 'abacus'; there are auto, openblas, ejml, lanczos, slq.");
    }

    @Test
    void memoryThatDoesNotFitIsRefusedWithBothNumbers() {
        Matrix matrix = TestMatrices.gaussian(2, 3, 1);
        assertThatThrownBy(() -> MemoryBudget.require(300L << 20, 100L << 20, "memory", matrix))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("test.npy#w (2×3)")
                .hasMessageContaining("300 MiB")
                .hasMessageContaining("100 MiB");
    }

    @Test
    void moreHeapThanThereCanBeIsRefused() {
        assertThatThrownBy(() -> MemoryBudget.requireHeap(Long.MAX_VALUE, TestMatrices.gaussian(2, 3, 1)))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageContaining("-Xmx");
    }

    @Test
    void aGramMatrixOfDoublesServesOnlyWhileItsEigenvaluesStayClose() {
        GramAccuracy accuracy = GramAccuracy.forType(ElementType.F64, 1e-28);
        assertThat(accuracy.suffices(new double[] {0.1, 0.5, 1})).isTrue();
        assertThat(accuracy.suffices(new double[] {1e-8, 0.5, 1})).isFalse();
    }

    @Test
    void aGramMatrixOfFloatsServesDownToWhatStorageBlurs() {
        GramAccuracy accuracy = GramAccuracy.forType(ElementType.F32, 1e-13);
        assertThat(accuracy.suffices(new double[] {1e-11, 0.5, 1})).isTrue();
        assertThat(accuracy.suffices(new double[] {1e-12, 0.5, 1})).isFalse();
    }

    @Test
    void aGramMatrixServesWhenItsSmallValuesAreZerosForSure() {
        GramAccuracy accuracy = GramAccuracy.forType(ElementType.F32, 1e-13);
        assertThat(accuracy.suffices(new double[] {-1e-16, 3e-16, 0.5, 1})).isTrue();
    }

    @Test
    void negativeValuesOfAGramMatrixOfDoublesAreNotTakenForAccurate() {
        GramAccuracy accuracy = GramAccuracy.forType(ElementType.F64, 1e-28);
        assertThat(accuracy.suffices(new double[] {-1e-17, 0.5, 1})).isFalse();
    }

    private static SpectrumSolver.Solution solve(SpectrumSolver solver, Matrix matrix) throws EigenscopeException {
        return solver.squaredSingularValues(new ScaledMatrix(matrix, 0), ProgressListener.NONE, CancelToken.NONE);
    }
}
