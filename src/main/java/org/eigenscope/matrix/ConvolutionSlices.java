package org.eigenscope.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernel positions of a convolution [out, in, k₁, k₂, …] as matrices of their own.
 *
 * <p>Slice (i₁, i₂, …) is the out × in matrix of the weights at that kernel position.
 */
public final class ConvolutionSlices {
    private ConvolutionSlices() {}

    /**
     * Cuts a flattened kernel.
     *
     * @param flattened out × (in·k₁·k₂·…), row-major, the kernel position varying fastest
     * @param inputChannels in, a divisor of the columns
     * @return k₁·k₂·… matrices of shape out × in, in order of kernel position
     * @throws IllegalArgumentException if the columns are no multiple of {@code inputChannels}
     */
    public static List<Matrix> of(Matrix flattened, int inputChannels) {
        if (inputChannels < 1 || flattened.columns() % inputChannels != 0) {
            throw new IllegalArgumentException(
                    "inputChannels = " + inputChannels + " does not divide " + flattened.columns() + " columns");
        }
        int positions = flattened.columns() / inputChannels;
        List<Matrix> slices = new ArrayList<>(positions);
        for (int position = 0; position < positions; position++) {
            slices.add(slice(flattened, inputChannels, positions, position));
        }
        return List.copyOf(slices);
    }

    private static Matrix slice(Matrix flattened, int inputChannels, int positions, int position) {
        double[] source = flattened.valuesForReading();
        int size = flattened.elementType().components();
        double[] values = new double[flattened.rows() * inputChannels * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = source[(i / size * positions + position) * size + i % size];
        }
        return Matrix.ofRowMajor(
                values, flattened.rows(), inputChannels, flattened.elementType(), flattened.provenance());
    }
}
