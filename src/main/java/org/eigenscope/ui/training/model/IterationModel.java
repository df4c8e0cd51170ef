package org.eigenscope.ui.training.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.search.FixedPointIteration;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.training.run.FittedSpectrum;
import org.eigenscope.ui.training.run.NetworkSpectrum;
import org.eigenscope.ui.training.run.Observation;

/** The stochastic fixed-point iteration for κ on the spectrum that is shown, from several seeds. */
public final class IterationModel {
    private final RunsModel runs;
    private final LatestTask work;
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");

    /**
     * @param runs what is shown
     * @param work runs the iteration
     */
    public IterationModel(RunsModel runs, LatestTask work) {
        this.runs = runs;
        this.work = work;
        runs.chosenProperty().addListener((source, old, now) -> forget());
    }

    private void forget() {
        work.cancel();
        result.set("");
    }

    /** Runs it on what is shown. */
    public void run(LawFamily law) {
        Optional<Observation> shown = runs.shownProperty().get();
        Optional<RunLine> line = runs.chosenProperty().get();
        if (shown.isEmpty() || line.isEmpty() || runs.look().isEmpty()) {
            result.set("There is no spectrum yet; train first.");
            return;
        }
        Observation seen = shown.get();
        NetworkSpectrum taker = runs.look().get().of(line.get().run());
        result.set("Algorithm 1 runs …");
        work.submit(
                "Algorithm 1",
                (progress, cancel) -> {
                    Optional<Spectrum> kept = seen.spectrum().flatMap(FittedSpectrum::spectrum);
                    Spectrum spectrum = kept.isPresent()
                            ? kept.get()
                            : taker.take(seen.network().doubles(), cancel).spectrum();
                    FitRequest request = FittedSpectrum.request(spectrum, law);
                    return FixedPointIteration.run(request, FixedPointIteration.Settings.DEFAULT, progress, cancel);
                },
                new Outcome<FixedPointTrace>() {
                    @Override
                    public void succeeded(FixedPointTrace trace) {
                        result.set(sentence(trace, seen));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        result.set(reason.getMessage());
                    }
                });
    }

    private static String sentence(FixedPointTrace trace, Observation seen) {
        int seeds = trace.estimates().length;
        String settled = trace.settled()
                ? ""
                : trace.seedsAgree() ? ", but the likelihood is not stationary there" : ", but the seeds do not agree";
        return "Algorithm 1 at epoch " + epoch(seen) + ": κ = " + Numbers.formatShort(trace.kappa()) + " ± "
                + Numbers.formatShort(trace.standardError()) + ", standard error over " + seeds + " seeds" + settled
                + ". The largest likelihood is at κ = " + Numbers.formatShort(seen.kappa()) + ".";
    }

    /** An epoch as text: a whole number, or with the part of the epoch that has begun. */
    public static String epoch(Observation seen) {
        double place = seen.network().place();
        return place == Math.rint(place) ? Numbers.count((long) place) : Numbers.formatFixed2(place);
    }

    /** What came out, in sentences; empty before. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
