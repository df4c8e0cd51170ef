package org.eigenscope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * The bias of ln κ̂ by an objective: spectra are drawn from the ensemble at γ = 0.5, s = 1 and τ = 0, and fitted with γ and τ held. Prints a
 * CSV row for every law, N and κ: mean and median of ln(κ̂/κ), the mean's standard error, and the standard deviation.
 *
 * <p>Arguments: spectra per row (default 200), the objectives' names with commas between them (default LOG_DENSITY,LIKELIHOOD), sizes
 * (default 50,100,200,400), repulsions (default 0.5,2,6).
 */
public final class LogDensityStudy {
    private static final double ASPECT_RATIO = 0.5;
    private static final long FIRST_SEED = 90_000;

    private LogDensityStudy() {}

    /** Runs the study. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws EigenscopeException {
        List<String> given = List.of(arguments);
        int spectra = Integer.parseInt(argument(given, 0, "200"));
        System.out.println("law,objective,N,kappa,spectra,mean,standard_error,median,deviation");
        for (String objective : argument(given, 1, "LOG_DENSITY,LIKELIHOOD").split(",")) {
            for (LawFamily family : List.of(LawFamily.HTMP, LawFamily.INVERSE_HTMP)) {
                for (double n : numbers(argument(given, 2, "50,100,200,400"))) {
                    for (double kappa : numbers(argument(given, 3, "0.5,2,6"))) {
                        double[] logs = logs(Objective.valueOf(objective), family, (int) n, kappa, spectra);
                        print(objective, family, (int) n, kappa, logs);
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

    private static double[] logs(Objective objective, LawFamily family, int n, double kappa, int spectra)
            throws EigenscopeException {
        ParameterSet truth = ParameterSet.ofHtmp(kappa, ASPECT_RATIO, 1, 0);
        ParameterSet held =
                ParameterSet.EMPTY.with(Parameter.GAMMA, ASPECT_RATIO).with(Parameter.TAU, 0);
        double[] logs = new double[spectra];
        for (int i = 0; i < spectra; i++) {
            double[] values = BetaLaguerreSampler.of(family, truth, n).sample(new SplittableRandom(FIRST_SEED + i));
            FitRequest request = FitRequest.of(values, family).withFixed(held).withObjective(objective);
            FitResult fit = new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
            logs[i] = Math.log(fit.parameters().get(Parameter.KAPPA) / kappa);
        }
        return logs;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String objective, LawFamily family, int n, double kappa, double[] logs) {
        int spectra = logs.length;
        double mean = Arrays.stream(logs).average().orElse(0);
        double squares = Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (spectra - 1));
        Arrays.sort(logs);
        System.out.println(String.format(
                Locale.ROOT,
                "%s,%s,%d,%s,%d,%.4f,%.4f,%.4f,%.4f",
                family.id(),
                objective,
                n,
                kappa,
                spectra,
                mean,
                deviation / Math.sqrt(spectra),
                logs[spectra / 2],
                deviation));
    }
}
