package org.eigenscope.ensemble;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.eigenscope.ensemble.gas.LangevinGas;
import org.eigenscope.ensemble.gas.LogGas;
import org.eigenscope.ensemble.gas.StationaryWalk;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.HtmpLaw;
import org.eigenscope.law.convolution.FreeFactor;
import org.eigenscope.law.convolution.FreeProductLaw;
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

/** What the lab costs: a picture of either dynamics at N = 500, and 500 points of a convolution with two atoms. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class LabBenchmark {
    private static final int SIZE = 500;

    @Param({"1", "50", "500"})
    public double kappa;

    private final double[] points = new double[500];
    private StationaryWalk walk;
    private LangevinGas gas;
    private FreeProductLaw product;

    @Setup
    public void prepare() throws EigenscopeException {
        BidiagonalModel model = new BidiagonalModel(kappa, 0.5, SIZE);
        walk = StationaryWalk.of(model, new SplittableRandom(1));
        gas = LangevinGas.of(new LogGas(model), walk.eigenvalues(), new SplittableRandom(2));
        product = FreeProductLaw.of(
                FreeFactor.atoms(new double[] {1, 8}, new double[] {0.7, 0.3}), FreeFactor.of(HtmpLaw.of(kappa, 0.5)));
        for (int i = 0; i < points.length; i++) {
            points[i] = 1e-3 * Math.pow(2e4, i / (points.length - 1.0));
        }
    }

    @Benchmark
    public double[] stepOfTheWalk() throws EigenscopeException {
        walk.advance(0.02);
        return walk.eigenvalues();
    }

    @Benchmark
    public double[] sweepOfTheGas() {
        gas.sweep(gas.naturalStep());
        return gas.values();
    }

    @Benchmark
    public double[] convolutionCurve() {
        return product.densities(points);
    }
}
