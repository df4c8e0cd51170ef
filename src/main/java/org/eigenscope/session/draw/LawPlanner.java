package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.LawPlan;

/** Finds the laws of a series: given where every parameter is given, fitted otherwise. */
public final class LawPlanner {
    private final FitService fits;
    private final Wish wish;

    /**
     * What is wanted.
     *
     * @param families the laws, in the order in which they are drawn
     * @param held values that no fit may move
     * @param limits whether the limits κ → ∞ and κ → 0 of the first law are drawn too, if it has them
     * @param conventions which eigenvalues are left out
     * @param bootstrap draws for bootstrap intervals; with 0 replicates they come from the profile likelihood
     */
    public record Wish(
            List<LawFamily> families,
            ParameterSet held,
            boolean limits,
            Conventions conventions,
            FitPlan.Bootstrap bootstrap) {
        public Wish {
            families = List.copyOf(families);
        }
    }

    public LawPlanner(FitService fits, Wish wish) {
        this.fits = fits;
        this.wish = wish;
    }

    /**
     * The laws over a sample.
     *
     * @throws EigenscopeException if one cannot be fitted, or the work was cancelled
     */
    public List<LawPlan> plan(FitSample sample, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        List<LawPlan> laws = new ArrayList<>();
        for (LawFamily family : wish.families()) {
            laws.add(isGiven(family) ? given(family) : fitted(family, sample, progress, cancel));
        }
        if (wish.limits() && !laws.isEmpty()) {
            // right after the law that they are the limits of, as in the window
            laws.addAll(1, limits(laws.get(0)));
        }
        return laws;
    }

    private boolean isGiven(LawFamily family) {
        return family.parameters().stream().allMatch(wish.held()::has);
    }

    private LawPlan given(LawFamily family) {
        Set<Parameter> all = Set.copyOf(family.parameters());
        return new LawPlan(family, ownOf(family, wish.held()), LawPlan.Origin.GIVEN, all, Set.of(), Optional.empty());
    }

    private static ParameterSet ownOf(LawFamily family, ParameterSet values) {
        ParameterSet own = ParameterSet.EMPTY;
        for (Parameter parameter : family.parameters()) {
            if (values.has(parameter)) {
                own = own.with(parameter, values.get(parameter));
            }
        }
        return own;
    }

    private LawPlan fitted(LawFamily family, FitSample sample, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        FitPlan plan = new FitPlan(
                List.of(family),
                new FitPlan.Values(ownOf(family, wish.held()), ParameterSet.EMPTY),
                Objective.LIKELIHOOD,
                new FitPlan.Trims(
                        wish.conventions().trimBottom(), wish.conventions().trimTop()),
                wish.bootstrap());
        FitReport report = fits.fit(sample, plan, progress, cancel).reports().get(0);
        return LawPlan.ofFit(report.fit(), report.intervals());
    }

    /** The limits of an HTMP law at its parameters; none for other laws. */
    static List<LawPlan> limits(LawPlan first) {
        if (!first.family().isHtmp()) {
            return List.of();
        }
        Overlays overlays = Overlays.of(first.family().orientation().orElseThrow(), first.parameters());
        return overlays.all().stream()
                .skip(1)
                .map(overlay -> new LawPlan(
                        overlay.family(),
                        overlay.parameters(),
                        LawPlan.Origin.LIMIT,
                        Set.of(),
                        Set.of(),
                        Optional.empty()))
                .toList();
    }
}
