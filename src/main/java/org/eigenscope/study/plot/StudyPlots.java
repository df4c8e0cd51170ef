package org.eigenscope.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.statistic.Coefficient;
import org.eigenscope.study.statistic.CorrelationEstimate;
import org.eigenscope.study.statistic.Correlations;
import org.eigenscope.study.statistic.GroupedCorrelations;

/** Makes plots of studies. */
public final class StudyPlots {
    private static final int BOOTSTRAP = 1_999;
    /** With more rows than this, fewer samples are drawn. */
    private static final int MANY = 2_000;

    private static final int FEWER = 199;

    private final PlotSource source;
    private final boolean correlated;

    private StudyPlots(PlotSource source, boolean correlated) {
        this.source = source;
        this.correlated = correlated;
    }

    /**
     * Makes a plot.
     *
     * @param study what the study is called in words
     * @param all every row of the study, in its order
     * @param request what is to be shown
     * @param spectra the rows' eigenvalues, which only {@link PlotKind#WATERFALL} asks for
     * @throws BadInputException if no row fits, or the columns have nothing to show; the sentence says which
     */
    public static StudyPlot of(String study, List<StudyRow> all, PlotRequest request, RowSpectra spectra)
            throws BadInputException {
        return of(study, all, request, spectra, true);
    }

    /** The same without what takes long, the coefficients of a scatter plot: what a window shows until these are there. */
    public static StudyPlot quick(String study, List<StudyRow> all, PlotRequest request, RowSpectra spectra)
            throws BadInputException {
        return of(study, all, request, spectra, false);
    }

    private static StudyPlot of(
            String study, List<StudyRow> all, PlotRequest request, RowSpectra spectra, boolean correlated)
            throws BadInputException {
        SelectedRows selected = SelectedRows.of(study, all, request);
        PlotSource source = new PlotSource(study, request, selected, spectra);
        if (!request.group().isEmpty()) {
            source.columns().require(request.group());
        }
        return new StudyPlots(source, correlated).plot();
    }

    /** What a group or a side of a comparison is called: a row's text in a column or attribute, whole numbers without decimals. */
    public static String groupOf(StudyRow row, String name) {
        return PlotColumns.text(row, name);
    }

    private StudyPlot plot() throws BadInputException {
        return switch (source.request().kind()) {
            case DEPTH -> depth();
            case SERIES -> series();
            case SCATTER -> scatter(correlated);
            case KS -> scatter(false);
            case COMPARE -> compare();
            case HISTOGRAM -> histogram();
            case HEATMAP -> {
                HeatMapPlot plot = new HeatMapPlot(source);
                Panel panel = plot.panel();
                yield done(List.of(panel), plot.rows(), plot.places());
            }
            case WATERFALL -> {
                WaterfallPlot plot = new WaterfallPlot(source);
                Panel panel = plot.panel();
                yield done(List.of(panel), plot.rows(), plot.places(panel));
            }
            case ENERGY -> {
                EnergyPlot plot = new EnergyPlot(source);
                List<Panel> panels = plot.panels();
                yield done(panels, plot.rows(), plot.places(panels));
            }
        };
    }

    private Grouping grouping(String usual) {
        String asked = source.request().group();
        Grouping groups = Grouping.by(asked.isEmpty() ? usual : asked, source.rows());
        if (groups.names().size() > 1 && groups.isOfNumbers()) {
            source.remark("Colours: " + PlotColumns.title(asked.isEmpty() ? usual : asked) + ".");
        }
        return groups;
    }

    private StudyPlot depth() throws BadInputException {
        Grouping groups = grouping(Column.RUN.id());
        PlotData data = PlotData.of(source, groups);
        Panel panel = new RowPlots(data, groups).depth();
        sayIntervals(data);
        return done(panel, data.rows());
    }

    private void sayIntervals(PlotData data) {
        if (data.hasIntervals()) {
            source.remark(
                    data.drawsIntervals()
                            ? "Bars: 95 % intervals; an arrow, where the data set no end."
                            : "95 % intervals are left out with so many points.");
        }
    }

    private StudyPlot series() throws BadInputException {
        Grouping groups = source.request().group().isEmpty()
                ? Grouping.bySettings(
                        source.rows(), source.columns(), source.request().x())
                : grouping("");
        PlotData data = PlotData.of(source, groups);
        return done(new BandPlot(data, groups).panel(), data.rows());
    }

