package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Slice;

/**
 * z = W a + b with W out × in.
 *
 * @param input the shape of a sample, taken as numbers in a row
 * @param outputs how many come out
 * @param offset where W begins among the parameters of the network; b follows it
 */
public record Dense(Shape input, int outputs, int offset) implements Layer {
    @Override
    public Shape output() {
        return Shape.flat(outputs);
    }

    @Override
    public List<Parameter> parameters() {
        int inputs = input.size();
        return List.of(
                new Parameter("weight", List.of(outputs, inputs), offset),
                new Parameter("bias", List.of(outputs), offset + outputs * inputs));
    }

    @Override
    public void initialize(double[] parameters, SplittableRandom random) {
        Uniform.fill(parameters, offset, parameterCount(), Math.sqrt(1.0 / input.size()), random);
    }

    @Override
    public long scratch(int samples) {
        return 0;
    }

    @Override
    public LayerPass prepare(int samples, Arithmetic arithmetic) {
        return new Pass();
    }

    private final class Pass implements LayerPass {
        private final int inputs = input.size();
        private final int bias = offset + outputs * inputs;

        private Slice weight(NumberArray parameters) {
            return Slice.of(parameters, offset, outputs, inputs);
        }

        private Slice in(NumberArray array, int samples) {
            return Slice.of(array, 0, samples, inputs);
        }

        private Slice out(NumberArray array, int samples) {
            return Slice.of(array, 0, samples, outputs);
        }

        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            out.value().forgetAll();
            out.value()
                    .multiply(in(in.value(), samples), weight(all.value()).transposed(), 0, out(out.value(), samples));
            out.value().addToChannels(all.value(), bias, samples, outputs, 1);
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            all.adjoint()
                    .multiply(
                            out(out.adjoint(), samples).transposed(),
                            in(in.value(), samples),
                            0,
                            weight(all.adjoint()));
            out.adjoint().sumChannels(samples, outputs, 1, all.adjoint(), bias);
            backwardInput(samples, in, out, all);
        }

        @Override
        public void backwardInput(int samples, Signal in, Signal out, Signal all) {
            if (in.hasAdjoint()) {
                in.adjoint().forgetAll();
                in.adjoint().multiply(out(out.adjoint(), samples), weight(all.value()), 0, in(in.adjoint(), samples));
            }
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            Slice target = out(out.tangent(), samples);
            out.tangent()
                    .multiply(in(in.value(), samples), weight(all.tangent()).transposed(), 0, target);
            if (in.hasTangent()) {
                out.tangent()
                        .multiply(in(in.tangent(), samples), weight(all.value()).transposed(), 1, target);
            }
            out.tangent().addToChannels(all.tangent(), bias, samples, outputs, 1);
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            Slice target = weight(all.adjointTangent());
            all.adjointTangent()
                    .multiply(out(out.adjointTangent(), samples).transposed(), in(in.value(), samples), 0, target);
            if (in.hasTangent()) {
                all.adjointTangent()
                        .multiply(out(out.adjoint(), samples).transposed(), in(in.tangent(), samples), 1, target);
                Slice towards = in(in.adjointTangent(), samples);
                in.adjointTangent().multiply(out(out.adjointTangent(), samples), weight(all.value()), 0, towards);
                in.adjointTangent().multiply(out(out.adjoint(), samples), weight(all.tangent()), 1, towards);
            }
            out.adjointTangent().sumChannels(samples, outputs, 1, all.adjointTangent(), bias);
        }

        @Override
        public void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows) {
            int each = parameterCount();
            double[] row = new double[each];
            double[] a = new double[inputs];
            double[] delta = new double[outputs];
            for (int sample = 0; sample < samples; sample++) {
                in.value().copyTo(sample * inputs, a, inputs);
                out.adjoint().copyTo(sample * outputs, delta, outputs);
                for (int i = 0; i < outputs * inputs; i++) {
                    row[i] = delta[i / inputs] * a[i % inputs];
                }
                System.arraycopy(delta, 0, row, outputs * inputs, outputs);
                rows.copyFrom(row, sample * each, each);
            }
        }

        @Override
        public void close() {
            // nothing is outside the heap
        }
    }
}
