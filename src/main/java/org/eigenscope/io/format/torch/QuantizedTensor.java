package org.eigenscope.io.format.torch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/**
 * A quantized tensor of PyTorch, read as what its {@code dequantize} gives: (q − zero point)·scale, with one of each for all or for each
 * index of an axis.
 *
 * @param stored the whole numbers
 * @param scale the scale of all, or nothing where each index has its own
 * @param zeroPoint likewise
 * @param scales of each index of the axis; empty if one is for all
 * @param zeroPoints likewise
 * @param axis which axis
 */
record QuantizedTensor(
        ListedTensor stored,
        double scale,
        double zeroPoint,
        Optional<ListedTensor> scales,
        Optional<ListedTensor> zeroPoints,
        int axis) {
    ListedTensor listed(String dtype) {
        TensorInfo info = TensorInfo.of(
                        stored.info().name(), ElementType.F32, stored.info().shape())
                .withStoredAs(dtype)
                .withNote("dequantised");
        return new ListedTensor(info, this::read);
    }

    private double[] read(ReadJob job) throws IOException, EigenscopeException {
        double[] numbers = stored.source().read(job);
        double[] weights = MemoryBudget.allocate(numbers.length, job.label());
        if (scales.isEmpty() || zeroPoints.isEmpty()) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (numbers[i] - zeroPoint) * scale;
            }
            return weights;
        }
        List<Long> shape = stored.info().shape();
        double[] factors = scales.get().source().read(job);
        double[] offsets = zeroPoints.get().source().read(job);
        boolean sound = axis >= 0
                && axis < shape.size()
                && factors.length == shape.get(axis)
                && offsets.length == factors.length;
        if (!sound) {
            throw new BadInputException(
                    job.label() + " has scales that do not fit its axis " + axis + ": it is damaged.");
        }
        int inner = (int) TensorShape.countEntries(shape.subList(axis + 1, shape.size()));
        for (int i = 0; i < weights.length; i++) {
            int index = i / inner % factors.length;
            weights[i] = (numbers[i] - offsets[index]) * factors[index];
        }
        return weights;
    }
}
