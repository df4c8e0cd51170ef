package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.layer.Signal.Need;

/**
 * z = W(θ) a + b, where W is a function of its parameters θ.
 *
 * @param input the shape of a sample, taken as numbers in a row
 * @param outputs how many come out
 * @param structure what W is of θ
 * @param offset where θ begins among the parameters of the network; b follows it
 */
public record Structured(Shape input, int outputs, WeightStructure structure, int offset) implements Layer {
    @Override
    public Shape output() {
        return Shape.flat(outputs);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("parameters", List.of(structure.parameterCount()), offset),
                new Parameter("bias", List.of(outputs), offset + structure.parameterCount()));
    }

    /** W, of all parameters of the network. */
    public double[] weight(double[] all) {
        double[] theta = new double[structure.parameterCount()];
        System.arraycopy(all, offset, theta, 0, theta.length);
        double[] w = new double[outputs * input.size()];
        structure.expand(theta, w);
        return w;
    }

    @Override
    public void initialize(double[] parameters, SplittableRandom random) {
        double[] theta = new double[structure.parameterCount()];
        structure.initialize(theta, random);
        System.arraycopy(theta, 0, parameters, offset, theta.length);
        Uniform.fill(parameters, offset + theta.length, outputs, Math.sqrt(1.0 / input.size()), random);
    }

    @Override
    public long scratch(int samples) {
        return 4L * (outputs + 1) * input.size();
    }

    @Override
    public LayerPass prepare(int samples, Arithmetic arithmetic) {
        return new Pass(arithmetic);
    }

    /** The pass of a dense layer with W, between expanding W and pulling its derivatives back. */
    private final class Pass implements LayerPass {
        private final int inputs = input.size();
        private final int entries = outputs * inputs;
        private final LayerPass dense;
        private final Signal whole;
        private final double[] theta = new double[structure.parameterCount()];
        private final double[] v = new double[theta.length];
        private final double[] gradient = new double[theta.length];
        private final double[] w = new double[entries];
        private final double[] adjoint = new double[entries];
        private final double[] b = new double[outputs];

        Pass(Arithmetic arithmetic) {
            dense = new Dense(input, outputs, 0).prepare(1, arithmetic);
            whole = Signal.allocate(arithmetic, entries + outputs, Need.TANGENTS);
        }

        private void expand(Signal all) {
            all.value().copyTo(offset, theta, theta.length);
            structure.expand(theta, w);
            whole.value().copyFrom(w, 0, entries);
            copyBias(all.value(), whole.value());
        }

        private void copyBias(NumberArray from, NumberArray to) {
            from.copyTo(offset + theta.length, b, outputs);
            to.copyFrom(b, entries, outputs);
        }

        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            expand(all);
            dense.forward(samples, in, out, whole);
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            dense.backward(samples, in, out, whole);
            pullBack(all.adjoint());
        }

        private void pullBack(NumberArray target) {
            whole.adjoint().copyTo(0, adjoint, entries);
            structure.pullBack(theta, adjoint, gradient);
            target.copyFrom(gradient, offset, gradient.length);
            whole.adjoint().copyTo(entries, b, outputs);
            target.copyFrom(b, offset + theta.length, outputs);
        }

        @Override
        public void backwardInput(int samples, Signal in, Signal out, Signal all) {
            dense.backwardInput(samples, in, out, whole);
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            all.tangent().copyTo(offset, v, v.length);
            double[] tangent = new double[entries];
            structure.expandTangent(theta, v, tangent);
            whole.tangent().copyFrom(tangent, 0, entries);
            copyBias(all.tangent(), whole.tangent());
            dense.forwardTangent(samples, in, out, whole);
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            dense.backwardTangent(samples, in, out, whole);
            double[] tangent = new double[entries];
            whole.adjointTangent().copyTo(0, tangent, entries);
            whole.adjoint().copyTo(0, adjoint, entries);
            structure.pullBackTangent(theta, v, adjoint, tangent, gradient);
            all.adjointTangent().copyFrom(gradient, offset, gradient.length);
            whole.adjointTangent().copyTo(entries, b, outputs);
            all.adjointTangent().copyFrom(b, offset + theta.length, outputs);
        }

        @Override
        public void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows) {
            double[] a = new double[inputs];
            int each = parameterCount();
            for (int sample = 0; sample < samples; sample++) {
                in.value().copyTo(sample * inputs, a, inputs);
                out.adjoint().copyTo(sample * outputs, b, outputs);
                for (int i = 0; i < entries; i++) {
                    adjoint[i] = b[i / inputs] * a[i % inputs];
                }
                structure.pullBack(theta, adjoint, gradient);
                rows.copyFrom(gradient, sample * each, gradient.length);
                rows.copyFrom(b, sample * each + gradient.length, outputs);
            }
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
