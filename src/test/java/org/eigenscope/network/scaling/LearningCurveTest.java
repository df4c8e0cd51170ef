package org.eigenscope.network.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The equation of the scaling law against simulations by numpy, and regression with a kernel against the equation. */
class LearningCurveTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "network", "scaling");

    @ParameterizedTest
    @CsvFileSource(resources = "/network/scaling/errors.csv", numLinesToSkip = 1)
    void theEquationIsWithinTenPercentOfSimulatedErrors(String kappa, int samples, double error) throws IOException {
        double[] eigenvalues = Files.readAllLines(FOLDER.resolve("eigenvalues-" + kappa + ".txt")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(LearningCurve.of(eigenvalues).relativeError(samples) / error).isCloseTo(1, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void equalEigenvaluesAreLearnedInProportionToTheSamples(int samples) {
        double[] equal = new double[10];
        Arrays.fill(equal, 3e-200);
        assertThat(LearningCurve.of(equal).relativeError(samples)).isCloseTo(1 - samples / 10.0, within(1e-12));
    }

    @Test
    void noSamplesLeaveAllAndAsManyAsFeaturesLeaveNothing() {
        LearningCurve curve = LearningCurve.of(new double[] {0, 1, 5, 2});
        assertThat(curve.relativeError(0)).isEqualTo(1);
        assertThat(curve.relativeError(3)).isEqualTo(0);
        assertThat(curve.relativeError(2)).isBetween(0.0, 1.0);
    }

    @Test
    void spectraWithoutAPositiveEigenvalueOrWithABadOneAreRefused() {
        for (double[] bad : new double[][] {{}, {0, 0}, {-1, 2}, {Double.NaN}, {1, Double.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> LearningCurve.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A Gram matrix of Gaussian features with variances 1/k. */
    private static double[] kernel(int inputs, int features) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = new double[inputs][features];
        for (double[] row : x) {
            Arrays.setAll(row, k -> (random.nextDouble() + random.nextDouble() - 1) / Math.sqrt(k + 1));
        }
        double[] kernel = new double[inputs * inputs];
        for (int i = 0; i < kernel.length; i++) {
            double[] other = x[i % inputs];
            double[] row = x[i / inputs];
            for (int k = 0; k < features; k++) {
                kernel[i] += row[k] * other[k];
            }
        }
        return kernel;
    }

    @Test
    void regressionWithAKernelHasTheErrorOfTheEquation() throws EigenscopeException {
        int features = 400;
        KernelRegression regression = KernelRegression.of(kernel(300, features), 300);
        double[] eigenvalues = new double[features];
        Arrays.setAll(eigenvalues, k -> 1.0 / (k + 1));
        assertThat(regression.errorOfTeachers(30, 10, 0, CancelToken.NONE).mean())
                .isCloseTo(LearningCurve.of(eigenvalues).relativeError(30), within(0.02));
    }

    /** K(·, j) is a kernel function: learned exactly from any inputs that j is among. */
    @Test
    void kernelFunctionsOfTheSamplesAreLearned() throws EigenscopeException {
        int n = 12;
        double[] kernel = kernel(n, 40);
        KernelRegression regression = KernelRegression.of(kernel, n);
        // of the n answers K(·, j) every one but that of the left-out input is met, whichever that is
        double[] one = new double[n];
        int exact = 0;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                one[i] = kernel[i * n + j];
            }
            if (regression.error(one, 1, n - 1, 1, 3, CancelToken.NONE).mean() < 1e-20) {
                exact++;
            }
        }
        assertThat(exact).isEqualTo(n - 1);
    }

    @Test
    void aSingularKernelIsRefused() {
        KernelRegression regression = KernelRegression.of(kernel(20, 5), 20);
        assertThatThrownBy(() -> regression.error(new double[20], 1, 10, 1, 0, CancelToken.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("singular");
    }
}
