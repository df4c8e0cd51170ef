package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.ShownEigenvalues;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.Spectrum;

/** Turns a session and its spectra into a sheet. */
final class SheetBuilder {
    private final Session session;
    private final SessionSpectra spectra;
    private final CancelToken cancel;

    SheetBuilder(Session session, SessionSpectra spectra, CancelToken cancel) {
        this.session = session;
        this.spectra = spectra;
        this.cancel = cancel;
    }

    Sheet build() throws BadInputException, CancelledException {
        for (SeriesPlan series : session.series()) {
            requireSomething(spectra.of(series), series.label());
            for (GhostPlan ghost : series.ghosts()) {
                requireSomething(spectra.of(ghost), ghost.label());
            }
        }
        List<Panel> panels = panels(Optional.empty());
        boolean several = panels.size() > 1;
        if (several) {
            panels = withCommonStrips(panels(Optional.of(union(panels))));
        }
        return new Sheet(panels, session.look().columns(), several, several);
    }

    private void requireSomething(Spectrum spectrum, String label) throws BadInputException {
        if (ShownEigenvalues.of(spectrum, session.look().x().scale()).isEmpty()) {
            boolean negative = spectrum.negative().length > 0;
            throw new BadInputException(label + " has no positive eigenvalue to draw"
                    + (negative ? "; a linear or symmetric logarithmic abscissa shows the negative ones." : "."));
        }
    }

    private List<Panel> panels(Optional<FigureRanges> common) throws BadInputException, CancelledException {
        List<Panel> panels = new ArrayList<>();
        for (PanelPlan plan : session.panels()) {
            cancel.throwIfCancelled();
            panels.add(
                    session.look().estimate().isPresent()
                            ? EstimatePanel.of(plan, session.look(), common)
                            : new SpectrumPanel(plan, session, spectra).build(common));
        }
        return panels;
    }

    /** The ranges that hold those of all panels, so that they can be compared by eye. */
    private static FigureRanges union(List<Panel> panels) {
        FigureRanges all = FigureRanges.of(panels.get(0).chart());
        for (Panel panel : panels) {
            FigureRanges own = FigureRanges.of(panel.chart());
            all = new FigureRanges(union(all.x(), own.x()), union(all.y(), own.y()));
        }
        return all;
    }

    /** Strips side by side are compared by eye too. */
    private static List<Panel> withCommonStrips(List<Panel> panels) {
        Optional<AxisRange> all = panels.stream()
                .flatMap(panel -> panel.strip().stream())
                .map(strip -> strip.yAxis().range().orElseThrow())
                .reduce(SheetBuilder::union);
        return panels.stream()
                .map(panel -> panel.strip()
                        .map(strip -> panel.withStrip(strip.withRange(all.orElseThrow())))
                        .orElse(panel))
                .toList();
    }

    private static AxisRange union(AxisRange a, AxisRange b) {
        return new AxisRange(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
    }
}
