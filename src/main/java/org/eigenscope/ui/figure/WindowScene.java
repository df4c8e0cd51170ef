package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.Parameter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Checksums;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.Screen;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SessionInputs;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.fit.FitMemory;
import org.eigenscope.ui.fit.FitModel;
import org.eigenscope.ui.spectrum.SpectrumModel;

/**
 * What is on screen at one moment: enough to draw it on paper and to bring it back.
 *
 * @param target the matrix
 * @param label what it is called
 * @param spectrum its eigenvalues
 * @param conventions how they were made, and which are left out
 * @param law the law over them; empty before the first fit
 * @param evidence the newest fit, if it is the one on screen
 * @param known what was said of a law when it was saved, with its intervals
 * @param screen what the window shows besides
 */
record WindowScene(
        MatrixTarget target,
        String label,
        Spectrum spectrum,
        Conventions conventions,
        Optional<FitMemory> law,
        Optional<FitResult> evidence,
        Optional<LawPlan> known,
        Screen screen)
        implements FigureScene {
    /** What the window shows; empty when it shows nothing. */
    static Optional<WindowScene> of(SpectrumModel spectrum, FitModel fit, Optional<LawPlan> known) {
        return spectrum.shownProperty().get().map(shown -> {
            String name = shown.tensor().info().name();
            MatrixTarget target = new MatrixTarget(
                    shown.tensor().file().path(), name.isEmpty() ? Optional.empty() : Optional.of(name));
            Optional<FitMemory> law = fit.memory();
            Conventions conventions = Conventions.of(
                    shown.options(),
                    law.map(m -> m.trims().bottom()).orElse(0),
                    law.map(m -> m.trims().top()).orElse(0));
            Optional<FitResult> newest = fit.lastFitProperty()
                    .get()
                    .filter(result -> law.isPresent()
                            && result.parameters().equals(law.get().values()));
            Screen screen = new Screen(spectrum.residualsShownProperty().get());
            return new WindowScene(
                    target, shown.tensor().label(), shown.spectrum(), conventions, law, newest, known, screen);
        });
    }

    @Override
    public String name() {
        return label;
    }

    @Override
    public Session session(FigureEdits edits, Checksums checksums, CancelToken cancel) throws EigenscopeException {
        SessionInput input = SessionInputs.describe(target, checksums, cancel);
        SeriesPlan series = new SeriesPlan(0, label, OptionalDouble.empty(), laws());
        PanelPlan panel = new PanelPlan(edits.titles().get(0), List.of(series));
        return new Session(List.of(input), conventions, List.of(panel), edits.look(), edits.page(), screen);
    }

    @Override
    public List<Spectrum> spectra() {
        return List.of(spectrum);
    }

    private List<LawPlan> laws() {
        if (law.isEmpty()) {
            return List.of();
        }
        FitMemory memory = law.get();
        List<LawPlan> laws = new ArrayList<>();
        List<Overlays.Overlay> overlays =
                Overlays.of(memory.orientation(), memory.values()).all();
        laws.add(first(memory, overlays.get(0)));
        for (Overlays.Overlay overlay : overlays.subList(1, overlays.size())) {
            laws.add(new LawPlan(
                    overlay.family(),
                    overlay.parameters(),
                    LawPlan.Origin.LIMIT,
                    Set.of(),
                    Set.of(),
                    Optional.empty()));
        }
        return laws;
    }

    private LawPlan first(FitMemory memory, Overlays.Overlay overlay) {
        Set<Parameter> held = EnumSet.noneOf(Parameter.class);
        held.addAll(memory.locked());
        held.addAll(memory.byHand());
        Optional<LawPlan> same = known.filter(saved -> saved.family() == overlay.family()
                && saved.parameters().equals(overlay.parameters())
                && saved.held().equals(held)
                && saved.byHand().equals(memory.byHand()));
        if (same.isPresent()) {
            return same.get();
        }
        return new LawPlan(
                overlay.family(),
                overlay.parameters(),
                evidence.isPresent() ? LawPlan.Origin.FITTED : LawPlan.Origin.GIVEN,
                held,
                memory.byHand(),
                evidence.map(LawPlan.Evidence::of));
    }
}
