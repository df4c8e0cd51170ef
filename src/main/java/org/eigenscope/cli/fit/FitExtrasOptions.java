package org.eigenscope.cli.fit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.error.BadInputException;
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

    /** The extras that belong to the spectrum, made once. */
    record Shared(Optional<FitExtras.Quoted> quoted, Optional<FitExtras.Tail> tail) {}

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

    Shared shared(FitExtras extras) throws EigenscopeException {
        return new Shared(
                metrics ? Optional.of(extras.quoted()) : Optional.empty(),
                tail ? Optional.of(extras.tail()) : Optional.empty());
    }

    FitExtrasJson of(FitReport report, List<FitReport> all, FitExtras extras, Shared shared)
            throws EigenscopeException {
        return new FitExtrasJson(
                shared.quoted(),
                shared.quoted().flatMap(quoted -> extras.functionals(report, quoted)),
                shared.quoted().map(quoted -> extras.signatures(report, quoted)).orElse(List.of()),
                shared.tail(),
                trimGrid ? Optional.of(extras.trimGrid(report, ProgressListener.NONE)) : Optional.empty(),
                vuong ? extras.vuong(report, all) : Map.of(),
                extras.iteration(report),
                levels());
    }
}
