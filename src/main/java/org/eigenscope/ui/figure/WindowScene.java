package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.Screen;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.StripView;
import org.eigenscope.session.input.Checksums;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.fit.law.FitMemory;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.DrawnGhost;
import org.eigenscope.ui.spectrum.SpectrumModel;

/**
 * What is on screen at one moment: enough to draw it on paper and to restore it.
 *
 * @param target the matrix
 * @param label what it is called
 * @param spectrum its eigenvalues
 * @param conventions how they were made, and which are left out
 * @param laws the law over them and its limits
 * @param extras what is drawn in addition, and what the window shows
 */
record WindowScene(
        MatrixTarget target, String label, Spectrum spectrum, Conventions conventions, SceneLaws laws, Extras extras)
        implements FigureScene {
    /**
     * What is drawn in addition to a spectrum and its law.
     *
     * @param rivals the laws of the comparison table that are drawn
     * @param ghosts other spectra behind it
     * @param spikes those that are marked
     * @param range κ by range, if it has been worked out
     * @param screen what the window shows in addition to the figure
     */
    record Extras(
            List<LawPlan> rivals,
            List<DrawnGhost> ghosts,
            Optional<SpikesPlan> spikes,
            Optional<KappaByRange> range,
            Screen screen) {
        static Extras of(SpectrumModel spectrum, FitModel fit, ChartExtras extras) {
            return new Extras(
                    fit.league().drawnProperty().get(),
                    extras.ghosts().drawnProperty().get(),
                    extras.spikes().foundProperty().get().map(s -> new SpikesPlan(s.bandLower(), s.bandUpper())),
                    extras.range().studyProperty().get(),
                    screen(spectrum, extras));
        }

        private static Screen screen(SpectrumModel spectrum, ChartExtras extras) {
            boolean drawn = extras.ghosts().drawnProperty().get().stream()
                    .anyMatch(ghost -> ghost.source().isPresent());
            return new Screen(
                    spectrum.residualsShownProperty().get(),
                    extras.range().shownProperty().get(),
                    extras.spikes().shownProperty().get(),
                    extras.ghosts().keptProperty().get() && !drawn,
                    extras.table().shownProperty().get());
        }
    }

    /** What the window shows; empty when it shows nothing. */
    static Optional<WindowScene> of(SpectrumModel spectrum, FitModel fit, ChartExtras extras, Optional<LawPlan> saved) {
        return spectrum.shownProperty().get().map(shown -> {
            Optional<FitMemory> law = fit.memory();
            FitPlan.Trims trims = fit.trims().trimsProperty().get();
            Conventions conventions = Conventions.of(shown.options(), trims.bottom(), trims.top());
            Optional<FitResult> newest = fit.lastFitProperty()
                    .get()
                    .filter(result -> law.isPresent()
                            && result.parameters().equals(law.get().values()));
            SceneLaws laws = new SceneLaws(law, newest, saved);
            return new WindowScene(
                    shown.tensor().target(),
                    shown.tensor().label(),
                    shown.spectrum(),
                    conventions,
                    laws,
                    Extras.of(spectrum, fit, extras));
        });
    }

    @Override
    public String name() {
        return label;
    }

    @Override
    public Session session(FigureEdits edits, Checksums checksums, CancelToken cancel) throws EigenscopeException {
        List<MatrixTarget> targets = targets();
        List<SessionInput> inputs = new ArrayList<>();
        for (MatrixTarget matrix : targets) {
            inputs.add(SessionInputs.describe(matrix, checksums, cancel));
        }
        boolean byRange = edits.look().extras().strip() == StripView.KAPPA_RANGE;
        SeriesPlan series = new SeriesPlan(
                0,
                label,
                OptionalDouble.empty(),
                Stream.concat(laws.plans().stream(), extras.rivals().stream()).toList(),
                extras.ghosts().stream().map(ghost -> plan(ghost, targets)).toList(),
                extras.spikes(),
                extras.range().filter(range -> byRange));
        PanelPlan panel = new PanelPlan(edits.titles().get(0), List.of(series));
        return new Session(inputs, conventions, List.of(panel), edits.look(), edits.page(), extras.screen());
    }

    /** The matrix, and those of ghosts that are others. */
    private List<MatrixTarget> targets() {
        return Stream.concat(
                        Stream.of(target),
                        extras.ghosts().stream()
                                .flatMap(ghost -> ghost.source().stream())
                                .map(DrawnGhost.Source::target))
                .distinct()
                .toList();
    }

    private static GhostPlan plan(DrawnGhost ghost, List<MatrixTarget> targets) {
        return ghost.source()
                .map(source -> GhostPlan.kept(
                        ghost.ghost().label(),
                        targets.indexOf(source.target()),
                        Conventions.of(source.options(), 0, 0)))
                .orElseGet(() -> GhostPlan.shuffled(0, ghost.seed().orElseThrow()));
    }

    @Override
    public SessionSpectra spectra(Session session) {
        List<GhostPlan> plans = session.series().get(0).ghosts();
        Map<GhostPlan, Spectrum> ghosts = new HashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            ghosts.put(plans.get(i), extras.ghosts().get(i).ghost().spectrum());
        }
        return SessionSpectra.of(List.of(spectrum)).withGhosts(ghosts);
    }
}
