package org.eigenscope.network.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.Reference;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.Samples;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.model.Targets;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Estimate;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feature matrices: against PyTorch, in cases with a formula, and estimates against exact ones. */
class FeatureMatricesTest {
    private static final double PYTORCH = 1e-10;
    private static final double FORMULA = 1e-12;

    private static Evaluation at(String net, Shape shape, int outputs, Loss loss) throws EigenscopeException {
        Network network = Architecture.parse(net).build(shape, outputs);
        boolean lenet = net.startsWith("lenet");
        double[] parameters = Reference.parameters(network.parameterCount(), lenet ? 0.1 : 0.7);
        return new Evaluation(network, parameters, Reference.data(shape, lenet ? 5 : 7, outputs), loss);
    }

    private static FeatureMatrices of(Evaluation at) {
        return new FeatureMatrices(
                at, new Provenance(Path.of("net"), "features", Map.of()), ProgressListener.NONE, CancelToken.NONE);
    }

    private static FeatureMatrices mlp(String phi, Loss loss) throws EigenscopeException {
        return of(at("mlp:5,4+" + phi, Shape.flat(6), 3, loss));
    }

    private static void assertEqual(Matrix matrix, double[] expected, double accuracy) {
        assertThat(matrix.valuesForReading()).containsExactly(expected, within(accuracy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh", "gelu"})
    void tangentKernelsAreThoseOfPyTorch(String phi) throws EigenscopeException {
        FeatureMatrices features = mlp(phi, Loss.SQUARED);
        assertEqual(features.tangentKernel(false), Reference.read("mlp-" + phi, "ntk"), PYTORCH);
        assertEqual(features.tangentKernel(true), Reference.read("mlp-" + phi, "pairs"), PYTORCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "tanh", "gelu"})
    void activationsAreThoseOfPyTorch(String phi) throws EigenscopeException {
        FeatureMatrices features = mlp(phi, Loss.SQUARED);
        assertEqual(features.activationGram(3, false), Reference.read("mlp-" + phi, "ck"), PYTORCH);
        assertEqual(features.activationGram(3, true), Reference.read("mlp-" + phi, "ckcentred"), PYTORCH);
    }

    @ParameterizedTest
    @CsvSource({
        "relu, CROSS_ENTROPY",
        "tanh, CROSS_ENTROPY",
        "gelu, CROSS_ENTROPY",
        "relu, SQUARED",
        "tanh, SQUARED",
        "gelu, SQUARED"
    })
    void curvaturesAreThoseOfPyTorch(String phi, Loss loss) throws EigenscopeException {
        FeatureMatrices features = mlp(phi, loss);
        for (FeatureKind kind : new FeatureKind[] {FeatureKind.HESSIAN, FeatureKind.GGN, FeatureKind.FISHER}) {
            double[] expected = Reference.read("mlp-" + phi + "-" + loss.id(), kind.id());
            assertEqual(features.curvature(kind, 100), expected, PYTORCH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 28})
    void lenetsTangentKernelIsThatOfPyTorch(int side) throws EigenscopeException {
        Evaluation at = at("lenet", new Shape(1, side, side), 10, Loss.CROSS_ENTROPY);
        assertEqual(of(at).tangentKernel(false), Reference.read("lenet-" + side, "ntk"), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mlp:6,4+block-diagonal:3",
                "mlp:6,4+banded:1",
                "mlp:6,4+low-rank:2",
                "mlp:6,4+kronecker:2x3",
                "lenet"
            })
    void theSummedKernelIsTheTraceOverOutputsOfThePairs(String net) throws EigenscopeException {
        Shape shape = net.equals("lenet") ? new Shape(1, 8, 8) : Shape.flat(6);
        FeatureMatrices features = of(at(net, shape, 3, Loss.SQUARED));
        Matrix summed = features.tangentKernel(false);
        Matrix pairs = features.tangentKernel(true);
        for (int i = 0; i < summed.rows(); i++) {
            for (int j = 0; j < summed.rows(); j++) {
                double sum = 0;
                for (int c = 0; c < 3; c++) {
                    sum += pairs.get(3 * i + c, 3 * j + c);
                }
                assertThat(summed.get(i, j)).isCloseTo(sum, within(1e-10));
            }
        }
    }

    /** A linear map of 4 numbers at θ, with inputs by the formula; its parameters are W, then b. */
    private static Evaluation linear(int outputs, Loss loss) throws EigenscopeException {
        Network network = Architecture.parse("mlp").build(Shape.flat(4), outputs);
        DataSet data = Reference.data(Shape.flat(4), 9, Math.max(2, outputs));
        Targets targets = Targets.ofLabels(data.targets().labels(), outputs);
        return new Evaluation(
                network, Reference.parameters(network.parameterCount(), 0.7), data.withTargets(targets), loss);
    }

    /** (1/N) Σ H(x) ⊗ (x, 1)(x, 1)ᵀ in the order of the parameters, H the Hessian of the loss by the outputs. */
    private static double[] kronecker(Evaluation at, Function<double[], double[][]> curvature) {
        int outputs = at.network().outputs();
        double[] theta = at.parameters();
        int size = theta.length;
        double[] sum = new double[size * size];
        for (int sample = 0; sample < 9; sample++) {
            double[] x = new double[5];
            for (int k = 0; k < 4; k++) {
                x[k] = Math.cos(0.7 * (4 * sample + k));
            }
            x[4] = 1;
            double[] f = new double[outputs];
            for (int c = 0; c < outputs; c++) {
                for (int k = 0; k < 5; k++) {
                    f[c] += theta[place(c, k, outputs)] * x[k];
                }
            }
            double[][] h = curvature.apply(f);
            for (int i = 0; i < outputs * 5; i++) {
                for (int j = 0; j < outputs * 5; j++) {
                    int row = place(i / 5, i % 5, outputs);
                    int column = place(j / 5, j % 5, outputs);
                    sum[row * size + column] += h[i / 5][j / 5] * x[i % 5] * x[j % 5] / 9;
                }
            }
        }
        return sum;
    }

    private static int place(int output, int input, int outputs) {
        return input == 4 ? 4 * outputs + output : 4 * output + input;
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureKind.class,
            names = {"HESSIAN", "GGN"})
    void linearRegressionHasTwiceTheSecondMoments(FeatureKind kind) throws EigenscopeException {
        Evaluation at = linear(1, Loss.SQUARED);
        assertEqual(of(at).curvature(kind, 100), kronecker(at, f -> new double[][] {{2}}), FORMULA);
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureKind.class,
            names = {"HESSIAN", "GGN"})
    void logisticRegressionWeighsThemBySlopes(FeatureKind kind) throws EigenscopeException {
        Evaluation at = linear(1, Loss.CROSS_ENTROPY);
        double[] expected = kronecker(at, f -> {
            double p = 1 / (1 + Math.exp(-f[0]));
            return new double[][] {{p * (1 - p)}};
        });
        assertEqual(of(at).curvature(kind, 100), expected, FORMULA);
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureKind.class,
            names = {"HESSIAN", "GGN"})
    void softmaxRegressionHasTheCovarianceOfTheClasses(FeatureKind kind) throws EigenscopeException {
        Evaluation at = linear(3, Loss.CROSS_ENTROPY);
        double[] expected = kronecker(at, f -> {
            double[] p = Arrays.stream(f).map(Math::exp).toArray();
            double sum = Arrays.stream(p).sum();
            double[][] h = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    h[i][j] = (i == j ? p[i] / sum : 0) - p[i] * p[j] / sum / sum;
                }
            }
            return h;
        });
        assertEqual(of(at).curvature(kind, 100), expected, FORMULA);
    }

    @Test
    void aTangentKernelOfALinearMapIsThatOfItsInputs() throws EigenscopeException {
        Evaluation at = linear(3, Loss.SQUARED);
        Matrix kernel = of(at).tangentKernel(false);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                double dot = 1;
                for (int k = 0; k < 4; k++) {
                    dot += Math.cos(0.7 * (4 * i + k)) * Math.cos(0.7 * (4 * j + k));
                }
                assertThat(kernel.get(i, j)).isCloseTo(3 * dot, within(FORMULA));
            }
        }
    }

