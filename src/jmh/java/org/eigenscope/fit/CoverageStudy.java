package org.eigenscope.fit;

import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.interval.BootstrapResult;
import org.eigenscope.fit.interval.ParametricBootstrap;
import org.eigenscope.fit.interval.ProfileStrip;
import org.eigenscope.fit.interval.ProfileStrips;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * How often 95 % intervals hold the truth: spectra are drawn from finite-N ensembles with known κ, s and τ, fitted with γ held,
 * and both intervals made. Prints one CSV row for every ensemble and parameter; takes hours for all of them.
 *
 * <p>The last columns, on the row of κ, are about the bootstrap: how often its interval is a point, how often it is open above,
 * and how often the p-value of the KS distance is at most 0.05, 0.25, 0.5 and 0.75.
 *
 * <p>Arguments: spectra per ensemble (default 200), bootstrap replicates (default 99), and the ensembles to study as
 * {@code law:N:kappa} (default all).
 */
public final class CoverageStudy {
    private static final double ASPECT_RATIO = 0.5;
    private static final ParameterSet HELD = ParameterSet.EMPTY.with(GAMMA, ASPECT_RATIO);
    private static final List<Parameter> PARAMETERS = List.of(KAPPA, SCALE, TAU);
    private static final double[] P_VALUES = {0.05, 0.25, 0.5, 0.75};
    private static final int FIRST_SEED = 1000;

    private final int spectra;
    private final int replicates;

    private CoverageStudy(int spectra, int replicates) {
        this.spectra = spectra;
        this.replicates = replicates;
    }

    /** Counts of one parameter in one ensemble. */
    private static final class Count {
        private int profile;
        private int profileBelow;
        private int profileAbove;
        private int bootstrap;
        private double level;
        private int points;
        private int open;
        private final int[] rejected = new int[P_VALUES.length];

        void add(Interval calibrated, double p) {
            points += calibrated.lower() == calibrated.upper() ? 1 : 0;
            open += calibrated.upperOpen() ? 1 : 0;
            for (int i = 0; i < P_VALUES.length; i++) {
                rejected[i] += p <= P_VALUES[i] ? 1 : 0;
            }
        }

        void add(double truth, Interval naive, Interval calibrated, double q) {
            boolean below = !naive.lowerOpen() && truth < naive.lower();
            boolean above = !naive.upperOpen() && truth > naive.upper();
            profileBelow += below ? 1 : 0;
            profileAbove += above ? 1 : 0;
            profile += below || above ? 0 : 1;
            boolean missed = !calibrated.lowerOpen() && truth < calibrated.lower()
                    || !calibrated.upperOpen() && truth > calibrated.upper();
            bootstrap += missed ? 0 : 1;
            level += Math.min(q, 10);
        }
    }

    /** Runs the study. */
    public static void main(String[] arguments) throws EigenscopeException {
        int spectra = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int replicates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 99;
        CoverageStudy study = new CoverageStudy(spectra, replicates);
        System.out.println(
                "law,N,kappa,parameter,spectra,profile,truth_below,truth_above,bootstrap,mean_q,points,open_above,"
                        + "p_05,p_25,p_50,p_75");
        List<String> chosen = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        for (LawFamily family : List.of(LawFamily.HTMP, LawFamily.INVERSE_HTMP)) {
            for (int n : new int[] {100, 400}) {
                for (double kappa : new double[] {0.2, 1, 8, 20, 60, n, 2 * n}) {
                    if (chosen.isEmpty() || chosen.contains(family.id() + ":" + n + ":" + text(kappa))) {
                        study.ensemble(family, n, ParameterSet.ofHtmp(kappa, ASPECT_RATIO, 1, 0.02));
                    }
                }
            }
        }
    }

    private static String text(double kappa) {
        return kappa == Math.rint(kappa) ? Integer.toString((int) kappa) : Double.toString(kappa);
    }

    private void ensemble(LawFamily family, int n, ParameterSet truth) throws EigenscopeException {
        Map<Parameter, Count> counts = new EnumMap<>(Parameter.class);
        PARAMETERS.forEach(parameter -> counts.put(parameter, new Count()));
        for (int i = 0; i < spectra; i++) {
            SplittableRandom random = new SplittableRandom(FIRST_SEED + i);
            double[] values = BetaLaguerreSampler.of(family, truth, n).sample(random);
            FitRequest request = FitRequest.of(values, family).withFixed(HELD);
            FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
            BootstrapResult bootstrap = new ParametricBootstrap(new SpectralFitter())
                    .run(request, fit, replicates, i, ProgressListener.NONE, CancelToken.NONE);
            Map<Parameter, ProfileStrip> strips = ProfileStrips.of(request, fit.parameters(), CancelToken.NONE);
            counts.get(KAPPA).add(bootstrap.intervals().get(KAPPA), bootstrap.kolmogorovSmirnovP());
            for (Parameter parameter : PARAMETERS) {
                counts.get(parameter)
                        .add(
                                truth.get(parameter),
                                strips.get(parameter).interval(),
                                bootstrap.intervals().get(parameter),
                                bootstrap.levels().get(parameter));
            }
        }
        counts.forEach((parameter, count) -> print(family, n, truth.get(KAPPA), parameter, count));
    }

    private void print(LawFamily family, int n, double kappa, Parameter parameter, Count count) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s,%d,%s,%s,%d,%.3f,%.3f,%.3f,%.3f,%.2f,%d,%d,%d,%d,%d,%d",
                family.id(),
                n,
                kappa,
                parameter.id(),
                spectra,
                (double) count.profile / spectra,
                (double) count.profileBelow / spectra,
                (double) count.profileAbove / spectra,
                (double) count.bootstrap / spectra,
                count.level / spectra,
                count.points,
                count.open,
                count.rejected[0],
                count.rejected[1],
                count.rejected[2],
                count.rejected[3]));
    }
}
