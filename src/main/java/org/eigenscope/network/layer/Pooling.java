package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Window;

/**
 * Max pooling: the largest entry under a window, of each plane by itself. Its derivative is that of the entry which is largest, the
 * first of equal ones.
 *
 * @param window without padding
 */
public record Pooling(Window window) implements Layer {
    @Override
    public Shape input() {
        return new Shape(window.channels(), window.height(), window.width());
    }

    @Override
    public Shape output() {
        return new Shape(window.channels(), window.rows(), window.columns());
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
        return (long) samples * output().size();
    }

    @Override
    public LayerPass prepare(int samples, Arithmetic arithmetic) {
        return new Pass(samples);
    }

    private final class Pass implements LayerPass {
        private final int[] where;
        private final int before = input().size();
        private final int after = output().size();

        Pass(int samples) {
            where = new int[samples * output().size()];
        }

        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            out.value().maxima(window, in.value(), where, samples);
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            backwardInput(samples, in, out, all);
        }

        @Override
        public void backwardInput(int samples, Signal in, Signal out, Signal all) {
            if (in.hasAdjoint()) {
                in.adjoint().scatter(out.adjoint(), where, samples * after, samples * before);
            }
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            if (in.hasTangent()) {
                out.tangent().gather(in.tangent(), where, samples * after);
            }
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            if (in.hasTangent()) {
                in.adjointTangent().scatter(out.adjointTangent(), where, samples * after, samples * before);
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
