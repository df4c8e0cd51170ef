package org.eigenscope.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** Samples to fit: finite-N draws with a known truth, and the files of the reference fits. */
public final class Samples {
    private Samples() {}

    /** Eigenvalues of an N-point HTMP ensemble, mean 1. */
    public static double[] htmp(int n, double kappa, double gamma, long seed) throws NoConvergenceException {
        return BetaLaguerreSampler.of(kappa, gamma, n).sample(new SplittableRandom(seed));
    }

    /** The same for constants of a test class, which cannot throw. */
    public static double[] drawn(int n, double kappa, double gamma, long seed) {
        try {
            return htmp(n, kappa, gamma, seed);
        } catch (NoConvergenceException e) {
            throw new IllegalStateException(e);
        }
    }

    public static double[] direct(double[] x, double scale, double tau) {
        return Arrays.stream(x).map(v -> tau + scale * v).toArray();
    }

    public static double[] inverse(double[] x, double scale, double tau) {
        return Arrays.stream(x).map(v -> tau + scale / v).sorted().toArray();
    }

    public static double[] shuffled(double[] values, long seed) {
        double[] shuffled = values.clone();
        Random random = new Random(seed);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return shuffled;
    }

    public static List<String> lines(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream("/fit/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] reference(String name) {
        return lines("sample_" + name + ".csv").stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    public static FitResult fit(FitRequest request) throws Exception {
        return new SpectralFitter().fit(request, ProgressListener.NONE, CancelToken.NONE);
    }
}
