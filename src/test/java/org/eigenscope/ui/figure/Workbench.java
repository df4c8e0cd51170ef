package org.eigenscope.ui.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.EveryFormat;
import org.eigenscope.analysis.MatrixLibrary;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.SpectralFitter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInputs;
import org.eigenscope.spectrum.SpectrumCalculator;
import org.eigenscope.ui.fit.FitModel;
import org.eigenscope.ui.fit.LeagueModel;
import org.eigenscope.ui.fit.PhaseModel;
import org.eigenscope.ui.fit.RangeModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.main.MainModel;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.GhostModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.spectrum.SpikesModel;
import org.eigenscope.ui.spectrum.TableModel;
import org.eigenscope.ui.work.ActivityModel;
import org.eigenscope.ui.work.Hand;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.ManualExecutor;

/** The models of a window with real files, spectra and fits, whose work waits until the test runs it. */
final class Workbench implements AutoCloseable {
    static final Path LAYERS = Path.of("samples/digits_b20_s0.safetensors");
    static final MatrixTarget LAYER = new MatrixTarget(LAYERS, Optional.of("fc2.weight"));

    final ManualExecutor work = new ManualExecutor();
    final ManualExecutor drawing = new ManualExecutor();
    final MemorySettings settings = new MemorySettings();
    final List<Path> opened = new ArrayList<>();
    final LibraryModel library = new LibraryModel(new MatrixLibrary(new EveryFormat()), task(work), opened::add);
    final SpectrumModel spectrum;
    final FitModel fit;
    final ChartExtras extras;
    final FigureModel figure;
    final FigureOutput output;
    final SessionModel sessions;

    Workbench() {
        SpectrumService spectra = new SpectrumService(new SpectrumCalculator());
        spectrum = new SpectrumModel(spectra, task(work), Hand.unhurried());
        LawFitter fitter = new SpectralFitter();
        fit = new FitModel(fitter, task(work), new LeagueModel(fitter, task(work)), Hand.unhurried());
        new MainModel(library, spectrum, fit, new PhaseModel(task(work)), new ActivityModel(() -> 0));
        extras = new ChartExtras(
                new GhostModel(spectrum, task(work)),
                new SpikesModel(spectrum, fitter, task(work)),
                new RangeModel(fit, fitter, task(work)),
                new TableModel(spectrum));
        figure = new FigureModel(spectrum, fit, extras, settings, task(drawing));
        output = new FigureOutput(figure, settings, task(drawing), task(drawing));
        sessions = new SessionModel(library, spectrum, fit, figure, extras, new SessionInputs(spectra), task(work));
    }

    private static LatestTask task(ManualExecutor executor) {
        return new LatestTask(executor, executor, new ActivityModel(() -> 0));
    }

    /** Shows a layer with its fit. */
    Workbench showing(MatrixTarget target) {
        library.open(List.of(target));
        work.runAll();
        return this;
    }

    /** The session of what is drawn now. */
    Session session() throws EigenscopeException {
        return figure.moment().orElseThrow().session(CancelToken.NONE);
    }

    @Override
    public void close() {
        output.close();
    }
}
