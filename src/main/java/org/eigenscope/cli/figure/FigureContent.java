package org.eigenscope.cli.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.cli.console.TypedValues;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.StripView;
import org.eigenscope.study.plot.PlotRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What a figure shows of its spectra. */
final class FigureContent {
    /** The axes' scales by the names that plotting libraries gave them. */
    private static final Map<String, List<AxisScale>> AXES = Map.of(
            "loglog", List.of(AxisScale.LOG, AxisScale.LOG),
            "semilogx", List.of(AxisScale.LOG, AxisScale.LINEAR),
            "semilogy", List.of(AxisScale.LINEAR, AxisScale.LOG),
            "linear", List.of(AxisScale.LINEAR, AxisScale.LINEAR));

    private static final Map<String, LegendPosition> LEGENDS = Map.of(
            "auto", LegendPosition.AUTO,
            "top-left", LegendPosition.TOP_LEFT,
            "top-right", LegendPosition.TOP_RIGHT,
            "bottom-left", LegendPosition.BOTTOM_LEFT,
            "bottom-right", LegendPosition.BOTTOM_RIGHT,
            "outside", LegendPosition.OUTSIDE,
            "none", LegendPosition.NONE);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--view", description = "density, ccdf or ecdf (default: density).")
    private String view;

    @Option(names = "--axes", description = "loglog, semilogx, semilogy or linear (default: loglog; ecdf: semilogx).")
    private String axes;

    @Option(
            names = "--x-scale",
            paramLabel = "SCALE",
            description = "linear, log or symlog: the abscissa's scale instead of that of --axes. symlog is"
                    + " logarithmic to both sides of 0, for spectra with negative eigenvalues.")
    private String xScale;

    @Option(
            names = "--x-threshold",
            paramLabel = "C",
            description = "Below which |lambda| --x-scale symlog is linear (default: the power of ten at or below"
                    + " the 10 %% quantile of |lambda| > 0, at least 1e-12 of the largest).")
    private Double xThreshold;

    @Option(
            names = "--estimate",
            paramLabel = "PARAMETER",
            description =
                    "Instead of spectra, draw the estimates of kappa, gamma, tau, ... with their intervals, over --at.")
    private String estimate;

    @Option(
            names = "--at",
            paramLabel = "X,...",
            split = ",",
            description = "The abscissa of each file's estimate, such as its batch size.")
    private List<Double> at = List.of();

    @Option(names = "--overlay", description = "Draw all spectra in one plot.")
    private boolean overlay;

    @Option(names = "--columns", paramLabel = "N", description = "How many panels stand side by side.")
    private Integer columns;

    @Option(names = "--title", description = "A title for each panel in turn; may be repeated.")
    private List<String> titles = List.of();

    @Option(names = "--label", description = "A name for each file in turn; may be repeated.")
    private List<String> labels = List.of();

    @Option(names = "--x-label", paramLabel = "TEXT", description = "The abscissa's title.")
    private String xLabel;

    @Option(names = "--y-label", paramLabel = "TEXT", description = "The ordinate's title.")
    private String yLabel;

    @Option(names = "--x-range", paramLabel = "A:B", converter = Range.class, description = "What the abscissa shows.")
    private AxisRange xRange;

    @Option(names = "--y-range", paramLabel = "A:B", converter = Range.class, description = "What the ordinate shows.")
    private AxisRange yRange;

    @Option(
            names = "--legend",
            description = "auto, top-left, top-right, bottom-left, bottom-right, outside or none (default: auto).")
    private String legend;

    @Option(names = "--box", description = "Write the first law's parameters into the plot.")
    private boolean box;

    @Option(
            names = "--box-place",
            description = "auto, top-left, top-right, bottom-left, bottom-right or outside, which is below the axes"
                    + " (default: auto, where it hides no curve).")
    private String boxPlace;

    @Option(
            names = "--line-width",
            paramLabel = "F",
            description = "How wide curves are, as a multiple of the usual (default: 1).")
    private Double lineWidth;