    @Test
    void theEstimateOfAHessianAgreesWithItsTraceAndMass() throws EigenscopeException {
        FeatureMatrices features = mlp("tanh", Loss.CROSS_ENTROPY);
        Matrix exact = features.curvature(FeatureKind.HESSIAN, 100);
        Spectrum spectrum = features.curvatureEstimate(
                FeatureKind.HESSIAN, new QuadratureSettings(64, 74, 1, ProbeVectors.RADEMACHER));
        Estimate trace = spectrum.estimate().orElseThrow().trace();
        double expected = IntStream.range(0, exact.rows())
                .mapToDouble(i -> exact.get(i, i))
                .sum();
        assertThat(spectrum.size()).isEqualTo(exact.rows());
        assertThat(trace.value()).isCloseTo(expected, within(4 * trace.standardError()));
        double all = spectrum.estimate().orElseThrow().massBelow(1e9).value();
        assertThat(all).isCloseTo(1, within(1e-12));
    }

    @Test
    void manySamplesAreTakenInTurn() throws EigenscopeException {
        Network network = Architecture.parse("mlp:3+tanh").build(Shape.flat(2), 2);
        DataSet data = Reference.data(Shape.flat(2), 1500, 2);
        double[] theta = Reference.parameters(network.parameterCount(), 0.7);
        Evaluation all = new Evaluation(network, theta, data, Loss.CROSS_ENTROPY);
        for (FeatureKind kind : new FeatureKind[] {FeatureKind.HESSIAN, FeatureKind.GGN, FeatureKind.FISHER}) {
            double[] whole = of(all).curvature(kind, 100).valuesForReading();
            double[] first = of(part(all, 0, 1000)).curvature(kind, 100).valuesForReading();
            double[] second = of(part(all, 1000, 1500)).curvature(kind, 100).valuesForReading();
            for (int i = 0; i < whole.length; i++) {
                assertThat(whole[i]).isCloseTo((1000 * first[i] + 500 * second[i]) / 1500, within(1e-12));
            }
        }
    }

