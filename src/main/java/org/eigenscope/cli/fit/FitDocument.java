package org.eigenscope.cli.fit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.cli.console.Json;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** A fit as {@code eigenscope fit --json} writes it without further options, for others than the command line. */
public final class FitDocument {
    private static final FitExtrasJson NO_EXTRAS = new FitExtrasJson(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of());

    private FitDocument() {}

    /**
     * Fits a law by likelihood, and writes the result on one line.
     *
     * @throws EigenscopeException if it cannot be fitted
     */
    public static String of(FitSample sample, LawFamily law) throws EigenscopeException, IOException {
        FitPlan plan = new FitPlan(
                List.of(law),
                new FitPlan.Values(ParameterSet.EMPTY, ParameterSet.EMPTY),
                Objective.LIKELIHOOD,
                new FitPlan.Trims(0, 0),
                new FitPlan.Bootstrap(0, 1));
        FitService.Outcome outcome =
                new FitService(new SpectralFitter()).fit(sample, plan, ProgressListener.NONE, CancelToken.NONE);
        return Json.line(out -> FitJson.write(outcome.reports().get(0), NO_EXTRAS, sample, out));
    }
}
