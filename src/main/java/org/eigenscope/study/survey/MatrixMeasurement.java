package org.eigenscope.study.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.Measurement;
import org.eigenscope.study.energy.FreeEnergy;

/** Fits and metrics of a spectrum, by the use cases that the command line and the window have. */
final class MatrixMeasurement {
    private final SurveyOptions options;
    private final Executor helpers;
    private final CancelToken cancel;

    MatrixMeasurement(SurveyOptions options, Executor helpers, CancelToken cancel) {
        this.options = options;
        this.helpers = helpers;
        this.cancel = cancel;
    }

    /**
     * Everything of a spectrum; what cannot be had of it is left out and said.
     *
     * @param note what is to be said besides, a sentence fragment
     * @param started when the work on the matrix began, of {@link System#nanoTime}
     * @throws CancelledException if the work was cancelled
     */
    Measurement of(Spectrum spectrum, String note, long started) throws CancelledException {
        FitSample sample = new FitSample("spectrum", spectrum);
        List<String> notes = new ArrayList<>();
        if (!note.isEmpty()) {
            notes.add(Character.toUpperCase(note.charAt(0)) + note.substring(1) + ".");
        }
        FitPlan plan = plan();
        FitExtras.Quoted quoted = new FitExtras(sample, plan, helpers, cancel).quoted();
        int positive = spectrum.positiveCount();
        Optional<Fitted> fitted = Optional.empty();
        if (positive < options.leastEigenvalues()) {
            notes.add(positive + " positive eigenvalues are fewer than the " + options.leastEigenvalues()
                    + " that a fit takes.");
        } else {
            fitted = FitExtras.attempt(notes, () -> fit(sample, plan, quoted, notes));
        }
        Optional<FitReport> report = fitted.flatMap(Fitted::report);
        return new Measurement(
                spectrum,
                quoted,
                report,
                fitted.map(Fitted::league).orElse(Measurement.Comparison.NONE),
                report.flatMap(r -> FreeEnergy.of(spectrum.positive(), r.fit())),
                String.join(" ", notes),
                (System.nanoTime() - started) / 1_000_000);
    }

    /** A fit and what the league says of it. */
    private record Fitted(Optional<FitReport> report, Measurement.Comparison league) {}

    private FitPlan plan() {
        return new FitPlan(
                Arrays.asList(LawFamily.values()),
                new FitPlan.Values(ParameterSet.EMPTY, ParameterSet.EMPTY),
                Objective.LIKELIHOOD,
                new FitPlan.Trims(0, 0),
                options.bootstrap());
    }

    private Fitted fit(FitSample sample, FitPlan plan, FitExtras.Quoted quoted, List<String> notes)
            throws EigenscopeException {
        List<LeagueRow> league = new ArrayList<>();
        FitService.Detail detail = new FitService.Detail(quoted.diagnosis().phase(), table -> {
            league.addAll(table);
            return reported(table);
        });
        FitService.Outcome outcome =
                new FitService(new SpectralFitter(), helpers).fit(sample, plan, detail, ProgressListener.NONE, cancel);
        Optional<FitReport> report = outcome.reports().stream().findFirst();
        String law = report.map(found -> found.fit().family().id())
                .orElse(options.law().map(LawFamily::id).orElse(""));
        // of the other laws a failure only means that they do not compete
        outcome.failures().stream()
                .filter(failure -> failure.startsWith(law + ":"))
                .forEach(notes::add);
        return new Fitted(report, report.map(found -> comparison(found, league)).orElse(Measurement.Comparison.NONE));
    }

    private Set<LawFamily> reported(List<LeagueRow> table) {
        if (options.law().isPresent()) {
            return Set.of(options.law().get());
        }
        return table.stream()
                .filter(row -> row.family().isHtmp() && row.result().isPresent())
                .max(Comparator.comparingDouble(row -> row.result().get().logLikelihood()))
                .map(row -> Set.of(row.family()))
                .orElse(EnumSet.noneOf(LawFamily.class));
    }

    /** Laws of eigenvalues of any sign speak of more eigenvalues, so they do not compare with the others. */
    private static Measurement.Comparison comparison(FitReport report, List<LeagueRow> league) {
        LawFamily own = report.fit().family();
        Optional<LeagueRow> best = league.stream()
                .filter(row -> row.result().isPresent() && row.family().isOfAnySign() == own.isOfAnySign())
                .min(Comparator.comparingDouble(row -> row.result().get().aic()));
        OptionalDouble delta = best.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        report.fit().aic() - best.get().result().get().aic());
        OptionalDouble limit = own.orientation().map(Orientation::infiniteKappa).stream()
                .flatMap(family -> league.stream().filter(row -> row.family() == family))
                .flatMap(row -> row.result().stream())
                .mapToDouble(fit -> fit.aic() - report.fit().aic())
                .findFirst();
        return new Measurement.Comparison(best.map(MatrixMeasurement::id).orElse(""), delta, limit);
    }

    /** The law's name on the command line, {@code +outliers} behind it where outliers are beside it. */
    private static String id(LeagueRow row) {
        return row.family().id() + (row.hasOutliers() ? "+outliers" : "");
    }
}
