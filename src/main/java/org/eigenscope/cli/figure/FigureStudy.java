package org.eigenscope.cli.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.query.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is drawn of a study. */
final class FigureStudy {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--study", paramLabel = "STUDY", description = "Draw the rows of a study instead of files.")
    private Path study;

    @Option(
            names = "--plot",
            description =
                    "depth, series, scatter, compare, heatmap, histogram, ks, waterfall or energy (default: depth).")
    private String plot;

    @Option(
            names = "--x",
            paramLabel = "COLUMN",
            description = "The abscissa's column or attribute (default: depth, step, or kappa for ks).")
    private String x;

    @Option(
            names = "--y",
            paramLabel = "COLUMN",
            description = "The column or attribute that is shown (default: kappa).")
    private String y;

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description =
                    "Rows with the same text here are a line or colour (default: run; series: layer and all settings"
                            + " but the seed).")
    private String group;

    @Option(names = "--a", paramLabel = "VALUE", description = "compare: the --group on the abscissa.")
    private String a;

    @Option(names = "--b", paramLabel = "VALUE", description = "compare: the --group on the ordinate.")
    private String b;

    @Option(names = "--where", paramLabel = "COLUMN=GLOB", description = "Rows whose text here fits; may be repeated.")
    private List<String> where = List.of();

    @Option(names = "--law", paramLabel = "LAW", description = "Rows fitted with this law, such as inverse-htmp.")
    private String law;

    @Option(names = "--layer", paramLabel = "GLOB", description = "Rows whose tensor or layer fits.")
    private String layer;

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Rows that fit a filter as the Models tab reads it, such as 'fc1 kappa<2 step>=100'.")
    private String filter;

    @Option(
            names = "--at-step",
            paramLabel = "STEP",
            description = "Of each matrix the row at this step or epoch, or the last one before it.")
    private Double atStep;

    @Option(
            names = "--fit",
            paramLabel = "GLOB",
            description =
                    "Rows whose column options fits, where the study has several (default: those of the last row).")
    private String fit;

    @Option(
            names = "--convention",
            paramLabel = "GLOB",
            description =
                    "Rows whose column convention fits, where the study has several (default: that of the last row).")
    private String convention;

    Optional<Path> study() {
        return Optional.ofNullable(study);
    }

    /** Whether an option besides --study is given. */
    boolean isGiven() {
        return !where.isEmpty()
                || atStep != null
                || Stream.of(plot, x, y, group, a, b, law, layer, filter, fit, convention)
                        .anyMatch(text -> text != null);
    }

    PlotRequest request(PlotRequest.Look look) {
        PlotKind kind = plot == null ? PlotKind.DEPTH : kind();
        if (kind == PlotKind.COMPARE && (a == null || b == null || group == null)) {
            throw usage("--plot compare needs --group, --a and --b");
        }
        if (kind != PlotKind.COMPARE && (a != null || b != null)) {
            throw usage("--a and --b go with --plot compare");
        }
        if (atStep != null && !Double.isFinite(atStep)) {
            throw usage("--at-step " + atStep + " is no step");
        }
        List<PlotRequest.Condition> conditions = new ArrayList<>();
        for (String condition : where) {
            conditions.add(PlotRequest.Condition.parse(condition)
                    .orElseThrow(() -> usage("--where " + condition + " is not of the form COLUMN=GLOB")));
        }
        return new PlotRequest(
                kind,
                text(x),
                text(y),
                text(group),
                new PlotRequest.Sides(text(a), text(b)),
                new PlotRequest.Selection(
                        conditions,
                        text(law),
                        text(layer),
                        text(filter),
                        atStep == null ? OptionalDouble.empty() : OptionalDouble.of(atStep),
                        new Settings(text(convention), text(fit))),
                look);
    }

    private PlotKind kind() {
        return PlotKind.byId(plot)
                .orElseThrow(() -> usage("--plot " + plot + " is none of "
                        + Arrays.stream(PlotKind.values()).map(PlotKind::id).collect(Collectors.joining(", "))));
    }

    private static String text(String option) {
        return option == null ? "" : option;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
