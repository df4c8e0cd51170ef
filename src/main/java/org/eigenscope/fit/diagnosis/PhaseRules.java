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
 *   <li>rank-collapse: at least 10 % of the eigenvalues are zero, or below 1e-10 λmax and below a gap of a factor of 1e4. Such
 *       small values without a gap collapse too if the smaller half of all spans half as many decades as the larger, as a heavy
 *       tail has it not.
 *   <li>degenerate: all eigenvalues are equal within 10 % of their mean, and within a sixteenth of the width that
 *       Marchenko–Pastur's law has at that shape.
 *   <li>fewer than 50 other eigenvalues, or negative ones, or 2 to 10 % below a gap: undecided.
 *   <li>MP holds when the bulk's Kolmogorov–Smirnov distance is below 1.36/√n, HTMP gains at most 10 in AIC on the bulk, the
 *       bulk holds more than half of the values, those above it, if more than 10 %, begin with a gap of four times the mean distance
 *       between their logarithms, and at most 1 % lie below, or two that are no further below its edge than edges
 *       fluctuate. Then, counting spikes beyond four Tracy–Widom units of the edge: none: random-like; the largest one a spike of
 *       at least three times the strength at which spikes leave the bulk (J. Baik and J. W. Silverstein, J. Multivariate
 *       Analysis 97, 2006): bulk+spikes; otherwise bleeding-out.
 *   <li>heavy-tailed: MP fails, and the Clauset–Shalizi–Newman tail spans a decade and 10 % (at least 30) of the values with
 *       distance below 1.36/√n or 0.05 and is preferred to an exponential tail by Vuong's test at 5 %.
 *   <li>bulk-decay: MP fails, and the upper half of the values prefers the exponential tail by the same test.
 * </ol>
 */
public final class PhaseRules {
    private static final double COLLAPSED = 0.10;
    private static final double SUSPICIOUS = 0.02;
    /** Of the decades above the median, how many must lie below it. */
    private static final double RUNNING_OUT = 0.5;

    private static final int FEWEST = 50;
    private static final int FEWEST_EQUAL = 10;
    /** 5 % point of √n·D for a known law (Kolmogorov); parameters fitted and levels repelling make it lenient towards MP. */
    private static final double KOLMOGOROV_95 = 1.36;

    private static final double DECISIVE_AIC = 10;
    /** With more above the bulk, one smooth tail is the other explanation, which leaves no gap at the edge. */
    private static final double FEW_ABOVE = 0.10;

    private static final double APART = 4;
    private static final double MOST_ABOVE = 0.50;
    private static final double MOST_BELOW = 0.01;
    private static final int STRAYS = 2;
    /** Of the lower edge, whose Tracy–Widom unit is 6 % of it at N = 60 and γ = 0.3. */
    private static final double STRAY_FROM = 0.75;

    private static final double SEPARATED = 3;
    /** A distance that no number of values makes too large: real tails are powers from somewhere on only. */
    private static final double CLOSE = 0.05;

    private static final double TAIL_SHARE = 0.10;
    private static final int SHORTEST_TAIL = 30;
    private static final double SIGNIFICANT = 0.05;

    private final Spectrum spectrum;
    private final LastBulkFit lastBulk;
    private final CancelToken cancel;
    private final SpectrumMetrics metrics;
    private final RankEvidence rank;
    private final double[] values;
    private final List<String> evidence = new ArrayList<>();

    private PhaseRules(Spectrum spectrum, LastBulkFit bulk, CancelToken cancel) {
        this.spectrum = spectrum;
        this.lastBulk = bulk;
        this.cancel = cancel;
        this.metrics = SpectrumMetrics.of(spectrum);
        this.rank = RankEvidence.of(spectrum);
        double[] positive = spectrum.positive();
        int below = Math.max(0, rank.floored() - spectrum.zeroCount());
        this.values = Arrays.copyOfRange(positive, below, positive.length);
    }

    /**
     * Diagnoses a spectrum.
     *
     * @throws CancelledException if the work was cancelled
     */
    public static Diagnosis diagnose(Spectrum spectrum, CancelToken cancel) throws CancelledException {
        return diagnose(spectrum, new LastBulkFit(), cancel);
    }

