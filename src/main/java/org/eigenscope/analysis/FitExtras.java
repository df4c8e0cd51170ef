package org.eigenscope.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.compare.TrimGrid;
import org.eigenscope.fit.compare.VuongTest;
import org.eigenscope.fit.diagnosis.Diagnosis;
import org.eigenscope.fit.diagnosis.FailureSignatures;
import org.eigenscope.fit.diagnosis.SpectralFunctionals;
import org.eigenscope.fit.diagnosis.SpectrumDiagnosis;
import org.eigenscope.fit.search.FixedPointIteration;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.fit.tail.HillPlot;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.fit.tail.TailLeague;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The results about a spectrum and its fits besides the fits themselves: metrics, tail, trims, tests. It has no state
 * except the executor that it uses.
 */
public final class FitExtras {
    private static final int STRIP_POINTS = 200;

    private final FitSample sample;
    private final FitPlan plan;
    private final Executor helpers;
    private final CancelToken cancel;

    /**
     * The extras of a sample under a plan.
     *
     * @param helpers lend threads to the bootstrap of the tail
     */
    public FitExtras(FitSample sample, FitPlan plan, Executor helpers, CancelToken cancel) {
        this.sample = Objects.requireNonNull(sample, "sample");
        this.plan = plan.holdingShapeOf(sample);
        this.helpers = Objects.requireNonNull(helpers, "helpers");
        this.cancel = Objects.requireNonNull(cancel, "cancel");
    }

    /**
     * The metrics and the diagnosis of a spectrum.
     *
     * @param metrics the quoted ones by name, in order
     * @param diagnosis the phase with its evidence
     * @param data trace, log-determinant and free energy of the positive eigenvalues; empty if there are none
     */
    public record Quoted(Map<String, Double> metrics, Diagnosis diagnosis, Optional<SpectralFunctionals> data) {
        /** The same with other metrics. */
        public Quoted withMetrics(Map<String, Double> others) {
            return new Quoted(others, diagnosis, data);
        }
    }

    /** The metrics and the diagnosis, which belong to the spectrum whatever the law. */
    public Quoted quoted() throws CancelledException {
        double[] values = sample.spectrum().positive();
        SpectrumDiagnosis found = SpectrumDiagnosis.of(sample.spectrum(), cancel);
        return new Quoted(
                found.metrics().asMap(),
                found.diagnosis(),
                values.length == 0 ? Optional.empty() : Optional.of(SpectralFunctionals.of(values)));
    }

    /** The spectral functionals of a fitted law, at the sample's mean; empty for a law of eigenvalues of any sign. */
    public Optional<SpectralFunctionals> functionals(FitReport report, Quoted quoted) {
        return report.fit().family().isOfAnySign()
                ? Optional.empty()
                : quoted.data().map(data -> SpectralFunctionals.of(report.fit().law(), data.trace()));
    }

    /** The failure signatures that the fit shows, in sentences. */
    public List<String> signatures(FitReport report, Quoted quoted) {
        return FailureSignatures.of(
                quoted.diagnosis(),
                report.fit(),
                PowerLawTail.find(sample.spectrum().positive()));
    }

    /**
     * The tail of the spectrum.
     *
     * @param tail the best power law
     * @param pValue of its distance; empty without bootstrap
     * @param strip how it depends on where it starts
     * @param hill estimates of its exponent from the largest values
     * @param shapes other shapes above the same start, best first; empty if they cannot be had
     * @param missing why the p-value or the shapes that were asked for are not there, in sentences
     */
    public record Tail(
            PowerLawTail tail,
            OptionalDouble pValue,
            PowerLawTail.Strip strip,
            double[] hill,
            List<TailLeague.Row> shapes,
            List<String> missing) {}

    /**
     * The tail, with a p-value when the plan has a bootstrap. A failure of the p-value or of the other shapes does not
     * lose the power law.
     *
     * @param xMin where it starts; empty for the start that fits best
     * @throws BadInputException if there are too few positive eigenvalues for a power law
     * @throws CancelledException if the work was cancelled
     */
    public Tail tail(OptionalDouble xMin) throws BadInputException, CancelledException {
        double[] values = sample.spectrum().positive();
        boolean free = xMin.isEmpty();
        PowerLawTail tail = free ? PowerLawTail.of(values) : PowerLawTail.above(values, xMin.getAsDouble());
        List<String> missing = new ArrayList<>();
        Optional<OptionalDouble> p = attempt(missing, () -> pValue(tail, values, free));
        Optional<List<TailLeague.Row>> shapes = attempt(missing, () -> TailLeague.of(values, tail.xMin()));
        return new Tail(
                tail,
                p.orElse(OptionalDouble.empty()),
                PowerLawTail.strip(values, STRIP_POINTS),
                HillPlot.exponents(values),
                shapes.orElse(List.of()),
                missing);
    }

    /** A result that not every spectrum has. */
    @FunctionalInterface
    public interface Extra<T> {
        T compute() throws EigenscopeException;
    }

    /**
     * An optional result: empty if it fails, so that the failure does not stop the others.
     *
     * @param missing is told the reason, a sentence
     * @throws CancelledException if the work was cancelled
     */
    public static <T> Optional<T> attempt(List<String> missing, Extra<T> extra) throws CancelledException {
        try {
            return Optional.of(extra.compute());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException reason) {
            missing.add(reason.getMessage());
            return Optional.empty();
        }
    }

    private OptionalDouble pValue(PowerLawTail tail, double[] values, boolean free) throws EigenscopeException {
        FitPlan.Bootstrap draws = plan.bootstrap();
        if (draws.replicates() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                free
                        ? tail.pValue(values, draws.replicates(), draws.seed(), helpers, cancel)
                        : tail.pValueOfFixedStart(values, draws.replicates(), draws.seed(), helpers, cancel));
    }

    /** Refits of a law over ranges: 0 to 30 % left out at either end. */
    public TrimGrid trimGrid(FitReport report, ProgressListener progress) throws CancelledException {
        List<Integer> counts = TrimGrid.counts(eigenvalues(report.fit().family()).length);
        return TrimGrid.of(new SpectralFitter(), request(report), counts, counts, progress, cancel);
    }

    /** Vuong's tests of a law against each of the others that were fitted. */
    public Map<LawFamily, VuongTest> vuong(FitReport report, List<FitReport> all) throws EigenscopeException {
        Map<LawFamily, VuongTest> tests = new EnumMap<>(LawFamily.class);
        for (FitReport other : all) {
            if (other.fit().family() != report.fit().family()
                    && other.fit().family().isOfAnySign()
                            == report.fit().family().isOfAnySign()) {
                tests.put(other.fit().family(), VuongTest.between(request(report), report.fit(), other.fit()));
            }
        }
        return tests;
    }

    /** How the stochastic iteration went, if the plan's objective is that. */
    public Optional<FixedPointTrace> iteration(FitReport report) throws EigenscopeException {
        return plan.objective() == Objective.FIXED_POINT
                ? Optional.of(FixedPointIteration.run(request(report), plan.iteration(), ProgressListener.NONE, cancel))
                : Optional.empty();
    }

    private FitRequest request(FitReport report) {
        LawFamily family = report.fit().family();
        return plan.request(eigenvalues(family)).forFamily(family);
    }

    private double[] eigenvalues(LawFamily family) {
        return family.isOfAnySign()
                ? sample.spectrum().ascending()
                : sample.spectrum().positive();
    }
}
