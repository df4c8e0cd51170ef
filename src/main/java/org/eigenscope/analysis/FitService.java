package org.eigenscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.BootstrapResult;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.ParametricBootstrap;
import org.eigenscope.fit.PhaseRules;
import org.eigenscope.fit.ProfileLikelihood;
import org.eigenscope.fit.SpectralPhase;
import org.eigenscope.law.LawFamily;
import org.eigenscope.law.Parameter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Fits laws to a spectrum and reports on them in full. Stateless, safe for many threads. */
public final class FitService {
    private final LawFitter fitter;

    public FitService(LawFitter fitter) {
        this.fitter = Objects.requireNonNull(fitter, "fitter");
    }

    /**
     * Reports and failures.
     *
     * @param reports the laws that could be fitted, by AIC, best first
     * @param failures a sentence for each of the others
     */
    public record Outcome(List<FitReport> reports, List<String> failures) {
        public Outcome {
            reports = List.copyOf(reports);
            failures = List.copyOf(failures);
        }
    }

    /**
     * Fits every law of the plan.
     *
     * @throws BadInputException if nothing can be fitted to the sample as the plan says
     * @throws NoConvergenceException if none of the laws could be fitted
     * @throws EigenscopeException if the work was cancelled
     */
    public Outcome fit(FitSample sample, FitPlan plan, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        SpectralPhase phase = PhaseRules.diagnose(sample.spectrum(), cancel).phase();
        double[] eigenvalues = sample.spectrum().positive();
        FitReport.Excluded excluded = new FitReport.Excluded(
                sample.spectrum().zeroCount(),
                sample.spectrum().negative().length,
                plan.trims().bottom(),
                plan.trims().top());
        List<FitReport> reports = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        EigenscopeException last = null;
        for (LawFamily family : plan.families()) {
            try {
                reports.add(report(
                        plan.request(eigenvalues, family), plan, new Setting(excluded, phase), progress, cancel));
            } catch (BadInputException | NoConvergenceException failure) {
                failures.add(family.id() + ": " + failure.getMessage());
                last = failure;
            }
        }
        if (reports.isEmpty()) {
            throw last;
        }
        reports.sort(Comparator.comparingDouble(report -> report.fit().aic()));
        return new Outcome(reports, failures);
    }

    /** What all reports on one sample share. */
    private record Setting(FitReport.Excluded excluded, SpectralPhase phase) {}

    private FitReport report(
            FitRequest request, FitPlan plan, Setting setting, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        long start = System.nanoTime();
        FitResult fit = fitter.fit(request, progress, cancel);
        Map<Parameter, Interval> intervals = Map.of();
        OptionalDouble p = OptionalDouble.empty();
        if (plan.bootstrap().replicates() > 0) {
            BootstrapResult bootstrap = new ParametricBootstrap(fitter)
                    .run(
                            request,
                            fit,
                            plan.bootstrap().replicates(),
                            plan.bootstrap().seed(),
                            progress,
                            cancel);
            intervals = bootstrap.intervals();
            p = OptionalDouble.of(bootstrap.kolmogorovSmirnovP());
        } else if (plan.objective() == Objective.LIKELIHOOD) {
            intervals = new ProfileLikelihood(request, fit, cancel).intervals(progress);
        }
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        DerivedQuantities derived = DerivedQuantities.of(fit.family(), fit.parameters());
        return new FitReport(fit, derived, intervals, setting.excluded(), p, setting.phase(), milliseconds);
    }
}
