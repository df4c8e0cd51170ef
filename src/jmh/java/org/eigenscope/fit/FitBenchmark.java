package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.interval.ProfileStrip;
import org.eigenscope.fit.interval.ProfileStrips;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.fit.tail.PowerLawTail;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
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

/** What fits cost: refits after a nudge, fits from nothing, the strips under four sliders, and the power-law tail. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FitBenchmark {
    private static final double ASPECT_RATIO = 0.5;
    private static final double NUDGED_RATIO = 0.52;
    private static final double NUDGE = 1.1;

    @Param({"1000", "10000"})
    public int eigenvalues;

    @Param({"0.5", "2", "50"})
    public double kappa;

    @Param({"htmp", "inverse-htmp"})
    public String law;

    private final SpectralFitter fitter = new SpectralFitter();
    private double[] values;
    private FitRequest three;
    private FitRequest four;
    private FitRequest nudgedThree;
    private FitRequest nudgedFour;
    private ParameterSet fitted;

    @Setup
    public void prepare() throws EigenscopeException {
        LawFamily family = LawFamily.byId(law).orElseThrow();
        ParameterSet truth = ParameterSet.ofHtmp(kappa, ASPECT_RATIO, 1.1, 0.03);
        values = BetaLaguerreSampler.of(family, truth, eigenvalues).sample(new SplittableRandom(7));
        four = FitRequest.of(values, family);
        three = four.withFixed(ParameterSet.EMPTY.with(GAMMA, ASPECT_RATIO));
        fitted = fit(three).parameters();
        nudgedThree =
                four.withFixed(ParameterSet.EMPTY.with(GAMMA, NUDGED_RATIO)).withStart(fitted);
        ParameterSet all = fit(four).parameters();
        nudgedFour = four.withStart(all.with(KAPPA, NUDGE * all.get(KAPPA)));
    }

    private FitResult fit(FitRequest request) throws EigenscopeException {
        return fitter.fit(request, ProgressListener.NONE, CancelToken.NONE);
    }

    @Benchmark
    public FitResult refitOfThree() throws EigenscopeException {
        return fit(nudgedThree);
    }

    @Benchmark
    public FitResult refitOfFour() throws EigenscopeException {
        return fit(nudgedFour);
    }

    @Benchmark
    public FitResult fitOfThreeFromNothing() throws EigenscopeException {
        return fit(three);
    }

    @Benchmark
    public FitResult fitOfFourFromNothing() throws EigenscopeException {
        return fit(four);
    }

    @Benchmark
    public Map<Parameter, ProfileStrip> fourStrips() throws EigenscopeException {
        return ProfileStrips.of(three, fitted, CancelToken.NONE);
    }

    @Benchmark
    public PowerLawTail powerLawTail() throws EigenscopeException {
        return PowerLawTail.of(values);
    }
}