    static Diagnosis diagnose(Spectrum spectrum, LastBulkFit bulk, CancelToken cancel) throws CancelledException {
        PhaseRules rules = new PhaseRules(spectrum, bulk, cancel);
        SpectralPhase phase = rules.phase();
        return new Diagnosis(phase, rules.evidence, rules.metrics);
    }

    private SpectralPhase phase() throws CancelledException {
        say(
                "%.1f %% of the %d eigenvalues are zero or below 1e-10 of the largest, %.1f %% are zero or below a gap of a "
                        + "factor of 1e4.",
                100 * metrics.tinyFraction(), spectrum.size(), 100 * rank.flooredFraction());
        boolean nothing = values.length == 0 && spectrum.negative().length == 0;
        if (rank.flooredFraction() >= COLLAPSED || nothing) {
            return SpectralPhase.RANK_COLLAPSE;
        }
        if (rank.flooredFraction() > SUSPICIOUS) {
            say("That is too many for a full-rank spectrum and too few to call it collapsed.");
            return SpectralPhase.UNDECIDED;
        }
        if (metrics.tinyFraction() >= COLLAPSED && runsOutDownwards()) {
            say("The smaller half of the eigenvalues runs out over nearly as many decades as the larger.");
            return SpectralPhase.RANK_COLLAPSE;
        }
        if (spectrum.negative().length > 0) {
            say("%d eigenvalues are negative; the phases are defined for positive ones.", spectrum.negative().length);
            return SpectralPhase.UNDECIDED;
        }
        if (EqualEigenvalues.are(values, spectrum.details().aspectRatio()) && values.length >= FEWEST_EQUAL) {
            say(
                    "The eigenvalues lie between %.4g and %.4g: closer together than independent entries would leave them.",
                    values[0], values[values.length - 1]);
            return SpectralPhase.DEGENERATE;
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

    /**
     * Whether eigenvalues over more than ten decades without a gap run out downwards, which leaves few directions. Those of a heavy
     * tail run out upwards, above a lower half that is narrow.
     */
    private boolean runsOutDownwards() {
        double middle = Math.log(values[values.length / 2]);
        double below = middle - Math.log(values[0]);
        return below >= RUNNING_OUT * (Math.log(values[values.length - 1]) - middle);
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
            return lastBulk.of(values, gamma, cancel);
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
        boolean apart = above <= FEW_ABOVE * values.length || bulk.gap() >= APART;
        if (above > FEW_ABOVE * values.length) {
            say("Across its edge neighbours are %.1f times as far apart as above it, in logarithms.", bulk.gap());
        }
        return bulk.distance() <= critical
                && apart
                && bulk.kappaGain() <= DECISIVE_AIC
                && above <= MOST_ABOVE * values.length
                && (bulk.below() <= MOST_BELOW * values.length || areStrays(bulk));
    }

    private boolean areStrays(BulkFit bulk) {
        return bulk.below() <= STRAYS && values[0] >= STRAY_FROM * bulk.lowerEdge();
    }

    private SpectralPhase spikes(BulkFit bulk) {
        double largest = values[values.length - 1];
        double strength = bulk.strength(largest);
        say(
                "%d eigenvalues lie beyond four Tracy–Widom units above the edge; the largest is %.2f times the edge.",
                bulk.spikes(), largest / bulk.upperEdge());
        if (bulk.spikes() == 0) {
            return SpectralPhase.RANDOM_LIKE;
        }
        say("As a spike it has %.3g times the strength at which spikes leave the bulk.", strength);
        return strength >= SEPARATED ? SpectralPhase.BULK_AND_SPIKES : SpectralPhase.BLEEDING_OUT;
    }

    private SpectralPhase tail() throws EigenscopeException {
        return isHeavyTail() ? SpectralPhase.HEAVY_TAILED : decay();
    }

    private boolean isHeavyTail() throws EigenscopeException {
        cancel.throwIfCancelled();
        PowerLawTail tail = PowerLawTail.of(values);
        double decades = tail.decades(values[values.length - 1]);
        double critical = Math.max(CLOSE, KOLMOGOROV_95 / Math.sqrt(tail.tailCount()));
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
        return broad && tail.distance() <= critical && test.statistic() > 0 && test.pValue() < SIGNIFICANT;
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
