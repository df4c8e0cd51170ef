package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.session.LawPlan;
import org.eigenscope.ui.fit.law.FitMemory;

/**
 * The law on screen and its limits, as a figure or a session has them.
 *
 * @param law the law; empty before the first fit
 * @param evidence the newest fit, if it is the one on screen
 * @param saved the law as it was when a session was restored, with its intervals
 */
record SceneLaws(Optional<FitMemory> law, Optional<FitResult> evidence, Optional<LawPlan> saved) {
    /** The plans of the law and of its limits; empty before the first fit. */
    List<LawPlan> plans() {
        return law.map(this::plans).orElse(List.of());
    }

    private List<LawPlan> plans(FitMemory memory) {
        List<Overlays.Overlay> overlays =
                Overlays.of(memory.orientation(), memory.values()).all();
        List<LawPlan> plans = new ArrayList<>();
        plans.add(first(memory, overlays.get(0)));
        for (Overlays.Overlay overlay : overlays.subList(1, overlays.size())) {
            plans.add(new LawPlan(
                    overlay.family(),
                    overlay.parameters(),
                    LawPlan.Origin.LIMIT,
                    Set.of(),
                    Set.of(),
                    Optional.empty()));
        }
        return plans;
    }

    /** The law itself; as long as it is what was saved, the intervals that were saved with it hold. */
    private LawPlan first(FitMemory memory, Overlays.Overlay overlay) {
        Set<Parameter> held = EnumSet.noneOf(Parameter.class);
        held.addAll(memory.locked());
        held.addAll(memory.byHand());
        Optional<LawPlan> same = saved.filter(plan -> plan.family() == overlay.family()
                && plan.parameters().equals(overlay.parameters())
                && plan.held().equals(held)
                && plan.byHand().equals(memory.byHand()));
        return same.orElseGet(() -> new LawPlan(
                overlay.family(),
                overlay.parameters(),
                evidence.isPresent() ? LawPlan.Origin.FITTED : LawPlan.Origin.GIVEN,
                held,
                memory.byHand(),
                evidence.map(LawPlan.Evidence::of)));
    }
}
