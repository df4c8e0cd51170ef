package org.eigenscope.network.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.Reference;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.layer.Signal.Need;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients and products with the Hessian: against PyTorch, and by finite differences. */
class GradientTest {
    private static final double PYTORCH = 1e-10;
    private static final Arithmetic DOUBLES = Arithmetic.of(Precision.FLOAT64);

    /** The loss and its derivatives at parameters. */
    private static final class At implements AutoCloseable {
        private final NetworkPass pass;
        private final DataSet data;
        private final Loss loss;
        private final int[] all;

        At(Network network, DataSet data, Loss loss) throws EigenscopeException {
            this.data = data;
            this.loss = loss;
            pass = new NetworkPass(network, data.count(), DOUBLES, Need.TANGENTS);
            all = IntStream.range(0, data.count()).toArray();
            for (int i = 0; i < data.count(); i++) {
                data.samples().copy(i, pass.signal(0).value(), i * data.shape().size());
            }
        }

        double loss(double[] parameters) {
            pass.parameters().value().copyFrom(parameters, 0, parameters.length);
            pass.forward(all.length);
            return pass.loss(loss, data.targets(), all, 0, all.length) / all.length;
        }

        double[] gradient(double[] parameters) {
            loss(parameters);
            pass.backward(all.length);
            double[] gradient = new double[parameters.length];
            pass.parameters().adjoint().copyTo(0, gradient, gradient.length);
            return gradient;
        }

        double[] product(double[] parameters, double[] v) {
            gradient(parameters);
            pass.parameters().tangent().copyFrom(v, 0, v.length);
            pass.forwardTangent(all.length);
            pass.setAdjointTangents(pass.lossCurvature(loss, all.length), all.length, 1.0 / all.length);
            pass.backwardTangent(all.length);
            double[] product = new double[v.length];
            pass.parameters().adjointTangent().copyTo(0, product, product.length);
            return product;
        }

        @Override
        public void close() {
            pass.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 28})
    void lenetsGradientAndHessianAreThoseOfPyTorch(int side) throws EigenscopeException {
        Shape shape = new Shape(1, side, side);
        Network network = Architecture.parse("lenet").build(shape, 10);
        double[] parameters = Reference.parameters(network.parameterCount(), 0.1);
        double[] v = new double[parameters.length];
        Arrays.setAll(v, i -> Math.cos(i * 0.3));
        try (At at = new At(network, Reference.data(shape, 5, 10), Loss.CROSS_ENTROPY)) {
            String archive = "lenet-" + side;
            assertThat(at.loss(parameters)).isCloseTo(Reference.read(archive, "loss")[0], within(PYTORCH));
            assertThat(every37th(at.gradient(parameters)))
                    .containsExactly(Reference.read(archive, "gradient"), within(PYTORCH));
            assertThat(every37th(at.product(parameters, v)))
                    .containsExactly(Reference.read(archive, "product"), within(PYTORCH));
        }
    }

    private static double[] every37th(double[] all) {
        return IntStream.range(0, (all.length + 36) / 37)
                .mapToDouble(i -> all[37 * i])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "'mlp:5,4+tanh', CROSS_ENTROPY",
        "'mlp:5,4+gelu', SQUARED",
        "'mlp:6,4+gelu+block-diagonal:3', CROSS_ENTROPY",
        "'mlp:6,4+tanh+banded:2', CROSS_ENTROPY",
        "'mlp:6,4+tanh+low-rank:2', SQUARED",
        "'mlp:6,4+tanh+kronecker:2x4', CROSS_ENTROPY",
        "lenet+tanh, CROSS_ENTROPY"
    })
    void derivativesAreThoseOfFiniteDifferences(String net, Loss loss) throws EigenscopeException {
        Shape shape = new Shape(1, 8, 8);
        Network network = Architecture.parse(net).build(shape, 3);
        double[] parameters = network.initialParameters(1);
        double[] v = new double[parameters.length];
        Arrays.setAll(v, i -> Math.cos(i * 0.3));
        double h = 1e-5;
        try (At at = new At(network, Reference.data(shape, 6, 3), loss)) {
            double[] above = moved(parameters, v, h);
            double[] below = moved(parameters, v, -h);
            double slope = (at.loss(above) - at.loss(below)) / (2 * h);
            double[] gradient = at.gradient(parameters);
            assertThat(dot(gradient, v)).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
            double[] product = at.product(parameters, v);
            double[] up = at.gradient(above);
            double[] down = at.gradient(below);
            for (int i = 0; i < v.length; i++) {
                assertThat(product[i]).isCloseTo((up[i] - down[i]) / (2 * h), within(2e-6));
            }
        }
    }

    private static double[] moved(double[] x, double[] v, double h) {
        double[] moved = x.clone();
        Arrays.setAll(moved, i -> x[i] + h * v[i]);
        return moved;
    }

    private static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }
}
