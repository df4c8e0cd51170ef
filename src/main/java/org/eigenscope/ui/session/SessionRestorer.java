package org.eigenscope.ui.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.fit.law.FitMemory;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.SpectrumModel;

/**
 * Restores a session on screen in two steps: first its spectrum is loaded, and once that is shown, the law, the look of the
 * chart and the extras follow.
 */
public final class SessionRestorer {
    private final LibraryModel library;
    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final FigureModel figure;
    private final ExtrasRestorer extras;
    private Optional<FoundSession> pending = Optional.empty();
    private Runnable whenShown = () -> {};

    /**
     * @param library opens the files
     * @param spectrum shows the first spectrum
     * @param fit takes the law
     * @param figure takes what was edited of the figure
     * @param extras takes what is drawn in addition
     */
    public SessionRestorer(
            LibraryModel library, SpectrumModel spectrum, FitModel fit, FigureModel figure, ChartExtras extras) {
        this.library = library;
        this.spectrum = spectrum;
        this.fit = fit;
        this.figure = figure;
        this.extras = new ExtrasRestorer(extras);
        spectrum.shownProperty().addListener((source, old, shown) -> resume());
    }

    /**
     * Opens the files of a session and loads its first spectrum; the rest is restored when that is shown.
     *
     * @param whenShown done when all is restored
     */
    void restore(FoundSession found, Runnable whenShown) {
        pending = Optional.of(found);
        this.whenShown = whenShown;
        spectrum.adopt(found.session().conventions().options(), found.target());
        library.open(found.targets().stream()
                .filter(target -> !target.equals(found.target()))
                .toList());
        library.open(List.of(found.target()));
        if (spectrum.shownProperty().get().filter(found::isShownIn).isPresent()) {
            resume();
        }
    }

    private void resume() {
        Optional<SpectrumModel.Shown> shown = spectrum.shownProperty().get();
        Optional<FoundSession> found =
                pending.filter(p -> shown.filter(p::isShownIn).isPresent());
        if (found.isPresent()) {
            pending = Optional.empty();
            restoreChart(found.get());
            restoreFigure(found.get());
            restoreLaws(found.get());
            restoreExtras(found.get());
            whenShown.run();
        }
    }

    private void restoreChart(FoundSession found) {
        Session session = found.session();
        FigureLook look = session.look();
        spectrum.ordinateProperty().set(look.view());
        if (look.estimate().isEmpty()) {
            spectrum.xScaleProperty().set(look.x().scale());
            spectrum.logYProperty().set(look.y().scale() == AxisScale.LOG);
        }
        spectrum.residualsShownProperty().set(session.screen().residuals());
        spectrum.hiddenProperty().set(look.names().hidden());
    }

    private void restoreFigure(FoundSession found) {
        if (found.sheet().isPresent()) {
            figure.restore(found.sheet().get());
            return;
        }
        FigureLook look = found.session().look();
        // The ranges go to the chart, where the user can change them, so the figure must not fix them as well.
        spectrum.zoomProperty().set(new Zoom(look.x().range(), look.y().range()));
        FigureLook free =
                look.withAxes(look.x().withRange(Optional.empty()), look.y().withRange(Optional.empty()));
        figure.restore(
                FigureEdits.of(found.session()).withLook(free),
                found.first().laws().stream().findFirst());
    }

    private void restoreLaws(FoundSession found) {
        memory(found.first(), found.session()).ifPresent(law -> {
            fit.resume(law);
            fit.league().resume(competitors(found.first()));
        });
    }

    private void restoreExtras(FoundSession found) {
        SeriesPlan series = found.first();
        // The extras of a sheet are drawn on the sheet, not on the chart.
        SeriesPlan onChart = found.sheet().isPresent()
                ? new SeriesPlan(series.input(), series.label(), series.at(), series.laws())
                : series;
        extras.restore(onChart, found.session().screen(), found.targets(), found.kept());
    }

    private static Optional<FitMemory> memory(SeriesPlan series, Session session) {
        Trims trims = new Trims(
                session.conventions().trimBottom(), session.conventions().trimTop());
        return series.laws().stream()
                .filter(law -> law.family().isHtmp())
                .findFirst()
                .map(law -> new FitMemory(
                        law.family().orientation().orElseThrow(), law.parameters(), locked(law), law.byHand(), trims));
    }

    /** The parameters that were held, less those that the user had set. */
    private static Set<Parameter> locked(LawPlan law) {
        Set<Parameter> locked = EnumSet.noneOf(Parameter.class);
        locked.addAll(law.held());
        locked.removeAll(law.byHand());
        return locked;
    }

    /** The laws of a spectrum that belong to the comparison table. */
    private static List<LawPlan> competitors(SeriesPlan series) {
        Optional<LawPlan> onScreen =
                series.laws().stream().filter(law -> law.family().isHtmp()).findFirst();
        return series.laws().stream()
                .filter(law -> law.origin() != LawPlan.Origin.LIMIT && !onScreen.equals(Optional.of(law)))
                .toList();
    }
}
