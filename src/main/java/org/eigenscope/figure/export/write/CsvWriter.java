package org.eigenscope.figure.export.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;

/**
 * Writes the numbers of a sheet as CSV, one row each: {@code panel,kind,series,x,y,lower,upper}. A {@code bin} has its centre,
 * geometric or, on a symmetric logarithmic abscissa, the middle of its bar, its density and its edges, and an {@code error} after it, when it is estimated, its density and one standard error to
 * either side; an {@code eigenvalue} its value alone; a {@code curve}, and a {@code strip} below, the points it was drawn
 * through; a {@code point} or {@code residual} the ends of its interval; a {@code guide} the place of its vertical line. Numbers are the shortest that read back the same.
 * A series whose name a spreadsheet would run as a formula stands behind an apostrophe.
 */
public final class CsvWriter {
    private final Writer out;

    private CsvWriter(Writer out) {
        this.out = out;
    }

    /** Writes the numbers of a sheet and its eigenvalues; the caller closes the stream. */
    public static void write(Sheet sheet, List<PanelEigenvalues> samples, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = new CsvWriter(writer);
        writer.write("panel,kind,series,x,y,lower,upper\n");
        for (int i = 0; i < sheet.panels().size(); i++) {
            csv.write(i + 1, sheet.panels().get(i));
        }
        for (PanelEigenvalues sample : samples) {
            for (double eigenvalue : sample.values()) {
                csv.row(sample.panel(), "eigenvalue", sample.label(), eigenvalue);
            }
        }
        writer.flush();
    }

    private void write(int number, Panel panel) throws IOException {
        if (panel.chart().histogram().isPresent()) {
            HistogramSteps steps = panel.chart().histogram().get();
            writeBins(number, steps, panel.chart().xAxis().scale());
        }
        for (StepOutline outline : panel.outlines()) {
            writeBins(number, outline.steps(), panel.chart().xAxis().scale());
        }
        writeCurves(number, "curve", panel.chart().curves());
        for (PointSeries points : panel.points()) {
            writePoints(number, "point", points);
        }
        if (panel.strip().isPresent()) {
            writePoints(number, "residual", panel.strip().get().points());
            writeCurves(number, "strip", panel.strip().get().curves());
        }
        for (Guide guide : panel.chart().guides()) {
            if (guide instanceof Guide.Vertical vertical) {
                row(number, "guide", vertical.label(), vertical.position());
            }
        }
    }

    private void writeCurves(int number, String kind, List<Curve> curves) throws IOException {
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size() && curve.visible(); i++) {
                row(number, kind, curve.label(), curve.xAt(i), curve.yAt(i));
            }
        }
    }

    private void writeBins(int number, HistogramSteps steps, AxisScale abscissa) throws IOException {
        for (int bin = 0; bin < steps.binCount(); bin++) {
            double lower = steps.lowerEdge(bin);
            double upper = steps.upperEdge(bin);
            double height = steps.isGap(bin) ? 0 : steps.density(bin);
            row(number, "bin", steps.label(), steps.center(bin, abscissa), height, lower, upper);
            Optional<AxisRange> error = steps.errorBar(bin);
            if (error.isPresent()) {
                double from = error.get().lower();
                row(
                        number,
                        "error",
                        steps.label(),
                        steps.center(bin, abscissa),
                        height,
                        from,
                        error.get().upper());
            }
        }
    }

    private void writePoints(int number, String kind, PointSeries series) throws IOException {
        for (PointSeries.Point point : series.points()) {
            row(number, kind, series.label(), point.x(), point.y(), point.lower(), point.upper());
        }
    }

    private void row(int panel, String kind, String series, double... values) throws IOException {
        StringBuilder line = new StringBuilder();
        line.append(panel).append(',').append(kind).append(',').append(quoted(SpreadsheetText.of(series)));
        for (int i = 0; i < 4; i++) {
            line.append(',').append(i < values.length ? Double.toString(values[i]) : "");
        }
        out.write(line.append('\n').toString());
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
