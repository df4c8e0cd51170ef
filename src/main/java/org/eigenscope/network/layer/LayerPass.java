package org.eigenscope.network.layer;

import org.eigenscope.network.array.NumberArray;

/**
 * Computes a layer for up to so many samples. {@code in} and {@code out} are what goes in and comes out, a row a sample; {@code all} are
 * the parameters of the network. Later methods use what earlier ones left: values before adjoints and tangents, all of them before
 * tangents of adjoints. B. Pearlmutter, Neural Computation 6, 1994, is the source of the last two.
 */
public interface LayerPass {
    /** Values of {@code out}. */
    void forward(int samples, Signal in, Signal out, Signal all);

    /** Adjoints of the layer's parameters, and of {@code in} if they are wanted; overwritten. */
    void backward(int samples, Signal in, Signal out, Signal all);

    /** Tangents of {@code out}. */
    void forwardTangent(int samples, Signal in, Signal out, Signal all);

    /** Tangents of the adjoints of parameters and of {@code in}. */
    void backwardTangent(int samples, Signal in, Signal out, Signal all);

    /** Adjoints of {@code in} alone, for feature matrices that need no gradient of the parameters. */
    void backwardInput(int samples, Signal in, Signal out, Signal all);

    /**
     * The gradient of each sample by the layer's parameters, from its own adjoint.
     *
     * @param rows receives samples × parameters of the layer
     */
    void sampleGradients(int samples, Signal in, Signal out, Signal all, NumberArray rows);

    /** Frees memory outside the heap. */
    void close();
}
