package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Slice;
import org.eigenscope.network.array.Window;

/**
 * A convolution with a square kernel, as a product with what lies under the window at each place (im2col): out × places of each image
 * is W U + b, with W out × (in·k·k) and U (in·k·k) × places. Like PyTorch's it is a correlation: the kernel is not turned round.
 *
 * @param window what slides over the image, with stride 1
 * @param outputs planes that come out
 * @param offset where W begins among the parameters of the network; b follows it
 */
public record Convolution(Window window, int outputs, int offset) implements Layer {
    /** @throws IllegalArgumentException if the stride is not 1 */
    public Convolution {
        if (window.stride() != 1) {
            throw new IllegalArgumentException("stride = " + window.stride() + " is not 1");
        }
    }

    @Override
    public Shape input() {
        return new Shape(window.channels(), window.height(), window.width());
    }

    @Override
    public Shape output() {
        return new Shape(outputs, window.rows(), window.columns());
    }

    @Override
    public List<Parameter> parameters() {
        int weights = outputs * window.entries();
        return List.of(
                new Parameter("weight", List.of(outputs, window.channels(), window.kernel(), window.kernel()), offset),
                new Parameter("bias", List.of(outputs), offset + weights));
    }

    @Override
    public void initialize(double[] parameters, SplittableRandom random) {
        Uniform.fill(parameters, offset, parameterCount(), Math.sqrt(1.0 / window.entries()), random);
    }

    @Override
    public long scratch(int samples) {
        long patches = (long) window.entries() * window.places();
        return 2 * patches + 2L * window.shiftedSize() + (long) window.entries() * outputs;
    }

    @Override
    public LayerPass prepare(int samples, Arithmetic arithmetic) {
        return new Pass(arithmetic);
    }

    private final class Pass implements LayerPass {
        private final int places = window.places();
        private final int before = window.imageSize();
        private final int after = outputs * places;
        private final int bias = offset + outputs * window.entries();
        private final NumberArray under;
        private final NumberArray adjointUnder;
        private final NumberArray shifted;
        private final NumberArray adjointShifted;
        private final NumberArray sums;
        private final Slice patches;
        private final Slice adjointPatches;

        Pass(Arithmetic arithmetic) {
            int entries = window.entries();
            under = arithmetic.allocate(entries * places);
            adjointUnder = arithmetic.allocate(entries * places);
            shifted = arithmetic.allocate(window.shiftedSize());
            adjointShifted = arithmetic.allocate(window.shiftedSize());
            sums = arithmetic.allocate(entries * outputs);
            patches = Slice.of(under, 0, entries, places);
            adjointPatches = Slice.of(adjointUnder, 0, entries, places);
        }

        /** The planes of a sample, as a matrix with a row a plane. */
        private Slice planes(NumberArray array, int sample) {
            return Slice.of(array, sample * after, outputs, places);
        }

        private Slice weight(NumberArray parameters) {
            return Slice.of(parameters, offset, outputs, window.entries());
        }

        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            out.value().forgetAll();
            multiply(samples, in.value(), weight(all.value()), out.value(), 0);
            out.value().addToChannels(all.value(), bias, samples, outputs, places);
        }

        /** W U for each image. */
        private void multiply(int samples, NumberArray images, Slice weight, NumberArray target, double keep) {
            for (int sample = 0; sample < samples; sample++) {
                under.gatherPatches(window, images, sample * before, shifted);
                target.multiply(weight, patches, keep, planes(target, sample));
            }
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            addGradient(samples, in.value(), out.adjoint(), 0);
            storeGradient(all.adjoint());
            out.adjoint().sumChannels(samples, outputs, places, all.adjoint(), bias);
            backwardInput(samples, in, out, all);
        }

        /** Σ U δᵀ over the images: OpenBLAS is faster with the few outputs as columns of the result. */
        private void addGradient(int samples, NumberArray images, NumberArray adjoint, double keep) {
            Slice all = Slice.of(sums, 0, window.entries(), outputs);
            for (int sample = 0; sample < samples; sample++) {
                under.gatherPatches(window, images, sample * before, shifted);
                sums.multiply(patches, planes(adjoint, sample).transposed(), sample == 0 ? keep : 1, all);
            }
        }

        /** The transpose of the sums is the gradient. */
        private void storeGradient(NumberArray target) {
            int entries = window.entries();
            double[] values = new double[entries * outputs];
            double[] turned = new double[values.length];
            sums.copyTo(0, values, values.length);
            for (int i = 0; i < values.length; i++) {
                turned[i % outputs * entries + i / outputs] = values[i];
            }
            target.copyFrom(turned, offset, turned.length);
        }

        @Override
        public void backwardInput(int samples, Signal in, Signal out, Signal all) {
            if (in.hasAdjoint()) {
                in.adjoint().clear(samples * before);
                addTowards(samples, weight(all.value()), out.adjoint(), in.adjoint());
            }
        }

        /** Wᵀδ, put back where the patches came from. */
        private void addTowards(int samples, Slice weight, NumberArray adjoint, NumberArray target) {
            for (int sample = 0; sample < samples; sample++) {
                adjointUnder.multiply(weight.transposed(), planes(adjoint, sample), 0, adjointPatches);
                target.addPatches(window, adjointUnder, sample * before, adjointShifted);
            }
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            out.tangent().forgetAll();
            multiply(samples, in.value(), weight(all.tangent()), out.tangent(), 0);
            if (in.hasTangent()) {
                multiply(samples, in.tangent(), weight(all.value()), out.tangent(), 1);
            }
            out.tangent().addToChannels(all.tangent(), bias, samples, outputs, places);
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            addGradient(samples, in.value(), out.adjointTangent(), 0);
            if (in.hasTangent()) {
                addGradient(samples, in.tangent(), out.adjoint(), 1);
                in.adjointTangent().clear(samples * before);
                addTowards(samples, weight(all.value()), out.adjointTangent(), in.adjointTangent());
                addTowards(samples, weight(all.tangent()), out.adjoint(), in.adjointTangent());
            }
            storeGradient(all.adjointTangent());
            out.adjointTangent().sumChannels(samples, outputs, places, all.adjointTangent(), bias);
        }

        @Override
        public void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows) {
            int each = parameterCount();
            int weights = outputs * window.entries();
            double[] delta = new double[after];
            double[] sums = new double[outputs];
            for (int sample = 0; sample < samples; sample++) {
                under.gatherPatches(window, in.value(), sample * before, shifted);
                rows.multiply(
                        planes(out.adjoint(), sample),
                        patches.transposed(),
                        0,
                        Slice.of(rows, sample * each, outputs, window.entries()));
                out.adjoint().copyTo(sample * after, delta, after);
                for (int output = 0; output < outputs; output++) {
                    sums[output] = 0;
                    for (int place = 0; place < places; place++) {
                        sums[output] += delta[output * places + place];
                    }
                }
                rows.copyFrom(sums, sample * each + weights, outputs);
            }
        }

        @Override
        public void close() {
            for (NumberArray scratch : List.of(under, adjointUnder, shifted, adjointShifted, sums)) {
                scratch.close();
            }
        }
    }
}
