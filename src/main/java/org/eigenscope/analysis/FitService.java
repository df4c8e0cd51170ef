package org.eigenscope.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.DerivedQuantities;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.compare.League;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.fit.diagnosis.PhaseRules;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.interval.BootstrapResult;
import org.eigenscope.fit.interval.ParametricBootstrap;
import org.eigenscope.fit.interval.ProfileLikelihood;
import org.eigenscope.fit.search.Misfit;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Fits laws to a spectrum and reports on them in full. Stateless, safe for many threads. */
public final class FitService {
    private final LawFitter fitter;
    private final Executor helpers;

    /** A service that works on the calling thread alone. */
    public FitService(LawFitter fitter) {
        this(fitter, Runnable::run);
    }

    /** A service that runs bootstraps on an executor's threads as well. */
    public FitService(LawFitter fitter, Executor helpers) {
        this.fitter = Objects.requireNonNull(fitter, "fitter");
        this.helpers = Objects.requireNonNull(helpers, "helpers");
    }

    /**
     * Reports and failures.
     *
     * @param reports the laws that could be fitted, in the order of the {@link League}, best first
     * @param failures a sentence for each of the others, and for intervals that could not be had
     */
    public record Outcome(List<FitReport> reports, List<String> failures) {
        public Outcome {
            reports = List.copyOf(reports);
            failures = List.copyOf(failures);
        }
    }

    /** A fit and how long it took. */
    private record Timed(FitRequest request, FitResult fit, long nanoseconds) {}

    /**
     * Records the times of the fits that a league makes, and the first exception of those that fail. The league keeps
     * neither.
     */
    private static final class TimedFitter implements LawFitter {
        private final LawFitter fitter;
        private final Map<LawFamily, Timed> fits = new EnumMap<>(LawFamily.class);
        private EigenscopeException firstFailure;

        TimedFitter(LawFitter fitter) {
            this.fitter = fitter;
        }

        @Override
        public FitResult fit(FitRequest request, ProgressListener progress, CancelToken cancel)
                throws EigenscopeException {
            long start = System.nanoTime();
            try {
                FitResult fit = fitter.fit(request, progress, cancel);
                fits.put(request.family(), new Timed(request, fit, System.nanoTime() - start));
                return fit;
            } catch (EigenscopeException failure) {
                firstFailure = firstFailure == null ? failure : firstFailure;
                throw failure;
            }
        }

        void throwIfAllFailed() throws EigenscopeException {
            if (fits.isEmpty()) {
                throw firstFailure;
            }
        }
    }

    /**
     * Fits every law of the plan.
     *
     * <p>γ is held at the shape's aspect ratio unless the plan says otherwise ({@link FitPlan#holdingShapeOf}).
     *
     * @throws EigenscopeException if none of the laws could be fitted, for the reason of the first, or the work was
     *     cancelled
     */
    public Outcome fit(FitSample sample, FitPlan plan, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        SpectralPhase phase = PhaseRules.diagnose(sample.spectrum(), cancel).phase();
        return fit(sample, plan, new Detail(phase, table -> EnumSet.allOf(LawFamily.class)), progress, cancel);
    }

    /**
     * What a survey of many matrices need not have of every law of a league.
     *
     * @param phase of the spectrum, which is known already
     * @param wanted of the league's rows, the laws to report on: intervals are made of them alone
     */
    public record Detail(SpectralPhase phase, Function<List<LeagueRow>, Set<LawFamily>> wanted) {}

    /**
     * As {@link #fit(FitSample, FitPlan, ProgressListener, CancelToken)}, with reports on some of the laws alone.
     *
     * @throws EigenscopeException as there
     */
    public Outcome fit(FitSample sample, FitPlan plan, Detail detail, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        TimedFitter timing = new TimedFitter(fitter);
        FitPlan held = plan.holdingShapeOf(sample);
        League league = new League(timing);
        List<LeagueRow> table = new ArrayList<>();
        // laws of eigenvalues of any sign describe more eigenvalues than the others, so the two cannot be compared
        for (boolean anySign : new boolean[] {false, true}) {
            List<LawFamily> families = families(plan, sample, anySign);
            if (!families.isEmpty()) {
                FitRequest request = held.request(eigenvalues(sample, anySign));
                table.addAll(league.table(request, families, progress, cancel));
            }
        }
        timing.throwIfAllFailed();
        List<FitReport> reports = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Set<LawFamily> wanted = detail.wanted().apply(table);
        for (LeagueRow row : table) {
            Timed timed = timing.fits.get(row.family());
            if (timed == null) {
                failures.add(row.family().id() + ": " + row.failure());
            } else if (wanted.contains(row.family())) {
                FitReport.Excluded excluded =
                        excluded(sample, plan, row.family().isOfAnySign());
                List<String> missing = new ArrayList<>();
                reports.add(report(timed, plan, excluded, detail.phase(), new Job(progress, cancel, missing)));
                missing.forEach(reason -> failures.add(row.family().id() + ": no intervals: " + reason));
            }
        }
        return new Outcome(reports, failures);
    }

    /** The laws of a league of several; those of eigenvalues of any sign only where there are negative ones. */
    private static List<LawFamily> families(FitPlan plan, FitSample sample, boolean anySign) {
        boolean sits =
                anySign && plan.families().size() > 1 && sample.spectrum().negative().length == 0;
        return plan.families().stream()
                .filter(family -> family.isOfAnySign() == anySign && !sits)
                .toList();
    }

    private static double[] eigenvalues(FitSample sample, boolean anySign) {
        return anySign ? sample.spectrum().ascending() : sample.spectrum().positive();
    }

    /** The listener and the cancel token of one call, and the list that receives sentences about failures. */
    private record Job(ProgressListener progress, CancelToken cancel, List<String> missing) {}

    private FitReport report(Timed timed, FitPlan plan, FitReport.Excluded excluded, SpectralPhase phase, Job job)
            throws EigenscopeException {
        long start = System.nanoTime();
        FitResult fit = timed.fit();
        Map<Parameter, Interval> intervals = Map.of();
        Optional<BootstrapResult> bootstrap = Optional.empty();
        FitPlan.Bootstrap draws = plan.bootstrap();
        if (draws.replicates() > 0) {
            bootstrap = FitExtras.attempt(
                    job.missing(),
                    () -> new ParametricBootstrap(fitter, helpers)
                            .run(timed.request(), fit, draws.replicates(), draws.seed(), job.progress(), job.cancel()));
            intervals = bootstrap.map(BootstrapResult::intervals).orElse(Map.of());
        } else if (plan.objective() == Objective.LIKELIHOOD) {
            intervals = FitExtras.attempt(
                            job.missing(),
                            () -> new ProfileLikelihood(timed.request(), fit, job.cancel()).intervals(job.progress()))
                    .orElse(Map.of());
        }
        long milliseconds = (timed.nanoseconds() + System.nanoTime() - start) / 1_000_000;
        DerivedQuantities derived = DerivedQuantities.of(fit.family(), fit.parameters());
        Misfit misfit = Misfit.of(timed.request(), fit);
        return new FitReport(fit, derived, intervals, excluded, bootstrap, misfit, phase, milliseconds);
    }

    private static FitReport.Excluded excluded(FitSample sample, FitPlan plan, boolean anySign) {
        return new FitReport.Excluded(
                anySign ? 0 : sample.spectrum().zeroCount(),
                anySign ? 0 : sample.spectrum().negative().length,
                plan.trims().bottom(),
                plan.trims().top());
    }
}
