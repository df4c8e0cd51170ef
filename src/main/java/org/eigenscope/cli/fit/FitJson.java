package org.eigenscope.cli.fit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.analysis.FitSample;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.option.Conventions;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.diagnosis.SpectralPhase;
import org.eigenscope.fit.search.Misfit;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.spectrum.Spectrum;

/** A fit as JSON, for programs. */
final class FitJson {
    private FitJson() {}

    static void write(FitReport report, FitExtrasJson extras, FitSample sample, Json out) throws IOException {
        FitResult fit = report.fit();
        out.object(() -> {
            out.field("law", fit.family().id());
            out.object("parameters", () -> {
                for (Map.Entry<Parameter, Double> entry :
                        fit.parameters().asMap().entrySet()) {
                    out.field(entry.getKey().id(), entry.getValue());
                }
            });
            out.object("derived", () -> {
                out.field("alpha", report.derived().alpha());
                out.field("beta", report.derived().beta());
                out.field("tail_exponent", report.derived().tailExponent());
                if (report.derived().logMedian().isPresent()) {
                    out.field("mu", report.derived().logMedian());
                }
            });
            out.texts("fixed", fit.fixed().stream().sorted().map(Parameter::id).toList());
            writeIntervals(report, out);
            out.field("n", fit.sampleSize());
            writeExcluded(report.excluded(), out);
            out.field("log_likelihood", fit.logLikelihood());
            out.field("aic", fit.aic());
            out.field("bic", fit.bic());
            out.field("ks", fit.kolmogorovSmirnov());
            out.field("ks_p", report.kolmogorovSmirnovP());
            writeMisfit(report.misfit(), out);
            out.field("phase", report.phase().id());
            out.texts(
                    "warnings",
                    Stream.concat(
                                    fit.warnings().stream().map(FitWarning::sentence),
                                    extras.missing().stream().map(FitExtrasJson.Missing::warning))
                            .toList());
            out.field("milliseconds", report.milliseconds());
            out.object("sample", () -> {
                out.field("matrix", sample.label());
                Conventions.write(sample.spectrum().details(), out);
            });
            extras.write(report, out);
        });
    }

    /** A spectrum to which the law could not be fitted: what is known of it, and why there is no fit. */
    static void writeMissing(
            LawFamily family, FitSample sample, SpectralPhase phase, EigenscopeException reason, Json out)
            throws IOException {
        Spectrum spectrum = sample.spectrum();
        out.object(() -> {
            out.field("law", family.id());
            out.field("fit", Optional.<String>empty());
            out.field("n", spectrum.positiveCount());
            out.object("excluded", () -> {
                out.field("zeros", spectrum.zeroCount());
                out.field("negatives", spectrum.negative().length);
            });
            out.field("phase", phase.id());
            out.texts("warnings", List.of(reason.getMessage()));
            out.object("sample", () -> {
                out.field("matrix", sample.label());
                Conventions.write(spectrum.details(), out);
            });
        });
    }

    private static void writeIntervals(FitReport report, Json out) throws IOException {
        out.object("interval95", () -> {
            intervals(report.intervals(), out);
        });
        Optional<String> method = report.intervalMethod().map(Interval.Method::id);
        out.field("interval_method", method);
        out.field(
                "interval_condition",
                method.map(any -> report.misfit().isPresent()
                        ? "the law holds, which the misfit speaks against"
                        : "the law holds"));
    }

    private static void writeMisfit(Misfit misfit, Json out) throws IOException {
        out.object("misfit", () -> {
            out.field("present", misfit.isPresent());
            out.field("D", misfit.distance());
            out.field("sqrt_n_D", misfit.scaled());
            out.field("threshold", misfit.threshold());
            out.field("at", misfit.where());
            out.field("share_of_eigenvalues", misfit.counted());
            out.field("share_of_law", misfit.expected());
        });
    }

    /** Fields of intervals, with null for an end that the data do not bound. */
    static void intervals(Map<Parameter, Interval> intervals, Json out) throws IOException {
        for (Map.Entry<Parameter, Interval> entry : new TreeMap<>(intervals).entrySet()) {
            Interval interval = entry.getValue();
            out.numbers(
                    entry.getKey().id(),
                    interval.lowerOpen() ? Double.NaN : interval.lower(),
                    interval.upperOpen() ? Double.NaN : interval.upper());
        }
    }

    private static void writeExcluded(FitReport.Excluded excluded, Json out) throws IOException {
        out.object("excluded", () -> {
            out.field("zeros", excluded.zeros());
            out.field("negatives", excluded.negatives());
            out.field("trimmed_bottom", excluded.trimmedBottom());
            out.field("trimmed_top", excluded.trimmedTop());
        });
    }
}