    @Option(names = "--inset", description = "linear or ccdf: the same in a small plot inside.")
    private String inset;

    @Option(names = "--bins", paramLabel = "N", description = "How many bins (default: by Freedman and Diaconis).")
    private Integer bins;

    /** Turns {@code A:B} into a range. */
    static final class Range implements ITypeConverter<AxisRange> {
        @Override
        public AxisRange convert(String text) {
            String[] ends = text.split(":", 2);
            try {
                return new AxisRange(TypedValues.real(ends[0]), TypedValues.real(ends[ends.length - 1]));
            } catch (IllegalArgumentException | TypeConversionException malformed) {
                throw new TypeConversionException("'" + text + "' is no range A:B with A < B");
            }
        }
    }

    boolean isGiven() {
        boolean words = Stream.of(view, axes, xScale, estimate, xLabel, yLabel, legend, inset, boxPlace)
                .anyMatch(w -> w != null);
        boolean lists = !at.isEmpty() || !titles.isEmpty() || !labels.isEmpty();
        boolean numbers = columns != null || bins != null || xThreshold != null || lineWidth != null;
        return words || lists || overlay || box || numbers || xRange != null || yRange != null;
    }

    /** Words and axes of a plot of a study; refuses what is of spectra. */
    PlotRequest.Look ofStudy() {
        boolean ofSpectra = Stream.of(view, estimate, inset, xScale, boxPlace).anyMatch(w -> w != null)
                || !at.isEmpty()
                || !labels.isEmpty()
                || overlay
                || box
                || columns != null
                || xThreshold != null
                || lineWidth != null
                || bins != null;
        if (ofSpectra || titles.size() > 1) {
            throw usage(
                    "--study goes with --axes, --title, --x-label, --y-label, --x-range, --y-range and --legend alone"
                            + " of the options of content");
        }
        Optional<List<AxisScale>> scales = Optional.ofNullable(axes).map(asked -> chosen("--axes", asked, AXES));
        return new PlotRequest.Look(
                title(0).orElse(""),
                ofStudy("--x-range", scales.map(both -> both.get(0)), xLabel, xRange),
                ofStudy("--y-range", scales.map(both -> both.get(1)), yLabel, yRange),
                legend == null ? LegendPosition.AUTO : chosen("--legend", legend, LEGENDS));
    }

    private PlotRequest.Axis ofStudy(String option, Optional<AxisScale> scale, String label, AxisRange range) {
        Optional<String> objection =
                Optional.ofNullable(range).flatMap(shown -> shown.objection(scale.orElse(AxisScale.LINEAR)));
        if (objection.isPresent()) {
            throw usage(option + ": " + objection.get());
        }
        return new PlotRequest.Axis(Optional.ofNullable(label), scale, Optional.ofNullable(range));
    }

    boolean isOverlay() {
        return overlay || estimate != null;
    }

    Optional<String> title(int panel) {
        return panel < titles.size() ? Optional.of(titles.get(panel)) : Optional.empty();
    }

    Optional<String> label(int file) {
        return file < labels.size() ? Optional.of(labels.get(file)) : Optional.empty();
    }

    Optional<Double> at(int file) {
        return file < at.size() ? Optional.of(at.get(file)) : Optional.empty();
    }

    /** Refuses what does not go together with a number of files. */
    void check(int files) {
        int panels = isOverlay() ? 1 : files;
        if (titles.size() > panels) {
            throw usage(titles.size() + " titles are more than the " + panels + " panels");
        }
        if (labels.size() > files) {
            throw usage(labels.size() + " labels are more than the " + files + " files");
        }
        if (estimate != null && at.size() != files) {
            throw usage("--estimate needs --at with a value for each of the " + files + " files, not " + at.size());
        }
        if (estimate == null && !at.isEmpty()) {
            throw usage("--at goes with --estimate");
        }
        for (double abscissa : at) {
            requirePlace(abscissa);
        }
        if (columns != null && (columns < 1 || columns > panels)) {
            throw usage("--columns = " + columns + " is outside 1 to " + panels);
        }
    }

