package org.eigenscope.cli.survey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eigenscope.analysis.FitPlan;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.option.ConventionOptions;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.study.survey.SurveyOptions;
import org.eigenscope.study.survey.WindowShape;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a survey computes its matrices. */
final class SurveyComputation {
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,6})[x×](\\d{1,6})");
    private static final int MOST_JOBS = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--law",
            paramLabel = "LAW",
            converter = Choices.Law.class,
            completionCandidates = Choices.Law.class,
            description =
                    "The law to report on: ${COMPLETION-CANDIDATES} (default: the more likely one of htmp and inverse-htmp).")
    private LawFamily law;

    @Mixin
    private ConventionOptions conventions;

    @Option(
            names = "--as",
            converter = Choices.Meaning.class,
            completionCandidates = Choices.Meaning.class,
            defaultValue = "auto",
            description = "What the matrices are: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Interpretation interpretation;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "0",
            description =
                    "Refit B draws from the fitted ensemble for the intervals (default: intervals of the profile likelihood).")
    private int bootstrap;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--min-n",
            paramLabel = "N",
            defaultValue = "10",
            description = "Fit no law to fewer positive eigenvalues (default: ${DEFAULT-VALUE}).")
    private int least;

    @Option(
            names = "--farms",
            paramLabel = "RxC",
            description =
                    "Pool the spectra of windows of R rows and C columns that cover a matrix, so that layers of different shapes"
                            + " compare; smaller matrices get smaller windows of that ratio.")
    private String windows;

    @Option(names = "--no-spectra", description = "Do not keep eigenvalues in the study.")
    private boolean noSpectra;

    @Option(names = "--fresh", description = "Compute anew what the study has.")
    private boolean fresh;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Matrices computed at a time (default: as many as there are processors).")
    private Integer jobs;

    SurveyOptions options() {
        requireAtLeast("--bootstrap", bootstrap, 0);
        requireAtLeast("--min-n", least, 2);
        SpectrumOptions spectrum = SpectrumOptions.withDefaults()
                .withNormalization(conventions.normalization())
                .withInterpretation(interpretation)
                .withFlattening(conventions.flattening())
                .withSolver(conventions.solver())
                .withDropNonFiniteRows(conventions.dropNonFiniteRows());
        return SurveyOptions.withDefaults()
                .withSpectrum(spectrum)
                .withLaw(Optional.ofNullable(law))
                .withBootstrap(new FitPlan.Bootstrap(bootstrap, seed))
                .withLeastEigenvalues(least)
                .withWindows(Optional.ofNullable(windows).map(this::window))
                .withKeepsSpectra(!noSpectra)
                .withFresh(fresh);
    }

    private WindowShape window(String text) {
        Matcher sizes = WINDOW.matcher(text);
        if (sizes.matches()) {
            int rows = Integer.parseInt(sizes.group(1));
            int columns = Integer.parseInt(sizes.group(2));
            if (rows > 1 && columns > 1) {
                return new WindowShape(rows, columns);
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--farms " + text + " is not of the form RxC, such as 100x200");
    }

    int jobs() {
        if (jobs == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        requireAtLeast("--jobs", jobs, 1);
        return Math.min(jobs, MOST_JOBS);
    }

    private void requireAtLeast(String option, int value, int smallest) {
        if (value < smallest) {
            throw new ParameterException(spec.commandLine(), option + " = " + value + " is less than " + smallest);
        }
    }
}
