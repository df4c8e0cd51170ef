package org.eigenscope.fit.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.search.FitProblem;
import org.eigenscope.fit.search.FitSearch;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogLikelihoodTest {
    private static Stream<double[]> pointsInTheBox(FitSearch search) {
        double[] lower = search.coordinates().lower();
        double[] upper = search.coordinates().upper();
        SplittableRandom random = new SplittableRandom(3);
        return Stream.generate(() -> {
                    double[] theta = new double[lower.length];
                    Arrays.setAll(theta, j -> lower[j] + random.nextDouble() * (upper[j] - lower[j]));
                    return theta;
                })
                .limit(200);
    }

    private static void assertSumOfTerms(FitRequest request) throws EigenscopeException {
        FitSearch search = FitProblem.of(request, CancelToken.NONE).search();
        for (double[] theta : pointsInTheBox(search).toList()) {
            double sum = Arrays.stream(search.likelihood().pointwise(theta)).sum();
            assertThat(search.likelihood().at(theta)).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
        }
    }

    private static double[] eigenvalues() {
        return new SplittableRandom(4).doubles(150, 0.2, 6).toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"MP", "INVERSE_MP", "SEMICIRCLE"})
    void likelihoodOfBoundedLawIsTheSumOfItsTerms(LawFamily family) throws EigenscopeException {
        assertSumOfTerms(FitRequest.of(eigenvalues(), family));
    }

    @ParameterizedTest
    @EnumSource(
            value = LawFamily.class,
            names = {"MP", "INVERSE_MP"})
    void likelihoodOfBoundedLawOnWindowIsTheSumOfItsTerms(LawFamily family) throws EigenscopeException {
        assertSumOfTerms(FitRequest.of(eigenvalues(), family).withTrims(5, 8));
    }
}
