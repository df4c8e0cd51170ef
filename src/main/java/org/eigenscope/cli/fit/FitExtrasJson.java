package org.eigenscope.cli.fit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.analysis.FitExtras;
import org.eigenscope.analysis.FitReport;
import org.eigenscope.cli.console.Json;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FixedPointTrace;
import org.eigenscope.fit.compare.TrimGrid;
import org.eigenscope.fit.compare.VuongTest;
import org.eigenscope.fit.diagnosis.SpectralFunctionals;
import org.eigenscope.fit.interval.BootstrapResult;
import org.eigenscope.fit.tail.TailLeague;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;

/**
 * What options add to a fit's JSON object.
 *
 * @param quoted with {@code --metrics}
 * @param lawFunctionals likewise
 * @param signatures likewise
 * @param tail with {@code --tail}
 * @param trimGrid with {@code --trim-grid}
 * @param vuong with {@code --vuong}
 * @param iteration after a fixed-point fit
 * @param levels of the intervals written with a bootstrap
 * @param missing what was asked for but cannot be had
 */
public record FitExtrasJson(
        Optional<FitExtras.Quoted> quoted,
        Optional<SpectralFunctionals> lawFunctionals,
        List<String> signatures,
        Optional<FitExtras.Tail> tail,
        Optional<TrimGrid> trimGrid,
        Map<LawFamily, VuongTest> vuong,
        Optional<FixedPointTrace> iteration,
        List<Double> levels,
        List<Missing> missing) {

    /**
     * Something that cannot be had.
     *
     * @param field its name in the JSON, where it is null; empty for a part of something that is there
     * @param reason a sentence
     */
    record Missing(String field, String reason) {
        static Missing part(String reason) {
            return new Missing("", reason);
        }

        /** The warning for people. */
        String warning() {
            return field.isEmpty() ? reason : field + " left out: " + reason;
        }
    }

    /** Writes the fields that there are, at the end of an open object. */
    void write(FitReport report, Json out) throws IOException {
        if (quoted.isPresent()) {
            writeQuoted(quoted.get(), out);
        }
        if (tail.isPresent()) {
            writeTail(tail.get(), out);
        }
        if (trimGrid.isPresent()) {
            writeGrid(trimGrid.get(), out);
        }
        if (!vuong.isEmpty()) {
            out.object("vuong", () -> {
                for (Map.Entry<LawFamily, VuongTest> entry : vuong.entrySet()) {
                    out.object(entry.getKey().id(), () -> writeTest(entry.getValue(), out));
                }
            });
        }
        if (iteration.isPresent()) {
            FixedPointTrace trace = iteration.get();
            out.object("fixed_point", () -> {
                out.field("kappa", trace.kappa());
                out.field("standard_error", trace.standardError());
                out.field("settled", trace.settled());
                out.field("seeds_agree", trace.seedsAgree());
                out.field("score_gain", trace.remainder().gain());
                out.field("log_likelihood_shortfall", trace.remainder().shortfall());
                out.numbers("estimates", trace.estimates());
                out.array("paths", () -> {
                    for (double[] path : trace.kappaPaths()) {
                        out.numbers(path);
                    }
                });
            });
        }
        for (Missing extra : missing) {
            if (!extra.field().isEmpty()) {
                out.field(extra.field(), Optional.empty());
            }
        }
        if (report.bootstrap().isPresent()) {
            writeBootstrap(report.bootstrap().get(), out);
        }
        if (!report.fit().tied().isEmpty()) {
            out.texts(
                    "tied",
                    report.fit().tied().stream().sorted().map(Parameter::id).toList());
        }
    }

    private void writeBootstrap(BootstrapResult bootstrap, Json out) throws IOException {
        out.object("bootstrap", () -> {
            out.field("replicates", bootstrap.replicates());
            out.field("failures", bootstrap.failures());
            out.object("levels", () -> {
                for (double level : levels) {
                    out.object(Double.toString(level), () -> FitJson.intervals(bootstrap.intervals(level), out));
                }
            });
            out.object("estimates", () -> {
                for (Parameter parameter : bootstrap.free()) {
                    out.numbers(
                            parameter.id(),
                            bootstrap.draws().stream()
                                    .mapToDouble(draw -> draw.parameters().get(parameter))
                                    .toArray());
                }
            });
            out.numbers(
                    "ks",
                    bootstrap.draws().stream()
                            .mapToDouble(BootstrapResult.Draw::kolmogorovSmirnov)
                            .toArray());
        });
    }

    private void writeQuoted(FitExtras.Quoted value, Json out) throws IOException {
        out.object("metrics", () -> {
            for (Map.Entry<String, Double> entry : value.metrics().entrySet()) {
                out.field(entry.getKey(), entry.getValue());
            }
        });
        out.object("functionals", () -> {
            if (value.data().isPresent()) {
                writeFunctionals("data", value.data().get(), out);
            }
            if (lawFunctionals.isPresent()) {
                writeFunctionals("law", lawFunctionals.get(), out);
            }
        });
        out.texts("phase_evidence", value.diagnosis().evidence());
        out.texts("failure_signatures", signatures);
    }

    private static void writeFunctionals(String name, SpectralFunctionals value, Json out) throws IOException {
        out.object(name, () -> {
            out.field("trace", value.trace());
            out.field("log_determinant", value.logDeterminant());
            out.field("free_energy", value.freeEnergy());
        });
    }

    private static void writeTail(FitExtras.Tail value, Json out) throws IOException {
        out.object("tail", () -> {
            out.field("alpha", value.tail().exponent());
            out.field("x_min", value.tail().xMin());
            out.field("D", value.tail().distance());
            out.field("p", value.pValue());
            out.field("n", value.tail().tailCount());
            out.field("standard_error", value.tail().standardError());
            out.array("shapes", () -> {
                for (TailLeague.Row row : value.shapes()) {
                    out.object(() -> {
                        out.field("shape", row.shape().id());
                        out.numbers("parameters", row.parameters());
                        out.field("log_likelihood", row.logLikelihood());
                        out.field("aic", row.aic());
                        writeTest(row.againstPowerLaw(), out);
                    });
                }
            });
            out.object("strip", () -> {
                out.numbers("x_min", value.strip().xMins());
                out.numbers("alpha", value.strip().exponents());
                out.numbers("standard_error", value.strip().standardErrors());
                out.numbers("D", value.strip().distances());
            });
            out.numbers("hill", value.hill());
        });
    }

    private static void writeTest(VuongTest test, Json out) throws IOException {
        out.field("z", test.statistic());
        out.field("p", test.pValue());
    }

    private static void writeGrid(TrimGrid grid, Json out) throws IOException {
        out.array("trim_grid", () -> {
            for (TrimGrid.Cell cell : grid.cells()) {
                out.object(() -> {
                    out.field("trim_bottom", cell.bottom());
                    out.field("trim_top", cell.top());
                    out.field("from", cell.from());
                    out.field("to", cell.to());
                    if (cell.fit().isPresent()) {
                        writeFit(cell.fit().get(), out);
                    } else {
                        out.field("failure", cell.failure());
                    }
                });
            }
        });
    }

    private static void writeFit(FitResult fit, Json out) throws IOException {
        out.field("n", fit.sampleSize());
        out.object("parameters", () -> {
            for (Map.Entry<Parameter, Double> entry : fit.parameters().asMap().entrySet()) {
                out.field(entry.getKey().id(), entry.getValue());
            }
        });
        out.field("ks", fit.kolmogorovSmirnov());
        out.field("log_likelihood", fit.logLikelihood());
    }
}
