package org.eigenscope.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;

/** A layer of a network: a function of samples and of parameters. Immutable; its parameters are elsewhere. */
public sealed interface Layer permits Activation, Convolution, Dense, Pooling, Structured {
    /** The shape of a sample that goes in. */
    Shape input();

    /** The shape of a sample that comes out. */
    Shape output();

    /** Its tensors of parameters, in order; none for a function without any. */
    List<Parameter> parameters();

    /** The number of its parameters. */
    default int parameterCount() {
        return parameters().stream().mapToInt(Parameter::count).sum();
    }

    /** Where its parameters begin among those of the network; 0 if it has none. */
    default int offset() {
        return parameters().isEmpty() ? 0 : parameters().get(0).offset();
    }

    /** Draws its parameters, as PyTorch does by default: uniform on ±1/√(fan-in), weights and biases alike. */
    void initialize(double[] parameters, SplittableRandom random);

    /** Scratch memory to compute with, for so many samples at once. */
    LayerPass prepare(int samples, Arithmetic arithmetic);

    /** Numbers that {@link #prepare} allocates, for an estimate. */
    long scratch(int samples);
}
