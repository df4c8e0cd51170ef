package org.eigenscope.ui.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.fit.PhaseModel;
import org.eigenscope.ui.fit.RangeModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.MainModel;
import org.eigenscope.ui.session.SessionModel;
import org.eigenscope.ui.session.SessionRestorer;
import org.eigenscope.ui.session.StudyKeeper;
import org.eigenscope.ui.session.TrainingKeeper;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.GhostModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.spectrum.SpikesModel;
import org.eigenscope.ui.spectrum.TableModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;

/** The models of a window with real files, spectra and fits, whose work waits until the test runs it. */
public final class Workbench implements AutoCloseable {
    public static final Path LAYERS = Path.of("samples/digits_b20_s0.safetensors");
    public static final MatrixTarget LAYER = new MatrixTarget(LAYERS, Optional.of("fc2.weight"));

    public final ManualExecutor work = new ManualExecutor();
    public final ManualExecutor drawing = new ManualExecutor();
    final MemorySettings settings = new MemorySettings();
    public final List<Path> opened = new ArrayList<>();
    final LibraryModel library = new LibraryModel(new MatrixLibrary(new MatrixFileOpener()), task(work), opened::add);
    public final SpectrumModel spectrum;
    public final FitModel fit;
    final ChartExtras extras;
    public final FigureModel figure;
    public final FigureOutput output;
    public final SessionModel sessions;
    public final DocumentOpener documents;

    public Workbench() {
        SpectrumService spectra = new SpectrumService(new SpectrumCalculator());
        spectrum = new SpectrumModel(spectra, task(work), DragState.immediate());
        LawFitter fitter = new SpectralFitter();
        fit = new FitModel(fitter, task(work), new LeagueModel(fitter, task(work)), DragState.immediate());
        new MainModel(library, spectrum, fit, new PhaseModel(task(work)), new ActivityModel(() -> 0));
        extras = new ChartExtras(
                new GhostModel(spectrum, task(work)),
                new SpikesModel(spectrum, fitter, task(work)),
                new RangeModel(fit, fitter, task(work)),
                new TableModel(spectrum));
        figure = new FigureModel(spectrum, fit, extras, settings, task(drawing));
        output = new FigureOutput(figure, settings, task(drawing), task(drawing), InputKeeper.NONE);
        sessions = new SessionModel(
                figure,
                new SessionRestorer(library, spectrum, fit, figure, extras),
                new SessionInputs(spectra),
                task(work),
                StudyKeeper.NONE,
                TrainingKeeper.NONE,
                InputKeeper.NONE);
        documents = new DocumentOpener(library::open, sessions::open, study -> {});
    }

    private static LatestTask task(ManualExecutor executor) {
        return new LatestTask(executor, executor, new ActivityModel(() -> 0));
    }

    /** Shows a layer with its fit. */
    public Workbench showing(MatrixTarget target) {
        library.open(List.of(target));
        work.runAll();
        return this;
    }

    /** The session of what is drawn now. */
    public Session session() throws EigenscopeException {
        return figure.snapshot().orElseThrow().session(CancelToken.NONE);
    }

    @Override
    public void close() {
        output.close();
    }
}
