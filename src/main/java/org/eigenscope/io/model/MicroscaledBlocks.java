package org.eigenscope.io.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.matrix.ElementType;

/**
 * Weights in the format MXFP4 as gpt-oss stores them: {@code NAME_blocks}, bytes of two E2M1 numbers each, the lower half first, in
 * blocks along the last axis, and {@code NAME_scales}, an exponent for each block with bias 127.
 *
 * <p>Source: OCP Microscaling Formats 1.0, E2M1 with a block scale in E8M0.
 */
final class MicroscaledBlocks {
    private static final double[] E2M1 = {0, 0.5, 1, 1.5, 2, 3, 4, 6, -0.0, -0.5, -1, -1.5, -2, -3, -4, -6};
    private static final int BIAS = 127;

    private MicroscaledBlocks() {}

    /** The weights that blocks and scales stand for; empty if they do not fit together. */
    static Optional<PackedTensor> of(String base, TensorInfo blocks, TensorInfo scales) {
        int axes = blocks.shape().size();
        boolean fit = axes >= 3
                && blocks.elementType().equals(Optional.of(ElementType.U8))
                && scales.elementType().equals(Optional.of(ElementType.U8))
                && scales.shape().equals(blocks.shape().subList(0, axes - 1));
        if (!fit) {
            return Optional.empty();
        }
        int bytes = blocks.shape().get(axes - 1).intValue();
        List<Long> shape = new ArrayList<>(blocks.shape().subList(0, axes - 2));
        shape.add(blocks.shape().get(axes - 2) * bytes * 2);
        TensorInfo info = TensorInfo.of(base, ElementType.F16, shape)
                .withStoredAs("MXFP4")
                .withNote("dequantised");
        return Optional.of(new PackedTensor(info, stored -> {
            double[] packed = stored.entries(blocks.name());
            double[] exponents = stored.entries(scales.name());
            double[] weights = new double[2 * packed.length];
            for (int i = 0; i < weights.length; i++) {
                int pair = (int) packed[i / 2];
                double value = E2M1[i % 2 == 0 ? pair & 15 : pair >> 4];
                weights[i] = Math.scalb(value, (int) exponents[i / (2 * bytes)] - BIAS);
            }
            return weights;
        }));
    }
}
