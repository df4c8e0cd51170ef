package org.eigenscope.fit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.compare.VuongTest;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.fit.tail.TailComparison;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;

/**
 * Tells the phase of a spectrum by the descriptions of Martin and Mahoney (JMLR 22(165), 2021, §3 and Table 1), made into rules
 * that are applied in this order; a spectrum that none of them fits is undecided.
 *
 * <ol>
 *   <li>rank-collapse: at least 10 % of the eigenvalues are zero or below 1e-10 λmax.
 *   <li>fewer than 50 other eigenvalues, or negative ones, or 2 to 10 % tiny: undecided.
 *   <li>MP holds when the bulk's Kolmogorov–Smirnov distance is below 1.36/√n, HTMP gains at most 10 in AIC on the bulk, at most
 *       10 % lie above the bulk and 1 % below, or two that are no further below its edge than edges fluctuate. Then, counting spikes beyond four Tracy–Widom units of the edge:
 *       none: random-like; the largest beyond 1.5 times the edge: bulk+spikes; otherwise bleeding-out.
 *   <li>heavy-tailed: MP fails, and the Clauset–Shalizi–Newman tail spans a decade and 10 % (at least 30) of the values with
 *       distance below 1.36/√n and is preferred to an exponential tail by Vuong's test at 5 %.
 *   <li>bulk-decay: MP fails, and the upper half of the values prefers the exponential tail by the same test.
 * </ol>
 */
public final class PhaseRules {
    private static final double COLLAPSED = 0.10;
    private static final double SUSPICIOUSLY_TINY = 0.02;
    private static final int FEWEST = 50;
    /** 5 % point of √n·D for a known law (Kolmogorov); parameters fitted and levels repelling make it lenient towards MP. */
    private static final double KOLMOGOROV_95 = 1.36;

    private static final double DECISIVE_AIC = 10;
    private static final double MOST_ABOVE = 0.10;
    private static final double MOST_BELOW = 0.01;
    private static final int STRAYS = 2;
    /** Of the lower edge, whose Tracy–Widom unit is 6 % of it at N = 60 and γ = 0.3. */
    private static final double STRAY_FROM = 0.75;

    private static final double SEPARATED = 1.5;
    private static final double TAIL_SHARE = 0.10;
    private static final int SHORTEST_TAIL = 30;
    private static final double SIGNIFICANT = 0.05;

    private final Spectrum spectrum;
    private final CancelToken cancel;
    private final SpectrumMetrics metrics;
    private final double[] values;
    private final List<String> evidence = new ArrayList<>();

    private PhaseRules(Spectrum spectrum, CancelToken cancel) {
        this.spectrum = spectrum;
        this.cancel = cancel;
        this.metrics = SpectrumMetrics.of(spectrum);
        this.values = spectrum.positive();
    }

    /**
     * Diagnoses a spectrum.
     *
     * @throws CancelledException if the work was cancelled
     */
    public static Diagnosis diagnose(Spectrum spectrum, CancelToken cancel) throws CancelledException {
        PhaseRules rules = new PhaseRules(spectrum, cancel);
        SpectralPhase phase = rules.phase();
        return new Diagnosis(phase, rules.evidence, rules.metrics);
    }

    private SpectralPhase phase() throws CancelledException {
        say(
                "%.1f %% of the %d eigenvalues are zero or below 1e-10 of the largest.",
                100 * metrics.tinyFraction(), spectrum.size());
        if (metrics.tinyFraction() >= COLLAPSED) {
            return SpectralPhase.RANK_COLLAPSE;
        }
        if (metrics.tinyFraction() > SUSPICIOUSLY_TINY) {
            say("That is too many for a full-rank spectrum and too few to call it collapsed.");
            return SpectralPhase.UNDECIDED;
        }
        if (spectrum.negative().length > 0) {
            say("%d eigenvalues are negative; the phases are defined for positive ones.", spectrum.negative().length);
            return SpectralPhase.UNDECIDED;
        }
        if (values.length < FEWEST) {
            say("%d positive eigenvalues are too few; the rules need %d.", values.length, FEWEST);
            return SpectralPhase.UNDECIDED;
        }
        try {
            return bulkOrTail();
        } catch (CancelledException e) {
            throw e;
        } catch (EigenscopeException e) {
            evidence.add(e.getMessage());
            return SpectralPhase.UNDECIDED;
        }
    }

