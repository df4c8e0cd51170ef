package org.eigenscope.ui.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.input.Checksums;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.ui.spectrum.SpectrumModel;

/**
 * A figure that says more than the window shows: several panels or spectra, estimates, or laws that the window does not fit. It is
 * drawn as it was saved.
 *
 * @param source the file that it came from
 * @param saved the session in it
 * @param targets where its inputs are, in order
 * @param spectra what it is drawn from
 */
public record SheetScene(Path source, Session saved, List<MatrixTarget> targets, SessionSpectra spectra)
        implements FigureScene {
    public SheetScene {
        targets = List.copyOf(targets);
    }

    /** Whether the chart of the window cannot show the whole session. */
    public static boolean isNeededFor(Session session) {
        List<SeriesPlan> series = session.series();
        return series.size() > 1
                || session.look().estimate().isPresent()
                || !isDrawnByTheWindow(series.get(0).laws());
    }

    private static boolean isDrawnByTheWindow(List<LawPlan> laws) {
        if (laws.isEmpty()) {
            return false;
        }
        if (!laws.get(0).family().isHtmp()) {
            return false;
        }
        List<LawFamily> usual = overlays(laws.get(0));
        return laws.size() >= usual.size()
                && families(laws.subList(0, usual.size())).equals(usual)
                && areTicked(laws.subList(usual.size(), laws.size()));
    }

    /** Whether laws are some of those that the league can draw, in its order and at their own fits. */
    private static boolean areTicked(List<LawPlan> laws) {
        List<LawFamily> inOrder =
                LawFamily.besideHtmp().stream().filter(families(laws)::contains).toList();
        return families(laws).equals(inOrder) && laws.stream().allMatch(law -> law.origin() == LawPlan.Origin.FITTED);
    }

    private static List<LawFamily> families(List<LawPlan> laws) {
        return laws.stream().map(LawPlan::family).toList();
    }

    private static List<LawFamily> overlays(LawPlan law) {
        return Overlays.of(law.family().orientation().orElseThrow(), law.parameters()).all().stream()
                .map(Overlays.Overlay::family)
                .toList();
    }

    /** Whether what is on screen is one of its spectra. */
    boolean holds(SpectrumModel.Shown shown) {
        return shown.options().equals(saved.conventions().options())
                && targets.stream().anyMatch(shown.tensor()::isAt);
    }

    @Override
    public String name() {
        String file = String.valueOf(source.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    @Override
    public Session session(FigureEdits edits, Checksums checksums, CancelToken cancel) {
        List<SessionInput> inputs = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            inputs.add(saved.inputs().get(i).at(targets.get(i).file()));
        }
        List<PanelPlan> panels = new ArrayList<>();
        for (int i = 0; i < saved.panels().size(); i++) {
            panels.add(
                    new PanelPlan(edits.titles().get(i), saved.panels().get(i).series()));
        }
        return new Session(inputs, saved.conventions(), panels, edits.look(), edits.page(), saved.screen());
    }

    @Override
    public SessionSpectra spectra(Session session) {
        return spectra;
    }

    /** What it is, in a sentence for the user. */
    public String sentence() {
        int panels = saved.panels().size();
        int count = saved.series().size();
        String what = panels > 1
                ? "a sheet of " + panels + " panels"
                : saved.look().estimate().isPresent()
                        ? "a plot of estimates"
                        : count > 1 ? "a plot of " + count + " spectra" : "a plot with other laws than the chart’s,";
        String shown =
                count > 1 ? "the chart shows the first of its " + count + " spectra." : "the chart fits its own.";
        return "The figure is " + what + " from " + source.getFileName() + ", as saved; " + shown;
    }
}