    private static Evaluation part(Evaluation all, int from, int to) {
        Samples.Numbers numbers = (Samples.Numbers) all.data().samples();
        double[] values = Arrays.copyOfRange(numbers.values(), from * 2, to * 2);
        int[] rows = IntStream.range(from, to).toArray();
        DataSet data = new DataSet(
                Shape.flat(2),
                new Samples.Numbers(values, 2),
                all.data().targets().select(rows));
        return new Evaluation(all.network(), all.parameters(), data, all.loss());
    }

    @Test
    void aHessianOfTooManyParametersIsNotFormed() throws EigenscopeException {
        FeatureMatrices features = mlp("tanh", Loss.SQUARED);
        assertThatThrownBy(() -> features.curvature(FeatureKind.HESSIAN, 73))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has 74 rows, more than 73");
    }

    @Test
    void aKernelOfTooManySamplesIsRefusedBeforeItIsMade() throws EigenscopeException {
        Network network = Architecture.parse("mlp").build(Shape.flat(1), 2);
        DataSet data = Reference.data(Shape.flat(1), 60_000, 2);
        Evaluation at = new Evaluation(network, Reference.parameters(4, 1), data, Loss.SQUARED);
        assertThatThrownBy(() -> of(at).tangentKernel(false)).isInstanceOf(InsufficientMemoryException.class);
    }
}
