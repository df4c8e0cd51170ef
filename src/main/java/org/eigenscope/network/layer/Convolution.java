package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.array.Slice;
import org.eigenscope.network.array.Window;

/**
 * A convolution with a square kernel, as a product with what lies under the window at each place (im2col): out × places of each image
 * is W U + b, with W out × (in·k·k) and U (in·k·k) × places. Like PyTorch's it is a correlation: the kernel is not turned round. A row of U is
 * copied in one piece, together with the few numbers between the rows of places, whose results are left out.
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
        return 2L * (window.entries() + outputs) * window.run() + 2L * window.paddedSize();
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
        private final NumberArray wide;
        private final NumberArray adjointWide;
        private final NumberArray padded;
        private final NumberArray adjointPadded;
        private final Slice runs;
        private final Slice adjointRuns;
        private final Slice results;
        private final Slice adjointResults;

        Pass(Arithmetic arithmetic) {
            int run = window.run();
            under = arithmetic.allocate(window.entries() * run);
            adjointUnder = arithmetic.allocate(window.entries() * run);
            wide = arithmetic.allocate(outputs * run);
            adjointWide = arithmetic.allocate(outputs * run);
            padded = arithmetic.allocate(window.paddedSize());
            adjointPadded = arithmetic.allocate(window.paddedSize());
            runs = Slice.of(under, 0, window.entries(), run);
            adjointRuns = Slice.of(adjointUnder, 0, window.entries(), run);
            results = Slice.of(wide, 0, outputs, run);
            adjointResults = Slice.of(adjointWide, 0, outputs, run);
        }

        private Slice weight(NumberArray parameters) {
            return Slice.of(parameters, offset, outputs, window.entries());
        }

        @Override
        public void forward(int samples, Signal in, Signal out, Signal all) {
            out.value().forgetAll();
            add(samples, in.value(), weight(all.value()), out.value(), false);
            out.value().addToChannels(all.value(), bias, samples, outputs, places);
        }

        /** W U for each image. */
        private void add(int samples, NumberArray images, Slice weight, NumberArray target, boolean keep) {
            for (int sample = 0; sample < samples; sample++) {
                under.gatherRuns(window, images, sample * before, padded);
                wide.multiply(weight, runs, 0, results);
                target.fromRuns(window, wide, sample * after, outputs, keep);
            }
        }

        @Override
        public void backward(int samples, Signal in, Signal out, Signal all) {
            addGradient(samples, in.value(), out.adjoint(), all.adjoint(), 0);
            out.adjoint().sumChannels(samples, outputs, places, all.adjoint(), bias);
            backwardInput(samples, in, out, all);
        }

        /** Σ δ Uᵀ over the images. */
        private void addGradient(
                int samples, NumberArray images, NumberArray adjoint, NumberArray target, double keep) {
            for (int sample = 0; sample < samples; sample++) {
                under.gatherRuns(window, images, sample * before, padded);
                adjointWide.toRuns(window, adjoint, sample * after, outputs);
                target.multiply(adjointResults, runs.transposed(), sample == 0 ? keep : 1, weight(target));
            }
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
                adjointWide.toRuns(window, adjoint, sample * after, outputs);
                adjointUnder.multiply(weight.transposed(), adjointResults, 0, adjointRuns);
                target.addRuns(window, adjointUnder, sample * before, adjointPadded);
            }
        }

        @Override
        public void forwardTangent(int samples, Signal in, Signal out, Signal all) {
            add(samples, in.value(), weight(all.tangent()), out.tangent(), false);
            if (in.hasTangent()) {
                add(samples, in.tangent(), weight(all.value()), out.tangent(), true);
            }
            out.tangent().addToChannels(all.tangent(), bias, samples, outputs, places);
        }

        @Override
        public void backwardTangent(int samples, Signal in, Signal out, Signal all) {
            addGradient(samples, in.value(), out.adjointTangent(), all.adjointTangent(), 0);
            if (in.hasTangent()) {
                addGradient(samples, in.tangent(), out.adjoint(), all.adjointTangent(), 1);
                in.adjointTangent().clear(samples * before);
                addTowards(samples, weight(all.value()), out.adjointTangent(), in.adjointTangent());
                addTowards(samples, weight(all.tangent()), out.adjoint(), in.adjointTangent());
            }
            out.adjointTangent().sumChannels(samples, outputs, places, all.adjointTangent(), bias);
        }

        @Override
        public void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows) {
            int each = parameterCount();
            int weights = outputs * window.entries();
            double[] delta = new double[after];
            double[] sums = new double[outputs];
            for (int sample = 0; sample < samples; sample++) {
                under.gatherRuns(window, in.value(), sample * before, padded);
                adjointWide.toRuns(window, out.adjoint(), sample * after, outputs);
                rows.multiply(
                        adjointResults, runs.transposed(), 0, Slice.of(rows, sample * each, outputs, window.entries()));
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
            for (NumberArray scratch : List.of(under, adjointUnder, wide, adjointWide, padded, adjointPadded)) {
                scratch.close();
            }
        }
    }
}