    private SpectralPhase bulkOrTail() throws EigenscopeException {
        BulkFit bulk = bulkFit();
        if (bulk != null && holds(bulk)) {
            return spikes(bulk);
        }
        return tail();
    }

    private BulkFit bulkFit() throws CancelledException, EigenscopeException {
        OptionalDouble gamma = spectrum.details().aspectRatio();
        try {
            return BulkFit.of(values, gamma, cancel);
        } catch (BadInputException e) {
            evidence.add(e.getMessage());
            return null;
        }
    }

    private boolean holds(BulkFit bulk) {
        double critical = KOLMOGOROV_95 / Math.sqrt(bulk.inside());
        int above = values.length - bulk.inside() - bulk.below();
        say(
                "The best MP bulk [%.4g, %.4g] at γ = %.3g holds %d of %d eigenvalues, %d lie below and %d above.",
                bulk.lowerEdge(), bulk.upperEdge(), bulk.gamma(), bulk.inside(), values.length, bulk.below(), above);
        say(
                "Inside it the distance to MP is %.3f (critical %.3f), and HTMP gains %.1f in AIC.",
                bulk.distance(), critical, bulk.kappaGain());
        return bulk.distance() <= critical
                && bulk.kappaGain() <= DECISIVE_AIC
                && above <= MOST_ABOVE * values.length
                && (bulk.below() <= MOST_BELOW * values.length || areStrays(bulk));
    }

    private boolean areStrays(BulkFit bulk) {
        return bulk.below() <= STRAYS && values[0] >= STRAY_FROM * bulk.lowerEdge();
    }

    private SpectralPhase spikes(BulkFit bulk) {
        double ratio = values[values.length - 1] / bulk.upperEdge();
        say(
                "%d eigenvalues lie beyond four Tracy–Widom units above the edge; the largest is %.2f times the edge.",
                bulk.spikes(), ratio);
        if (bulk.spikes() == 0) {
            return SpectralPhase.RANDOM_LIKE;
        }
        return ratio >= SEPARATED ? SpectralPhase.BULK_AND_SPIKES : SpectralPhase.BLEEDING_OUT;
    }

    private SpectralPhase tail() throws EigenscopeException {
        cancel.throwIfCancelled();
        PowerLawTail tail = PowerLawTail.of(values);
        double decades = tail.decades(values[values.length - 1]);
        double critical = KOLMOGOROV_95 / Math.sqrt(tail.tailCount());
        VuongTest test = TailComparison.powerLawAgainstExponential(above(tail.xMin()));
        say(
                "The power-law tail starts at %.4g with exponent %.2f ± %.2f: %d values over %.1f decades, distance %.3f "
                        + "(critical %.3f).",
                tail.xMin(),
                tail.exponent(),
                tail.standardError(),
                tail.tailCount(),
                decades,
                tail.distance(),
                critical);
        say(
                "Against an exponential tail Vuong's z is %.2f (p %.3f); positive favours the power law.",
                test.statistic(), test.pValue());
        boolean broad = decades >= 1 && tail.tailCount() >= Math.max(SHORTEST_TAIL, TAIL_SHARE * values.length);
        if (broad && tail.distance() <= critical && test.statistic() > 0 && test.pValue() < SIGNIFICANT) {
            return SpectralPhase.HEAVY_TAILED;
        }
        return decay();
    }

    private SpectralPhase decay() {
        VuongTest upperHalf = TailComparison.powerLawAgainstExponential(above(values[values.length / 2]));
        say(
                "Over the upper half of the values Vuong's z is %.2f (p %.3f); negative favours the exponential tail.",
                upperHalf.statistic(), upperHalf.pValue());
        return upperHalf.statistic() < 0 && upperHalf.pValue() < SIGNIFICANT
                ? SpectralPhase.BULK_DECAY
                : SpectralPhase.UNDECIDED;
    }

    private double[] above(double start) {
        return Arrays.stream(values).filter(v -> v >= start).toArray();
    }

    private void say(String format, Object... numbers) {
        evidence.add(String.format(Locale.ROOT, format, numbers));
    }
}
