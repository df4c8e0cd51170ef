package org.eigenscope.network.model;

import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.layer.Layer;
import org.eigenscope.network.layer.LayerPass;
import org.eigenscope.network.layer.Signal;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.spectrum.dense.OpenBlasLibrary;

/**
 * Computes a network for up to so many samples at once: outputs, losses, gradients, and products with second derivatives. Memory is
 * allocated once. For one thread at a time.
 */
public final class NetworkPass implements AutoCloseable {
    private final Network network;
    private final int capacity;
    private final Need need;
    private final Signal parameters;
    private final List<Signal> signals = new ArrayList<>();
    private final List<LayerPass> passes = new ArrayList<>();
    private final double[] outputs;
    private final double[] adjoints;
    private final double[] directions;
    private final Loss.Outputs last;

    /**
     * @param capacity the most samples at once, at least 1
     * @throws InsufficientMemoryException if it does not fit into memory; asked before anything is allocated
     */
    public NetworkPass(Network network, int capacity, Arithmetic arithmetic, Need need)
            throws InsufficientMemoryException {
        requireMemory(network, capacity, arithmetic, need);
        this.network = network;
        this.capacity = capacity;
        this.need = need;
        parameters = Signal.allocate(arithmetic, network.parameterCount(), need);
        signals.add(Signal.ofInput(arithmetic, capacity * network.input().size()));
        for (Layer layer : network.layers()) {
            passes.add(layer.prepare(capacity, arithmetic));
            signals.add(Signal.allocate(arithmetic, capacity * layer.output().size(), need));
        }
        outputs = new double[capacity * network.outputs()];
        adjoints = new double[outputs.length];
        directions = new double[outputs.length];
        last = new Loss.Outputs(outputs, adjoints, network.outputs());
    }

    /**
     * Refuses what does not fit.
     *
     * @throws InsufficientMemoryException with what is needed and what there is
     */
    public static void requireMemory(Network network, int capacity, Arithmetic arithmetic, Need need)
            throws InsufficientMemoryException {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity = " + capacity + " is less than 1");
        }
        long bytes = network.bytes(capacity, arithmetic, need);
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        long free = arithmetic.openBlas() ? 2 * Math.min(heap, OpenBlasLibrary.availableBytes()) : heap;
        boolean indexable = network.layers().stream()
                        .mapToLong(layer -> (long) capacity * layer.output().size())
                        .max()
                        .orElse(0)
                < Integer.MAX_VALUE / 2;
        if (bytes > free || !indexable) {
            throw new InsufficientMemoryException(String.format(
                    "The network %s (%,d parameters) with %,d samples at once needs about %,d MiB, of which %,d MiB are free;"
                            + " take a smaller net or batch, or raise the Java heap with -Xmx.",
                    network.id(), network.parameterCount(), capacity, bytes >> 20, Math.max(0, free) >> 20));
        }
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** The most samples at once. */
    public int capacity() {
        return capacity;
    }

    /** The parameters: their adjoints are the gradient. */
    public Signal parameters() {
        return parameters;
    }

    /** What goes into a layer, counted from 0; the last index gives the outputs. */
    public Signal signal(int index) {
        return signals.get(index);
    }

    /** The scratch memory of a layer. */
    public LayerPass layerPass(int index) {
        return passes.get(index);
    }

    /** The outputs of all samples of the last {@link #forward}, a row a sample; read-only. */
    public double[] outputs() {
        return outputs;
    }

    /** Outputs of the first samples of the input. */
    public void forward(int samples) {
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).forward(samples, signals.get(i), signals.get(i + 1), parameters);
        }
        signals.get(passes.size()).value().copyTo(0, outputs, samples * network.outputs());
    }

    /**
     * The loss of the samples of the last forward pass and its derivatives by the outputs, which are kept for {@link #backward}.
     *
     * @param rows which targets belong to the samples
     * @param from the first of them in {@code rows}
     * @return the sum over the samples; the derivatives are those of the mean
     */
    public double loss(Loss loss, Targets targets, int[] rows, int from, int samples) {
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            last.sample(i);
            sum += loss.evaluate(last, targets, rows[from + i]);
        }
        if (need != Need.VALUES) {
            setAdjoints(adjoints, samples, 1.0 / samples);
        }
        return sum;
    }

    /** The derivatives of each sample's loss by its outputs, a row a sample; an array that later calls overwrite. */
    public double[] lossAdjoints(Loss loss, Targets targets, int[] rows, int from, int samples) {
        for (int i = 0; i < samples; i++) {
            last.sample(i);
            loss.evaluate(last, targets, rows[from + i]);
        }
        return adjoints;
    }

    /** How many of those samples are classified right. */
    public int correct(Targets targets, int[] rows, int from, int samples) {
        int correct = 0;
        for (int i = 0; i < samples; i++) {
            last.sample(i);
            correct += last.choice() == targets.label(rows[from + i]) ? 1 : 0;
        }
        return correct;
    }

    /** Sets the derivatives of a scalar by the outputs. */
    public void setAdjoints(double[] values, int samples, double factor) {
        int count = samples * network.outputs();
        if (factor != 1) {
            for (int i = 0; i < count; i++) {
                values[i] *= factor;
            }
        }
        signals.get(passes.size()).adjoint().copyFrom(values, 0, count);
    }

    /** From derivatives by the outputs to the gradient by the parameters. */
    public void backward(int samples) {
        for (int i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backward(samples, signals.get(i), signals.get(i + 1), parameters);
        }
    }

    /** From derivatives by the outputs to those by the inputs of layers, without the gradient by parameters. */
    public void backwardInputs(int samples) {
        for (int i = passes.size() - 1; i > 0; i--) {
            passes.get(i).backwardInput(samples, signals.get(i), signals.get(i + 1), parameters);
        }
    }

    /** Tangents of all outputs along the tangent of the parameters. */
    public void forwardTangent(int samples) {
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).forwardTangent(samples, signals.get(i), signals.get(i + 1), parameters);
        }
        signals.get(passes.size()).tangent().copyTo(0, directions, samples * network.outputs());
    }

    /** The tangents of the outputs of the last {@link #forwardTangent}; read-only. */
    public double[] outputTangents() {
        return directions;
    }

    /** The Hessian of each sample's loss by its outputs, times the tangents of the outputs. */
    public double[] lossCurvature(Loss loss, int samples) {
        for (int i = 0; i < samples; i++) {
            last.sample(i);
            loss.curvature(last, directions);
        }
        return adjoints;
    }

    /** Sets the tangents of the derivatives by the outputs. */
    public void setAdjointTangents(double[] values, int samples, double factor) {
        int count = samples * network.outputs();
        for (int i = 0; i < count; i++) {
            values[i] *= factor;
        }
        signals.get(passes.size()).adjointTangent().copyFrom(values, 0, count);
    }

    /** Tangents of the gradient: the product of the Hessian with the tangent of the parameters. */
    public void backwardTangent(int samples) {
        for (int i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backwardTangent(samples, signals.get(i), signals.get(i + 1), parameters);
        }
    }

    @Override
    public void close() {
        parameters.close();
        signals.forEach(Signal::close);
        passes.forEach(LayerPass::close);
    }
}
