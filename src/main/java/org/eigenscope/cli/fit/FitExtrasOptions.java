package org.eigenscope.cli.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Stack;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.WeightWatcherColumns;
import org.eigenscope.cli.console.TypedValues;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is written besides the fits. */
final class FitExtrasOptions {
    private static final String OWN = "eigenscope";
    private static final String WEIGHTWATCHER = "weightwatcher";
    private static final String BEST = "best";
    private static final String FROM = "xmin=";

    @Option(
            names = "--metrics",
            paramLabel = "NAMES",
            arity = "1",
            preprocessor = MetricNames.class,
            converter = MetricNames.class,
            description =
                    "Add the usual metrics, the phase's evidence, failure signatures, and trace, log-determinant and free"
                            + " energy of data and law. '--metrics weightwatcher' names and defines the metrics as that tool"
                            + " does (version 0.7.5.5), with its randomised baseline, which --seed sets.")
    private String metrics;

    @Option(
            names = "--tail",
            paramLabel = "xmin=X",
            arity = "1",
            preprocessor = TailStart.class,
            converter = TailStart.class,
            description =
                    "Add the power-law tail (its p-value with --bootstrap), other shapes of it, alpha against x_min, and"
                            + " Hill's estimates. It starts where it fits best, or at X with '--tail xmin=X'.")
    private OptionalDouble tail;

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

    /**
     * The extras that belong to the spectrum.
     *
     * @param shuffled the matrix's baseline, if the matrix is known
     * @param seed of the baseline
     */
    Shared shared(FitExtras extras, FitSample sample, Optional<WeightWatcherColumns.Shuffled> shuffled, long seed)
            throws CancelledException {
        List<FitExtrasJson.Missing> missing = new ArrayList<>();
        Optional<FitExtras.Quoted> quoted =
                attempt(metrics != null, "metrics", missing, () -> quoted(extras, sample, shuffled, seed));
        Optional<FitExtras.Tail> found = attempt(tail != null, "tail", missing, () -> extras.tail(tail));
        found.ifPresent(t -> t.missing().forEach(reason -> missing.add(FitExtrasJson.Missing.part(reason))));
        return new Shared(quoted, found, missing);
    }

    private FitExtras.Quoted quoted(
            FitExtras extras, FitSample sample, Optional<WeightWatcherColumns.Shuffled> shuffled, long seed)
            throws EigenscopeException {
        FitExtras.Quoted quoted = extras.quoted();
        return metrics.equals(WEIGHTWATCHER)
                ? quoted.withMetrics(WeightWatcherColumns.of(sample, shuffled, seed, CancelToken.NONE))
                : quoted;
    }

    /** Gives an option without a value the default, and never takes what follows for a value unless it looks like one. */
    private abstract static class OptionalValue implements IParameterPreprocessor {
        private final String standard;

        OptionalValue(String standard) {
            this.standard = standard;
        }

        abstract boolean isValue(String argument);

        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
            boolean attached =
                    !String.valueOf(information.getOrDefault("separator", "")).isBlank();
            if (!attached && (arguments.isEmpty() || !isValue(arguments.peek()))) {
                arguments.push(standard);
            }
            return false;
        }
    }

    /** Of {@code --metrics}. */
    static final class MetricNames extends OptionalValue implements ITypeConverter<String> {
        MetricNames() {
            super(OWN);
        }

        @Override
        boolean isValue(String argument) {
            return argument.equals(OWN) || argument.equals(WEIGHTWATCHER);
        }

        @Override
        public String convert(String text) {
            if (!isValue(text)) {
                throw new TypeConversionException("'" + text + "' is neither " + OWN + " nor " + WEIGHTWATCHER);
            }
            return text;
        }
    }

    /** Of {@code --tail}. */
    static final class TailStart extends OptionalValue implements ITypeConverter<OptionalDouble> {
        TailStart() {
            super(BEST);
        }

        @Override
        boolean isValue(String argument) {
            return argument.startsWith(FROM);
        }

        @Override
        public OptionalDouble convert(String text) {
            if (text.equals(BEST)) {
                return OptionalDouble.empty();
            }
            double start = isValue(text) ? TypedValues.real(text.substring(FROM.length())) : Double.NaN;
            if (!(start > 0 && Double.isFinite(start))) {
                throw new TypeConversionException("'" + text + "' is not xmin= and a positive number");
            }
            return OptionalDouble.of(start);
        }
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
