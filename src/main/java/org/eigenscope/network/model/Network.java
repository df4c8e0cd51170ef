package org.eigenscope.network.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Window;
import org.eigenscope.network.layer.Activation;
import org.eigenscope.network.layer.Convolution;
import org.eigenscope.network.layer.Layer;
import org.eigenscope.network.layer.Parameter;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.layer.Signal.Need;

/** A network: layers one after the other. Immutable; its parameters are an array beside it, layer by layer. */
public final class Network {
    private final String id;
    private final List<Layer> layers;
    private final List<String> names;
    private final int parameterCount;

    Network(String id, List<Layer> layers) {
        this.id = id;
        this.layers = List.copyOf(layers);
        this.names = names(layers);
        long count = layers.stream().mapToLong(Layer::parameterCount).sum();
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(id + " has " + count + " parameters");
        }
        parameterCount = (int) count;
    }

    /** conv1, conv2, … and fc1, fc2, … in the order of the layers with parameters; others have no name. */
    private static List<String> names(List<Layer> layers) {
        List<String> names = new ArrayList<>();
        int convolutions = 0;
        int dense = 0;
        for (Layer layer : layers) {
            if (layer.parameters().isEmpty()) {
                names.add("");
            } else if (layer instanceof Convolution) {
                names.add("conv" + ++convolutions);
            } else {
                names.add("fc" + ++dense);
            }
        }
        return List.copyOf(names);
    }

    /** Its description, which {@link Architecture#parse} reads. */
    public String id() {
        return id;
    }

    /** The layers, first to last. */
    public List<Layer> layers() {
        return layers;
    }

    /** The name of a layer, counted from 0; empty if it has no parameters. */
    public String name(int layer) {
        return names.get(layer);
    }

    /** The shape of a sample. */
    public Shape input() {
        return layers.get(0).input();
    }

    /** How many numbers it answers. */
    public int outputs() {
        return layers.get(layers.size() - 1).output().size();
    }

    /** How many parameters it has, biases included. */
    public int parameterCount() {
        return parameterCount;
    }

    /** All tensors of parameters, named like {@code fc1.weight}. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Parameter parameter : layers.get(i).parameters()) {
                all.add(parameter.named(names.get(i) + "." + parameter.name()));
            }
        }
        return all;
    }

    /**
     * Random parameters, the same for the same seed on every machine: uniform on ±1/√(fan-in), as PyTorch draws them by default.
     *
     * @param seed any number
     */
    public double[] initialParameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] parameters = new double[parameterCount];
        layers.forEach(layer -> layer.initialize(parameters, random.split()));
        return parameters;
    }

    /** Bytes that a pass over so many samples at once takes, parameters included. */
    public long bytes(int samples, Arithmetic arithmetic, Need need) {
        int arrays = switch (need) {
            case VALUES -> 1;
            case ADJOINTS -> 2;
            case TANGENTS -> 4;
        };
        long numbers = (long) arrays * parameterCount + (long) samples * input().size();
        for (Layer layer : layers) {
            numbers += (long) arrays * samples * layer.output().size() + layer.scratch(samples);
        }
        return arithmetic.bytes(numbers);
    }

    /** Where an activation of a layer can be taken: the layer after its nonlinearity, if one follows, else the layer itself. */
    public int activationOf(int layer) {
        boolean followed = layer + 1 < layers.size() && layers.get(layer + 1) instanceof Activation;
        return followed ? layer + 1 : layer;
    }

    /** The window of a convolution or pooling with such sizes. */
    static Window window(Shape image, int kernel, int stride, int padding) {
        return new Window(image.channels(), image.height(), image.width(), kernel, stride, padding);
    }
}
