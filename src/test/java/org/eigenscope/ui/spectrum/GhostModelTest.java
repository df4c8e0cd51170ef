package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.library.FakeMatrixFile;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class GhostModelTest {
    private static final FakeMatrixFile FILE = new FakeMatrixFile(Path.of("net.npz"), "w 20×30", "k 6×2×2×2");

    private final ManualExecutor work = new ManualExecutor();
    private final ManualExecutor shuffling = new ManualExecutor();
    private final SpectrumModel spectrum = new SpectrumModel(
            new SpectrumService(new SpectrumCalculator()),
            new LatestTask(work, work, new ActivityModel(() -> 0)),
            DragState.immediate());
    private final GhostModel ghosts =
            new GhostModel(spectrum, new LatestTask(shuffling, shuffling, new ActivityModel(() -> 0)));

    private void show(String name) throws BadInputException {
        spectrum.show(SelectedTensor.of(FILE, Optional.of(name)));
        work.runAll();
    }

    private List<Curve> curves() {
        return spectrum.figureProperty().get().curves();
    }

    @Test
    void aSpectrumKeptAsAGhostIsDrawnBehindOthers() throws BadInputException {
        show("w 20×30");
        ghosts.keptProperty().set(true);
        assertThat(curves()).isEmpty();
        show("k 6×2×2×2");
        assertThat(curves().get(0).role()).isEqualTo(CurveRole.PREVIOUS);
        assertThat(curves().get(0).label()).isEqualTo("net.npz#w 20×30");
        ghosts.keptProperty().set(false);
        assertThat(curves()).isEmpty();
    }

    @Test
    void outlinesOfOneNameAreToldApartByTheirFolders() throws BadInputException {
        FakeMatrixFile one = new FakeMatrixFile(Path.of("/runs/a/layer.npy"), "w 20×30");
        FakeMatrixFile two = new FakeMatrixFile(Path.of("/runs/b/layer.npy"), "w 20×30");
        spectrum.show(SelectedTensor.of(one, Optional.empty()));
        work.runAll();
        ghosts.keptProperty().set(true);
        spectrum.show(SelectedTensor.of(two, Optional.empty()));
        work.runAll();
        assertThat(curves().get(0).label()).startsWith("a/layer.npy");
    }

    @Test
    void aGhostHasTheHeightsOfItsHistogram() throws BadInputException {
        show("w 20×30");
        double tallest =
                spectrum.figureProperty().get().histogram().orElseThrow().densities()[0];
        ghosts.keptProperty().set(true);
        show("k 6×2×2×2");
        assertThat(curves().get(0).y()).contains(tallest);
    }

    @Test
    void withoutASpectrumThereIsNothingToKeep() {
        ghosts.keptProperty().set(true);
        assertThat(ghosts.keptProperty().get()).isFalse();
    }

    @Test
    void theShuffledEntriesAreDrawnUnderTheirSeed() throws BadInputException {
        show("w 20×30");
        ghosts.shuffledProperty().set(true);
        shuffling.runAll();
        assertThat(curves().get(0).role()).isEqualTo(CurveRole.RANDOMISED);
        assertThat(curves().get(0).label()).isEqualTo("entries permuted, seed 1");
    }

    @Test
    void anotherSpectrumStopsTheShufflingOfTheOneBefore() throws BadInputException {
        ghosts.shuffledProperty().set(true);
        show("k 6×2×2×2");
        shuffling.runAll();
        Curve ofTheSecond = curves().get(0);
        show("w 20×30");
        assertThat(curves()).isEmpty();
        show("k 6×2×2×2");
        shuffling.runAll();
        assertThat(curves()).hasSize(1);
        assertThat(curves().get(0).x()).containsExactly(ofTheSecond.x());
    }

    @Test
    void whatIsOnlyEstimatedSaysWhyItIsNotShuffled() throws BadInputException {
        spectrum.solverProperty().set(SolverChoice.SLQ);
        show("w 20×30");
        ghosts.shuffledProperty().set(true);
        shuffling.runAll();
        assertThat(spectrum.failureProperty().get()).contains("choose another solver");
        assertThat(ghosts.shuffledProperty().get()).isFalse();
    }
}
