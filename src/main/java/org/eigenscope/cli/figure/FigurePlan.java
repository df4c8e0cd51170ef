package org.eigenscope.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.draw.LawPlanner;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.spectrum.Spectrum;

/** Makes a session from options and files, and draws it: the figure is drawn from nothing but the session that goes with it. */
final class FigurePlan {
    private final FigureLaws laws;
    private final FigureContent content;
    private final FigureExtras extras;
    private final FigurePage page;
    private final LawFitter fitter = new SpectralFitter();
    private final SessionInputs inputs = SessionInputs.alone();

    FigurePlan(FigureLaws laws, FigureContent content, FigureExtras extras, FigurePage page) {
        this.laws = laws;
        this.content = content;
        this.extras = extras;
        this.page = page;
    }

    /** Refuses options that do not go together, before anything is read. */
    void check(int files) throws BadInputException {
        int inputs = files + (extras.ghost().isPresent() ? 1 : 0);
        if (inputs > Session.MOST_INPUTS || (!content.isOverlay() && files > Session.MOST_PANELS)) {
            throw new BadInputException(files + " files are too many for one figure; at most " + Session.MOST_PANELS
                    + " panels or " + Session.MOST_INPUTS + " overlaid spectra are drawn.");
        }
        content.check(files);
        extras.check(content.isOverlay());
        laws.wish();
        layout(files);
    }

    /** The page for a number of files. */
    PagePlan page(int files) {
        return layout(files).page();
    }

    /** The look and the page for a number of files. */
    private Layout layout(int files) {
        int panels = content.isOverlay() ? 1 : files;
        FigureLook look = content.look(panels);
        FigureLook complete = look.withExtras(look.extras().withStrip(extras.strip()));
        int rows = (panels + look.columns() - 1) / look.columns();
        return new Layout(complete, page.plan(rows, look.columns()));
    }

    private record Layout(FigureLook look, PagePlan page) {}

    Drawing draw(List<MatrixTarget> matrices) throws EigenscopeException {
        Optional<MatrixTarget> ghost = extras.ghost();
        List<MatrixTarget> targets = new ArrayList<>(matrices);
        ghost.filter(other -> !matrices.contains(other)).ifPresent(targets::add);
        List<SessionInput> described = new ArrayList<>();
        for (MatrixTarget target : targets) {
            described.add(SessionInputs.describe(target, CancelToken.NONE));
        }
        Conventions conventions = laws.conventions();
        Layout layout = layout(matrices.size());
        ExtrasPlan company = new ExtrasPlan(
                extras, conventions, ghost, ghost.map(targets::indexOf).orElse(-1), fitter);
        List<PanelPlan> panels = panels(series(matrices, company));
        Session session = new Session(described, conventions, panels, layout.look(), layout.page());
        return Drawing.of(session, inputs.read(session, targets, ProgressListener.NONE, CancelToken.NONE));
    }

    private List<SeriesPlan> series(List<MatrixTarget> matrices, ExtrasPlan company) throws EigenscopeException {
        LawPlanner planner = new LawPlanner(new FitService(fitter), laws.wish());
        List<SeriesPlan> series = new ArrayList<>();
        for (int i = 0; i < matrices.size(); i++) {
            Spectrum spectrum =
                    inputs.spectrum(matrices.get(i), laws.conventions(), ProgressListener.NONE, CancelToken.NONE);
            String label = content.label(i).orElse(label(matrices.get(i)));
            OptionalDouble at = content.at(i).map(OptionalDouble::of).orElse(OptionalDouble.empty());
            FitSample sample = new FitSample(label, spectrum);
            SeriesPlan alone =
                    new SeriesPlan(i, label, at, planner.plan(sample, ProgressListener.NONE, CancelToken.NONE));
            series.add(company.of(alone, spectrum));
        }
        return series;
    }

    /** What a matrix is called unless told otherwise. */
    static String label(MatrixTarget matrix) {
        String file = String.valueOf(matrix.file().getFileName());
        return matrix.name().map(name -> file + "#" + name).orElse(file);
    }

    private List<PanelPlan> panels(List<SeriesPlan> series) {
        if (content.isOverlay()) {
            return List.of(new PanelPlan(content.title(0).orElse(""), series));
        }
        List<PanelPlan> panels = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            String usual = series.size() > 1 ? series.get(i).label() : "";
            panels.add(new PanelPlan(content.title(i).orElse(usual), List.of(series.get(i))));
        }
        return panels;
    }
}
