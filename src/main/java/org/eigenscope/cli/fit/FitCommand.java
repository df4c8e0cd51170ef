package org.eigenscope.cli.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.analysis.FitService;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.analysis.WeightWatcherColumns;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.option.EigenvalueList;
import org.eigenscope.cli.option.MatrixOptions;
import org.eigenscope.cli.option.SpectrumNotes;
import org.eigenscope.cli.option.TableOptions;
import org.eigenscope.cli.option.TrimOptions;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.diagnosis.PhaseRules;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SpectrumOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits laws. */
@Command(
        name = "fit",
        description = {
            "Fits a law, or all of them, to the eigenvalues of a matrix or to given ones. Zero and negative"
                    + " eigenvalues are left out and counted. gamma is held at the aspect ratio of a matrix that is not"
                    + " symmetric; '--start gamma=G' sets it free. Nothing else is held unless --fix says so. With --solver"
                    + " slq the sample is the N quantiles of the estimated density, whose errors the intervals do not know."
        },
        footer = {
            "",
            "In the JSON, interval95 holds profile-likelihood intervals after a likelihood fit and bootstrap intervals with"
                    + " --bootstrap; it is empty and interval_method null otherwise. An end that the data do not bound is"
                    + " null. All intervals hold if the law does: misfit compares sqrt(n) D with what draws of the law reach."
                    + " ks_p is null without --bootstrap; alpha, beta and tail_exponent where the law has none."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class FitCommand implements Callable<Integer> {
    private final Console console;
    private final Executor helpers;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Sample sample;

    /** Where the eigenvalues come from. */
    static final class Sample {
        @Parameters(paramLabel = "FILE[#NAME]", description = "A matrix file, and which of its tensors.")
        private String target;

        @Option(
                names = "--eigenvalues",
                paramLabel = "FILE|-",
                description = "A list of eigenvalues, or the column 'eigenvalue' of a table.")
        private String eigenvalues;
    }

    @Option(
            names = "--law",
            paramLabel = "LAW",
            converter = Choices.LawOrAll.class,
            completionCandidates = Choices.LawOrAll.class,
            defaultValue = "inverse-htmp",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Choices.Laws laws;

    @Mixin
    private FitValues values;

    @Mixin
    private MatrixOptions matrix;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--objective",
            converter = Choices.FitObjective.class,
            completionCandidates = Choices.FitObjective.class,
            defaultValue = "likelihood",
            description = "What is optimised: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Objective objective;

    @Mixin
    private TrimOptions trims;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "0",
            description = "Refit B draws from the fitted ensemble for intervals and the p-value of the KS distance.")
    private int bootstrap;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws, of the fixed-point iteration, and of slq's random vectors (default:"
                    + " ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private FixedPointOptions iteration;

    @Option(names = "--json", description = "Write JSON: an object, or with '--law all' an array, best first.")
    private boolean json;

    @Mixin
    private FitExtrasOptions extras;

    public FitCommand(Console console, Executor helpers) {
        this.console = console;
        this.helpers = helpers;
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        requireNotNegative("--bootstrap", bootstrap);
        FitPlan plan = new FitPlan(
                laws.families(),
                values.check(laws.families()),
                objective,
                trims.trims(),
                new FitPlan.Bootstrap(bootstrap, seed),
                iteration.settings(objective, seed, sample.eigenvalues == null ? sample.target : sample.eigenvalues));
        FitSample read = readSample();
        FitService.Outcome outcome = fitted(read, plan);
        outcome.failures().forEach(console::say);
        write(outcome.reports(), read, new FitExtras(read, plan, helpers, CancelToken.NONE));
        return ExitCode.OK;
    }

    private FitService.Outcome fitted(FitSample read, FitPlan plan) throws EigenscopeException, IOException {
        try {
            return new FitService(new SpectralFitter(plan.iteration()), helpers)
                    .fit(read, plan, ProgressListener.NONE, CancelToken.NONE);
        } catch (BadInputException | NoConvergenceException none) {
            if (json) {
                writeWithoutFit(read, none);
            }
            throw none;
        }
    }

    /** Where the spectrum is the reason, as all its values are equal or zero, that is told all the same. */
    private void writeWithoutFit(FitSample read, EigenscopeException reason) throws CancelledException, IOException {
        SpectralPhase phase =
                PhaseRules.diagnose(read.spectrum(), CancelToken.NONE).phase();
        if (phase != SpectralPhase.DEGENERATE && phase != SpectralPhase.RANK_COLLAPSE) {
            return;
        }
        List<LawFamily> families = laws.families();
        Json.document(console.out(), out -> {
            if (families.size() == 1) {
                FitJson.writeMissing(families.get(0), read, phase, reason, out);
                return;
            }
            out.array(() -> {
                for (LawFamily family : families) {
                    FitJson.writeMissing(family, read, phase, reason, out);
                }
            });
        });
    }

    private void write(List<FitReport> reports, FitSample fitted, FitExtras source)
            throws EigenscopeException, IOException {
        FitExtrasOptions.Shared shared = extras.shared(source, fitted, shuffled(fitted), seed);
        List<FitExtrasJson> additions = new ArrayList<>();
        for (FitReport report : reports) {
            additions.add(extras.of(report, reports, source, shared));
        }
        iteration.writeTrace(reports, additions);
        if (!json) {
            for (int i = 0; i < reports.size(); i++) {
                FitText.write(reports.get(i), additions.get(i), console.out());
            }
        } else if (laws.families().size() > 1) {
            Json.document(
                    console.out(),
                    out -> out.array(() -> {
                        for (int i = 0; i < reports.size(); i++) {
                            FitJson.write(reports.get(i), additions.get(i), fitted, out);
                        }
                    }));
        } else {
            Json.document(console.out(), out -> FitJson.write(reports.get(0), additions.get(0), fitted, out));
        }
    }

    /** The matrix's randomised baseline; eigenvalues that are given or estimated have none. */
    private Optional<WeightWatcherColumns.Shuffled> shuffled(FitSample fitted) {
        if (sample.eigenvalues != null || fitted.spectrum().estimate().isPresent()) {
            return Optional.empty();
        }
        SpectrumOptions options = matrix.options(seed).withNormalization(Normalization.RAW);
        return Optional.of(places -> matrix.computeShuffled(table.applied(sample.target), options, places, console)
                .spectrum());
    }

    private FitSample readSample() throws EigenscopeException {
        if (sample.eigenvalues != null) {
            if (matrix.isNormalizationGiven() || table.isGiven()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--normalize, --header and --index are for a matrix, not for --eigenvalues");
            }
            return FitSample.ofEigenvalues(sample.eigenvalues, EigenvalueList.read(sample.eigenvalues, console));
        }
        TensorSpectrum tensor = matrix.compute(table.applied(sample.target), matrix.options(seed), console, helpers);
        console.say(SpectrumNotes.of(tensor));
        return FitSample.of(tensor);
    }

    private void requireNotNegative(String option, int value) {
        if (value < 0) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is negative");
        }
    }
}
