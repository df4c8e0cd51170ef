package org.eigenscope.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.ProgressListener;
import picocli.CommandLine.Option;

/** What is written besides the fits. */
final class FitExtrasOptions {
    @Option(
            names = "--metrics",
            description =
                    "Add the usual metrics, the phase's evidence, failure signatures, and trace, log-determinant and free"
                            + " energy of data and law.")
    private boolean metrics;

    @Option(
            names = "--tail",
            description =
                    "Add the power-law tail (its p-value with --bootstrap), other shapes of it, alpha against x_min, and"
                            + " Hill's estimates.")
    private boolean tail;

    @Option(names = "--trim-grid", description = "Add refits with 0 to 30 %% left out at either end.")
    private boolean trimGrid;

    @Option(
            names = "--levels",
            split = ",",
            paramLabel = "P",
            defaultValue = "0.68,0.95",
            description =
                    "With --bootstrap, the levels of the intervals under 'bootstrap' (default: ${DEFAULT-VALUE}).")
    private List<Double> levels;

    @Option(names = "--vuong", description = "Add Vuong's tests of each law against the others.")
    private boolean vuong;

    /** The extras that belong to the spectrum, made once, and what of them could not be had. */
    record Shared(
            Optional<FitExtras.Quoted> quoted, Optional<FitExtras.Tail> tail, List<FitExtrasJson.Missing> missing) {}

    /**
     * The levels, checked.
     *
     * @throws BadInputException if one is not a probability
     */
    List<Double> levels() throws BadInputException {
        for (double level : levels) {
            if (!(level > 0 && level < 1)) {
                throw new BadInputException("--levels: " + level + " is not between 0 and 1.");
            }
        }
        return levels;
    }

    /** What belongs to the spectrum. */
    Shared shared(FitExtras extras) throws CancelledException {
        List<FitExtrasJson.Missing> missing = new ArrayList<>();
        Optional<FitExtras.Quoted> quoted = attempt(metrics, "metrics", missing, extras::quoted);
        Optional<FitExtras.Tail> found = attempt(tail, "tail", missing, extras::tail);
        found.ifPresent(t -> t.missing().forEach(reason -> missing.add(FitExtrasJson.Missing.part(reason))));
        return new Shared(quoted, found, missing);
    }

    FitExtrasJson of(FitReport report, List<FitReport> all, FitExtras extras, Shared shared)
            throws EigenscopeException {
        List<FitExtrasJson.Missing> missing = new ArrayList<>(shared.missing());
        Optional<FitExtras.Quoted> quoted = shared.quoted();
        return new FitExtrasJson(
                quoted,
                attempt(quoted.isPresent(), "functionals", missing, () -> extras.functionals(report, quoted.get()))
                        .flatMap(functionals -> functionals),
                attempt(
                                quoted.isPresent(),
                                "failure_signatures",
                                missing,
                                () -> extras.signatures(report, quoted.get()))
                        .orElse(List.of()),
                shared.tail(),
                attempt(trimGrid, "trim_grid", missing, () -> extras.trimGrid(report, ProgressListener.NONE)),
                attempt(vuong, "vuong", missing, () -> extras.vuong(report, all))
                        .orElse(Map.of()),
                attempt(true, "fixed_point", missing, () -> extras.iteration(report))
                        .flatMap(trace -> trace),
                levels(),
                missing);
    }

    /** What was asked for, if it can be had: never at the cost of the rest. */
    private static <T> Optional<T> attempt(
            boolean wanted, String field, List<FitExtrasJson.Missing> missing, FitExtras.Extra<T> extra)
            throws CancelledException {
        if (!wanted) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        Optional<T> found = FitExtras.attempt(reasons, extra);
        reasons.forEach(reason -> missing.add(new FitExtrasJson.Missing(field, reason)));
        return found;
    }
}
