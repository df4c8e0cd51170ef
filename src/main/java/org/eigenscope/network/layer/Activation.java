package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Nonlinearity;
import org.eigenscope.network.array.NumberArray;

/**
 * a = φ(z), entry by entry.
 *
 * @param input the shape of a sample
 * @param phi φ
 */
public record Activation(Shape input, Nonlinearity phi) implements Layer {
    @Override
    public Shape output() {
        return input;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public void initialize(double[] parameters, SplittableRandom random) {
        // it has none
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
        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            out.value().apply(phi, in.value(), samples * input.size());
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            backwardInput(samples, in, out, all);
        }

        @Override
        public void backwardInput(int samples, Signal in, Signal out, Signal all) {
            if (in.hasAdjoint()) {
                in.adjoint().applyDerivative(phi, in.value(), out.adjoint(), samples * input.size());
            }
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            if (in.hasTangent()) {
                out.tangent().applyDerivative(phi, in.value(), in.tangent(), samples * input.size());
            }
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            if (in.hasTangent()) {
                int count = samples * input.size();
                in.adjointTangent().applyDerivative(phi, in.value(), out.adjointTangent(), count);
                in.adjointTangent().addSecondDerivative(phi, in.value(), in.tangent(), out.adjoint(), count);
            }
        }

        @Override
        public void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows) {
            // it has no parameters
        }

        @Override
        public void close() {
            // nothing is outside the heap
        }
    }
}
