package org.eigenscope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.Misfit;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * How often the warning MISFIT is false: spectra are drawn from finite-N ensembles and fitted with the law that made them, γ held,
 * κ, s and τ free. Prints a CSV row for every law, γ, N and κ with the mean, the 95 and 99 % points of √n·D, the mean threshold and how
 * many spectra passed it.
 *
 * <p>Arguments: spectra per row (default 100), the first seed (default 50,000), aspect ratios with commas between them (default
 * 0.1,0.25,0.9,1), sizes (default 50,200), repulsions (default 0.2,1,4,8,20,60,N), and the laws (default htmp,inverse-htmp).
 */
public final class MisfitStudy {
    private static final double FLOOR = 0.02;
    /** With δ = (κ/2)(1/γ − 1) below it, draws of the direct law equal a floor above 0 in double precision. */
    private static final double LEAST_DELTA = 0.25;

    private final int spectra;
    private final long firstSeed;

    private MisfitStudy(int spectra, long firstSeed) {
        this.spectra = spectra;
        this.firstSeed = firstSeed;
    }

    /** Runs the study. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws EigenscopeException {
        List<String> given = List.of(arguments);
        MisfitStudy study = new MisfitStudy(
                Integer.parseInt(argument(given, 0, "100")), Long.parseLong(argument(given, 1, "50000")));
        System.out.println("law,gamma,N,kappa,spectra,failures,mean,q95,q99,threshold,alarms");
        for (String law : argument(given, 5, "htmp,inverse-htmp").split(",")) {
            LawFamily family = LawFamily.byId(law).orElseThrow();
            for (double gamma : numbers(argument(given, 2, "0.1,0.25,0.9,1"))) {
                for (double n : numbers(argument(given, 3, "50,200"))) {
                    for (double kappa : numbers(argument(given, 4, "0.2,1,4,8,20,60," + n))) {
                        System.out.println(study.row(family, gamma, (int) n, kappa));
                    }
                }
            }
        }
    }

    private static String argument(List<String> given, int place, String otherwise) {
        return given.size() > place ? given.get(place) : otherwise;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    private String row(LawFamily family, double gamma, int n, double kappa) throws EigenscopeException {
        double floor = kappa / 2 * (1 / gamma - 1) < LEAST_DELTA ? 0 : FLOOR;
        ParameterSet truth = ParameterSet.ofHtmp(kappa, gamma, 1, floor);
        double[] scaled = new double[spectra];
        double threshold = 0;
        int alarms = 0;
        int failures = 0;
        for (int i = 0; i < spectra; i++) {
            double[] values = BetaLaguerreSampler.of(family, truth, n).sample(new SplittableRandom(firstSeed + i));
            FitRequest request =
                    FitRequest.of(values, family).withFixed(ParameterSet.EMPTY.with(Parameter.GAMMA, gamma));
            try {
                FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
                Misfit misfit = Misfit.of(request, fit);
                scaled[i] = misfit.scaled();
                threshold += misfit.threshold() / spectra;
                alarms += misfit.isPresent() ? 1 : 0;
            } catch (EigenscopeException e) {
                failures++;
            }
        }
        Arrays.sort(scaled);
        return String.format(
                Locale.ROOT,
                "%s,%s,%d,%s,%d,%d,%.3f,%.3f,%.3f,%.3f,%d",
                family.id(),
                gamma,
                n,
                kappa,
                spectra,
                failures,
                Arrays.stream(scaled).average().orElse(0),
                scaled[(int) (0.95 * spectra)],
                scaled[(int) (0.99 * spectra)],
                threshold,
                alarms);
    }
}