    private StudyPlot scatter(boolean withCoefficients) throws BadInputException {
        Grouping groups = grouping("");
        PlotData data = PlotData.of(source, groups);
        Panel panel = new RowPlots(data, groups).scatter();
        sayIntervals(data);
        if (source.request().kind() == PlotKind.SCATTER) {
            panel = panel.withNotes(withCoefficients ? coefficients(data) : List.of("coefficients follow …"));
        }
        return done(panel, data.rows());
    }

    /** The three coefficients, with n and intervals. */
    private List<String> coefficients(PlotData data) {
        List<PlottedRow> rows = data.rows();
        if (rows.size() < Correlations.FEWEST) {
            return List.of();
        }
        int draws = rows.size() > MANY ? FEWER : BOOTSTRAP;
        GroupedCorrelations found = GroupedCorrelations.of(
                PlotData.numbers(rows, point -> point.x()),
                PlotData.numbers(rows, point -> point.y()),
                rows.stream().map(row -> row.row().cells().text(Column.RUN)).toArray(String[]::new),
                rows.stream().map(PlottedRow::group).toArray(String[]::new),
                new Correlations.Resampling(draws, 0, 1));
        found.reversal(Coefficient.SPEARMAN).ifPresent(source::remark);
        source.remark("Coefficients: n = " + found.pooled().rows() + " rows in "
                + found.pooled().clusters() + " runs; 95 % intervals of a bootstrap of " + draws + " draws over runs.");
        List<String> lines = new ArrayList<>();
        for (Coefficient coefficient : Coefficient.values()) {
            lines.add(line(coefficient, found.pooled().estimates().get(coefficient)));
        }
        lines.add("n = " + found.pooled().rows());
        return lines;
    }

    private static String line(Coefficient coefficient, CorrelationEstimate estimate) {
        String interval = Double.isNaN(estimate.low())
                ? ""
                : " [" + NumberText.fixed(estimate.low(), 2) + ", " + NumberText.fixed(estimate.high(), 2) + "]";
        String name = switch (coefficient) {
            case SPEARMAN -> "Spearman ρ ";
            case KENDALL -> "Kendall τ-b ";
            case PEARSON -> "Pearson r ";
        };
        return name + NumberText.fixed(estimate.value(), 2) + interval;
    }

    private StudyPlot compare() throws BadInputException {
        PlotRequest request = source.request();
        if (request.group().isEmpty()
                || request.sides().a().equals(request.sides().b())) {
            throw new BadInputException(
                    "A comparison needs --group with the column that tells its sides apart, such as run or"
                            + " step, and --a and --b with different values of it.");
        }
        PlotData data = PlotData.of(source, RowPlots.pairs(source));
        Panel panel = RowPlots.compare(data);
        sayIntervals(data);
        source.remark(data.rows().size() + " pairs of " + request.group() + " "
                + request.sides().a() + " and " + request.sides().b() + ", by tensor.");
        return done(panel, data.rows());
    }

    private StudyPlot histogram() throws BadInputException {
        HistogramPlot plot = new HistogramPlot(source, grouping(""));
        return done(List.of(plot.panel()), plot.rows(), plot.places());
    }

    private StudyPlot done(Panel panel, List<PlottedRow> rows) {
        return done(List.of(panel), rows, RowPlace.ofPoints(rows));
    }

    private StudyPlot done(List<Panel> panels, List<PlottedRow> rows, List<RowPlace> places) {
        List<String> notes = source.notes(rows);
        Sheet sheet = new Sheet(panels, panels.size(), false, false, notes);
        return new StudyPlot(source.request(), sheet, rows, places, description(panels, rows, notes));
    }

    private String description(List<Panel> panels, List<PlottedRow> rows, List<String> notes) {
        PlotKind kind = source.request().kind();
        String axes = panels.stream()
                .map(panel -> panel.chart().yAxis().label() + " over "
                        + panel.chart().xAxis().label())
                .collect(Collectors.joining("; "));
        double[] values = Arrays.stream(
                        PlotData.numbers(rows, point -> kind == PlotKind.HISTOGRAM ? point.x() : point.y()))
                .sorted()
                .toArray();
        String range = kind == PlotKind.WATERFALL
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %s from %s to %s.",
                        source.request().y(),
                        NumberText.significant(values[0], 3),
                        NumberText.significant(values[values.length - 1], 3));
        String first =
                Character.toUpperCase(kind.meaning().charAt(0)) + kind.meaning().substring(1);
        return first + ": " + axes.replace(PlotColumns.title("kappa"), "κ̂") + "." + range + " "
                + String.join(" ", panels.get(0).notes())
                + (panels.get(0).notes().isEmpty() ? "" : ". ") + String.join(" ", notes);
    }
}
