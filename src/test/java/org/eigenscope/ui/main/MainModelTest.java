package org.eigenscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.fit.PhaseModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.library.FakeMatrixFile;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.library.LibraryTensor;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the models do together, on one thread. */
class MainModelTest {
    private static final LawFitter FITTER = (request, progress, cancel) -> {
        ParameterSet found = ParameterSet.EMPTY;
        for (Parameter parameter : request.family().parameters()) {
            found = found.with(parameter, request.fixed().getOrDefault(parameter, 0.5));
        }
        return new FitResult(
                request.family(),
                found,
                request.fixed().asMap().keySet(),
                Objective.LIKELIHOOD,
                request.eigenvalues().length,
                -10,
                0.1,
                List.of(),
                Set.of());
    };

    private final ManualExecutor work = new ManualExecutor();
    private final ActivityModel activity = new ActivityModel(() -> 0);
    private final LibraryModel library = new LibraryModel(
            new MatrixLibrary((path, cancel) -> new FakeMatrixFile(path, "w 20×30", "v 10×12")), task(), path -> {});
    private final SpectrumModel spectrum =
            new SpectrumModel(new SpectrumService(new SpectrumCalculator()), task(), DragState.immediate());
    private final FitModel fit = new FitModel(FITTER, task(), new LeagueModel(FITTER, task()), DragState.immediate());
    private final MainModel main = new MainModel(library, spectrum, fit, new PhaseModel(task()), activity);

    private LatestTask task() {
        return new LatestTask(work, work, activity);
    }

    private void open() {
        library.open(List.of(new MatrixTarget(Path.of("net.npz").toAbsolutePath(), Optional.empty())));
        work.runAll();
    }

    private LibraryTensor tensor(int index) {
        return library.files().get(0).tensors().get(index);
    }

    @Test
    void anOpenedFileEndsWithFittedCurvesOverAHistogram() {
        open();
        assertThat(spectrum.figureProperty().get().histogram()).isPresent();
        assertThat(spectrum.figureProperty().get().curves()).hasSize(3);
    }

    @Test
    void theStatusLineTellsThePhaseAndWhatItWasToldFrom() {
        open();
        assertThat(main.statusProperty().get()).contains("phase: ");
        assertThat(main.phaseEvidence()).isNotEmpty();
    }

    @Test
    void otherTabsSayNothingOfTheSpectrum() {
        open();
        main.tabProperty().set(MainTab.MODELS);
        assertThat(main.statusProperty().get()).isEmpty();
        assertThat(main.phaseEvidence()).isEmpty();
        main.tabProperty().set(MainTab.SPECTRUM);
        assertThat(main.statusProperty().get()).contains("phase: ");
    }

    @Test
    void otherTabsDoNotAskForAMatrix() {
        main.tabProperty().set(MainTab.LESSONS);
        assertThat(main.statusProperty().get()).isEmpty();
    }

    @Test
    void otherTabsSayWhatIsBeingOpened() {
        main.tabProperty().set(MainTab.MODELS);
        library.open(List.of(new MatrixTarget(Path.of("net.npz").toAbsolutePath(), Optional.empty())));
        assertThat(main.statusProperty().get()).isEqualTo("Opening files …");
        work.runAll();
        assertThat(main.statusProperty().get()).isEmpty();
    }

    @Test
    void otherTabsSayOnlyThatTheWindowReceives() {
        open();
        main.tabProperty().set(MainTab.REPULSION);
        main.receiving().started("http://localhost:1");
        assertThat(main.statusProperty().get())
                .isEqualTo(main.receiving().statusProperty().get());
    }

    @Test
    void theListShowsTheShapeAndKappaOfAFittedTensor() {
        open();
        assertThat(tensor(0).sparklineProperty().get().heights()).isNotEmpty();
        assertThat(tensor(0).kappaProperty().get().orElseThrow().kappa()).isEqualTo(0.5);
    }

    @Test
    void aTensorThatWasNotLookedAtHasNoBadge() {
        open();
        assertThat(tensor(1).kappaProperty().get()).isEmpty();
    }

    @Test
    void theTitleNamesTheTensor() {
        open();
        assertThat(main.titleProperty().get()).isEqualTo("net.npz#w 20×30 – Eigenscope");
    }

    @Test
    void closingTheFileEmptiesTheChart() {
        open();
        library.close(library.files().get(0));
        assertThat(spectrum.figureProperty().get().isEmpty()).isTrue();
        assertThat(fit.curvesProperty().get()).isEmpty();
        assertThat(main.titleProperty().get()).isEqualTo("Eigenscope");
    }

    @Test
    void movingALawMovesItsCurve() {
        open();
        List<?> before = spectrum.figureProperty().get().curves();
        fit.parameter(Parameter.KAPPA).nudge(5, false);
        assertThat(spectrum.figureProperty().get().curves()).isNotEqualTo(before);
    }

    @Test
    void escapeLeavesWhatIsShownAndPutsHelpAway() {
        open();
        main.helpShownProperty().set(true);
        main.cancel();
        assertThat(main.helpShownProperty().get()).isFalse();
        assertThat(spectrum.figureProperty().get().curves()).hasSize(3);
    }

    @Test
    void helpIsShortcutsAndNotationUnlessThereIsAGuide(@TempDir Path pages) throws IOException {
        main.help();
        assertThat(main.helpShownProperty().get()).isTrue();
        main.helpShownProperty().set(false);
        Path page = Files.createFile(pages.resolve("models.html"));
        List<URI> opened = new ArrayList<>();
        main.guide().offer(pages, opened::add);
        main.tabProperty().set(MainTab.MODELS);
        main.help();
        assertThat(opened).containsExactly(page.toUri());
        assertThat(main.helpShownProperty().get()).isFalse();
    }
}
