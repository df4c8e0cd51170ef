package org.eigenscope.cli.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.TextTable;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.family.Parameter;

/** A fit as text, for people; the numbers are those of the JSON. */
final class FitText {
    private FitText() {}

    static void write(FitReport report, FitExtrasJson extras, DataOutput out) throws IOException {
        FitResult fit = report.fit();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("law", fit.family().id(), ""));
        for (Parameter parameter : fit.family().parameters()) {
            String value = Double.toString(fit.parameters().get(parameter));
            rows.add(List.of(parameter.id(), value, remark(parameter, report)));
        }
        add(rows, "alpha", report.derived().alpha());
        add(rows, "beta", report.derived().beta());
        add(rows, "tail_exponent", report.derived().tailExponent());
        add(rows, "mu", report.derived().logMedian());
        rows.add(List.of("n", Integer.toString(fit.sampleSize()), excluded(report.excluded())));
        rows.add(List.of("log_likelihood", Double.toString(fit.logLikelihood()), ""));
        rows.add(List.of("aic", Double.toString(fit.aic()), ""));
        rows.add(List.of("bic", Double.toString(fit.bic()), ""));
        rows.add(List.of("ks", Double.toString(fit.kolmogorovSmirnov()), ""));
        add(rows, "ks_p", report.kolmogorovSmirnovP());
        rows.add(List.of("phase", report.phase().id(), ""));
        TextTable.write(rows, out);
        for (FitWarning warning : fit.warnings()) {
            out.line("warning: " + warning.sentence());
        }
        for (FitExtrasJson.Missing extra : extras.missing()) {
            out.line("warning: " + extra.warning());
        }
        writeExtras(extras, out);
        out.line("");
    }

    private static void writeExtras(FitExtrasJson extras, DataOutput out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        extras.quoted()
                .ifPresent(quoted ->
                        quoted.metrics().forEach((name, value) -> rows.add(List.of(name, Double.toString(value), ""))));
        extras.tail().map(FitExtras.Tail::tail).ifPresent(tail -> {
            rows.add(List.of("tail alpha", Double.toString(tail.exponent()), "± " + tail.standardError()));
            rows.add(List.of("tail x_min", Double.toString(tail.xMin()), tail.tailCount() + " values from there"));
            rows.add(List.of("tail D", Double.toString(tail.distance()), ""));
        });
        extras.tail()
                .ifPresent(tail -> tail.shapes()
                        .forEach(row -> rows.add(List.of(
                                "tail " + row.shape().id(),
                                Double.toString(row.aic()),
                                "AIC; z " + row.againstPowerLaw().statistic() + " against the power law"))));
        extras.tail().ifPresent(tail -> add(rows, "tail p", tail.pValue()));
        extras.vuong()
                .forEach((family, test) -> rows.add(List.of(
                        "against " + family.id(), Double.toString(test.statistic()), "Vuong's z, p " + test.pValue())));
        extras.trimGrid()
                .ifPresent(grid -> grid.cells()
                        .forEach(cell -> rows.add(List.of(
                                "trimmed " + cell.bottom() + " and " + cell.top(),
                                cell.fit()
                                        .map(fit -> fit.parameters().toString())
                                        .orElse(cell.failure()),
                                ""))));
        extras.iteration()
                .ifPresent(trace -> rows.add(List.of(
                        "fixed point",
                        Double.toString(trace.kappa()),
                        "± " + trace.standardError() + (trace.settled() ? ", settled" : ", not settled"))));
        if (!rows.isEmpty()) {
            TextTable.write(rows, out);
        }
        for (String sentence : extras.signatures()) {
            out.line("signature: " + sentence);
        }
    }

    private static void add(List<List<String>> rows, String name, OptionalDouble value) {
        if (value.isPresent()) {
            rows.add(List.of(name, Double.toString(value.getAsDouble()), ""));
        }
    }

    private static String remark(Parameter parameter, FitReport report) {
        if (report.fit().fixed().contains(parameter)) {
            return "fixed";
        }
        if (report.fit().tied().contains(parameter)) {
            return "tied";
        }
        Interval interval = report.intervals().get(parameter);
        if (interval == null) {
            return "";
        }
        String lower = interval.lowerOpen() ? "unbounded" : Double.toString(interval.lower());
        String upper = interval.upperOpen() ? "unbounded" : Double.toString(interval.upper());
        String condition = report.misfit().isPresent() ? ", if the law held" : ", if the law holds";
        return "95 %: " + lower + " to " + upper + " (" + interval.method().id() + condition + ")";
    }

    private static String excluded(FitReport.Excluded excluded) {
        return "left out: " + excluded.zeros() + " zero, " + excluded.negatives() + " negative, "
                + excluded.trimmedBottom() + " trimmed at the bottom, " + excluded.trimmedTop() + " at the top";
    }
}
