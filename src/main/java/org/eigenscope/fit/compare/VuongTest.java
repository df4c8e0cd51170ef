package org.eigenscope.fit.compare;

import org.apache.commons.math3.special.Erf;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.Objective;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.progress.CancelToken;

/**
 * Whether one law is closer to the data than another, neither containing the other: z = Σdᵢ/(√n·sd(d)), dᵢ the difference of
 * pointwise log-likelihoods (Q. H. Vuong, Econometrica 57, 1989). Takes eigenvalues as independent.
 *
 * @param statistic z, positive when the first law is closer
 * @param pValue two-sided, of a standard normal
 */
public record VuongTest(double statistic, double pValue) {
    /**
     * Compares two fits of the same sample.
     *
     * @param request the sample and its trims; its family and fixed values are ignored
     * @throws IllegalArgumentException if the fits are of different sample sizes
     * @throws BadInputException if the sample is unusable
     */
    public static VuongTest between(FitRequest request, FitResult first, FitResult second)
            throws BadInputException, CancelledException {
        if (first.sampleSize() != second.sampleSize()) {
            throw new IllegalArgumentException(
                    "the fits have " + first.sampleSize() + " and " + second.sampleSize() + " eigenvalues");
        }
        double[] a = pointwise(request, first);
        double[] b = pointwise(request, second);
        for (int i = 0; i < a.length; i++) {
            a[i] -= b[i];
        }
        return of(a);
    }

    /** The test of pointwise differences of log-likelihoods. */
    public static VuongTest of(double[] differences) {
        double mean = 0;
        for (double difference : differences) {
            mean += difference / differences.length;
        }
        double variance = 0;
        for (double difference : differences) {
            variance += (difference - mean) * (difference - mean) / differences.length;
        }
        double z = variance > 0 ? mean * Math.sqrt(differences.length / variance) : 0;
        return new VuongTest(z, Erf.erfc(Math.abs(z) / Math.sqrt(2)));
    }

    private static double[] pointwise(FitRequest request, FitResult fit) throws BadInputException, CancelledException {
        FitRequest held = new FitRequest(
                request.eigenvalues(),
                fit.family(),
                fit.parameters(),
                fit.parameters(),
                Objective.LIKELIHOOD,
                request.trimBottom(),
                request.trimTop());
        return FitProblem.of(held, CancelToken.NONE).search().likelihood().pointwise(new double[0]);
    }
}
