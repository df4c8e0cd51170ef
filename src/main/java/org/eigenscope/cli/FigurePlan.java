package org.eigenscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.SpectralFitter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.Drawing;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlanner;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SessionInputs;
import org.eigenscope.spectrum.Spectrum;

/** Makes a session from options and files, and draws it: the figure is drawn from nothing but the session that goes with it. */
final class FigurePlan {
    private final FigureLaws laws;
    private final FigureContent content;
    private final FigurePage page;

    FigurePlan(FigureLaws laws, FigureContent content, FigurePage page) {
        this.laws = laws;
        this.content = content;
        this.page = page;
    }

    /** Refuses options that do not go together, before anything is read. */
    void check(int files) throws BadInputException {
        if (files > Session.MOST_INPUTS || (!content.isOverlay() && files > Session.MOST_PANELS)) {
            throw new BadInputException(files + " files are too many for one figure; at most " + Session.MOST_PANELS
                    + " panels or " + Session.MOST_INPUTS + " overlaid spectra are drawn.");
        }
        content.check(files);
        laws.wish();
        layout(files);
    }

    /** The look and the page for a number of files. */
    private Layout layout(int files) {
        int panels = content.isOverlay() ? 1 : files;
        FigureLook look = content.look(panels);
        int rows = (panels + look.columns() - 1) / look.columns();
        return new Layout(look, page.plan(rows, look.columns()));
    }

    private record Layout(FigureLook look, PagePlan page) {}

    Drawing draw(List<MatrixTarget> matrices) throws EigenscopeException {
        Conventions conventions = laws.conventions();
        List<SessionInput> inputs = new ArrayList<>();
        for (MatrixTarget matrix : matrices) {
            inputs.add(SessionInputs.describe(matrix, CancelToken.NONE));
        }
        List<Spectrum> spectra =
                SessionInputs.alone().read(matrices, conventions, ProgressListener.NONE, CancelToken.NONE);
        Layout layout = layout(matrices.size());
        List<PanelPlan> panels = panels(series(matrices, spectra));
        return Drawing.of(new Session(inputs, conventions, panels, layout.look(), layout.page()), spectra);
    }

    private List<SeriesPlan> series(List<MatrixTarget> matrices, List<Spectrum> spectra) throws EigenscopeException {
        LawPlanner planner = new LawPlanner(new FitService(new SpectralFitter()), laws.wish());
        List<SeriesPlan> series = new ArrayList<>();
        for (int i = 0; i < matrices.size(); i++) {
            String label = content.label(i).orElse(label(matrices.get(i)));
            OptionalDouble at = content.at(i).map(OptionalDouble::of).orElse(OptionalDouble.empty());
            FitSample sample = new FitSample(label, spectra.get(i));
            series.add(new SeriesPlan(i, label, at, planner.plan(sample, ProgressListener.NONE, CancelToken.NONE)));
        }
        return series;
    }

    private static String label(MatrixTarget matrix) {
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