    private void requirePlace(double abscissa) {
        AxisScale scale = abscissa(scales(view()).get(0));
        boolean logarithmic = scale == AxisScale.LOG;
        if (!AxisRange.reaches(scale, abscissa)) {
            throw usage("--at: " + NumberText.typed(abscissa) + " has no place on the abscissa"
                    + (logarithmic ? ", which is logarithmic unless told otherwise by --axes or --x-scale" : ""));
        }
    }

    /** @param panels how many there are */
    FigureLook look(int panels) {
        Ordinate shown = view();
        List<AxisScale> scales = scales(shown);
        try {
            return new FigureLook(
                    shown,
                    parameter(),
                    axis("--x-range", abscissa(scales.get(0)), xLabel, xRange),
                    axis("--y-range", scales.get(1), yLabel, yRange),
                    legend == null ? LegendPosition.AUTO : chosen("--legend", legend, LEGENDS),
                    new FigureLook.Extras(box, StripView.NONE, insetView(), bins == null ? 0 : bins, lines()),
                    FigureLook.DEFAULT.names(),
                    columns == null ? usualColumns(panels) : columns);
        } catch (IllegalArgumentException refused) {
            throw usage(refused.getMessage());
        }
    }

    private FigureLook.Lines lines() {
        return new FigureLook.Lines(
                boxPlace == null ? LegendPosition.AUTO : chosen("--box-place", boxPlace, LEGENDS),
                lineWidth == null ? 1 : lineWidth);
    }

    private Ordinate view() {
        return view == null
                ? Ordinate.DENSITY
                : chosen(
                        "--view",
                        view,
                        Map.of("density", Ordinate.DENSITY, "ccdf", Ordinate.SURVIVAL, "ecdf", Ordinate.CUMULATIVE));
    }

    /** Of the abscissa and the ordinate. */
    private List<AxisScale> scales(Ordinate shown) {
        boolean linearOrdinate = shown == Ordinate.CUMULATIVE || estimate != null;
        return chosen("--axes", axes == null ? linearOrdinate ? "semilogx" : "loglog" : axes, AXES);
    }

    /** The abscissa's scale, which is that of the axes unless another one is asked for. */
    private AxisScale abscissa(AxisScale ofAxes) {
        AxisScale scale = xScale == null
                ? ofAxes
                : chosen(
                        "--x-scale",
                        xScale,
                        AxisScale.kinds().stream().collect(Collectors.toMap(AxisScale::id, kind -> kind)));
        if (xThreshold == null) {
            return scale;
        }
        if (scale != AxisScale.SYMMETRIC_LOG) {
            throw usage("--x-threshold goes with --x-scale symlog");
        }
        try {
            return SymmetricLogScale.of(xThreshold);
        } catch (IllegalArgumentException refused) {
            throw usage("--x-threshold: " + refused.getMessage());
        }
    }

    private FigureLook.Axis axis(String option, AxisScale scale, String label, AxisRange range) {
        try {
            return new FigureLook.Axis(scale, Optional.ofNullable(label), Optional.ofNullable(range));
        } catch (IllegalArgumentException refused) {
            throw usage(option + ": " + refused.getMessage());
        }
    }

    private static int usualColumns(int panels) {
        return panels == 4 ? 2 : Math.min(3, panels);
    }

    private Optional<Parameter> parameter() {
        return Optional.ofNullable(estimate)
                .map(id -> Stream.of(Parameter.values())
                        .filter(p -> p.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> usage("--estimate " + id + " is no parameter")));
    }

    private Optional<FigureLook.InsetView> insetView() {
        return Optional.ofNullable(inset)
                .map(id -> chosen(
                        "--inset",
                        id,
                        Map.of("linear", FigureLook.InsetView.LINEAR, "ccdf", FigureLook.InsetView.CCDF)));
    }

    private <T> T chosen(String option, String text, Map<String, T> values) {
        T value = values.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw usage(option + " " + text + " is none of "
                    + String.join(", ", values.keySet().stream().sorted().toList()));
        }
        return value;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
