package org.eigenscope.law;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the HTMP law costs: its table with a curve of 1,000 points, and a log-likelihood of 10,000 eigenvalues. Samples, whose
 * median other work on the machine moves less than their mean; {@code -prof gc} shows that points cost no memory.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HtmpBenchmark {
    private static final double LOWEST = 1e-3;
    private static final double HIGHEST = 30;

    @Param({"0.5", "2", "50", "1000", "10000"})
    public double kappa;

    @Param({"0.01", "0.5", "1"})
    public double gamma;

    private final double[] curvePoints = new double[1_000];
    private final double[] curve = new double[1_000];
    private final double[] eigenvalues = new double[10_000];
    private final double[] terms = new double[10_000];
    private HtmpLaw law;

    @Setup
    public void prepare() {
        law = HtmpLaw.of(kappa, gamma);
        for (int i = 0; i < curvePoints.length; i++) {
            curvePoints[i] = LOWEST * Math.pow(HIGHEST / LOWEST, i / (curvePoints.length - 1.0));
        }
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] = law.quantile((i + 0.5) / eigenvalues.length);
        }
    }

    @Benchmark
    public double[] tableAndCurve() {
        HtmpLaw.of(kappa, gamma).logDensities(curvePoints, curve);
        return curve;
    }

    @Benchmark
    public double[] curveFromTable() {
        law.logDensities(curvePoints, curve);
        return curve;
    }

    @Benchmark
    public double logLikelihood() {
        law.logDensities(eigenvalues, terms);
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    @Benchmark
    public double tableAndOneCumulative() {
        return HtmpLaw.of(kappa, gamma).cumulative(1);
    }
}
