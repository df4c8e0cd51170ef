package org.eigenscope.cli.spectrum;

import java.io.IOException;
import java.util.Arrays;
import org.eigenscope.cli.console.DataOutput;
import org.eigenscope.cli.console.Json;
import org.eigenscope.histogram.LogHistogram;
import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.SpectralDensityEstimate;
import org.eigenscope.spectrum.Spectrum;

/** An estimated density, in bins with standard errors. */
public final class EstimateOutput {
    private static final String HEADER = "lower,upper,density,standard_error,cumulative,cumulative_standard_error,"
            + "cumulative_least,cumulative_most";

    private final Spectrum spectrum;
    private final SpectralDensityEstimate estimate;

    public EstimateOutput(Spectrum spectrum, SpectralDensityEstimate estimate) {
        this.spectrum = spectrum;
        this.estimate = estimate;
    }

    /** A bin: negative ones have lower < upper < 0. Mass is a fraction of all N eigenvalues. */
    private record Bin(double lower, double upper, Estimate mass) {
        Estimate density() {
            double width = upper - lower;
            return new Estimate(mass.value() / width, mass.standardError() / width);
        }
    }

    /** Takes one bin. */
    @FunctionalInterface
    private interface BinConsumer {
        void accept(Bin bin) throws IOException;
    }

    public void writeCsv(DataOutput out) throws IOException {
        out.line(HEADER);
        forEachBin(bin -> {
            Estimate density = bin.density();
            Estimate cumulative = estimate.massBelow(bin.upper());
            out.row(
                    bin.lower(),
                    bin.upper(),
                    density.value(),
                    density.standardError(),
                    cumulative.value(),
                    cumulative.standardError(),
                    estimate.leastMassBelow(bin.upper()).value(),
                    estimate.mostMassBelow(bin.upper()).value());
        });
    }

    void writeJson(Json out) throws IOException {
        out.object("estimate", () -> {
            out.field("probes", estimate.settings().probes());
            out.field("steps", estimate.settings().steps());
            out.field("seed", estimate.settings().seed());
            out.field("vectors", estimate.settings().vectors().id());
            write("trace", estimate.trace(), out);
            write("log_determinant", estimate.logDeterminant(), out);
            write("zero_mass", estimate.zeroMass(), out);
            write("negative_mass", estimate.negativeMass(), out);
            out.field("largest", estimate.largest());
            out.field("smallest", estimate.smallest());
            out.array(
                    "bins",
                    () -> forEachBin(bin -> out.object(() -> {
                        out.field("lower", bin.lower());
                        out.field("upper", bin.upper());
                        write("density", bin.density(), out);
                        write("cumulative", estimate.massBelow(bin.upper()), out);
                        out.field(
                                "cumulative_least",
                                estimate.leastMassBelow(bin.upper()).value());
                        out.field(
                                "cumulative_most",
                                estimate.mostMassBelow(bin.upper()).value());
                    })));
        });
    }

    private static void write(String key, Estimate number, Json out) throws IOException {
        out.object(key, () -> {
            out.field("value", number.value());
            out.field("standard_error", number.standardError());
        });
    }

    /** From the most negative to the largest. */
    private void forEachBin(BinConsumer consumer) throws IOException {
        double[] sizes = Arrays.stream(spectrum.negative()).map(v -> -v).toArray();
        if (sizes.length > 0) {
            double[] edges = LogHistogram.of(sizes).edges();
            for (int i = edges.length - 1; i > 0; i--) {
                consumer.accept(
                        new Bin(-edges[i], -edges[i - 1], estimate.negativeMassBetween(edges[i - 1], edges[i])));
            }
        }
        if (spectrum.positiveCount() > 0) {
            double[] edges = LogHistogram.of(spectrum).edges();
            for (int i = 1; i < edges.length; i++) {
                consumer.accept(new Bin(edges[i - 1], edges[i], estimate.massBetween(edges[i - 1], edges[i])));
            }
        }
    }
}
