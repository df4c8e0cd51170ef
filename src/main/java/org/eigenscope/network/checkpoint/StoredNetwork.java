package org.eigenscope.network.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.network.layer.Parameter;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Network;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A network read from a file: a checkpoint of this program, or a state_dict that PyTorch saved of an MLP or a LeNet, which is rebuilt from the
 * shapes of its tensors.
 *
 * @param network the network
 * @param parameters all its parameters
 * @param metadata what the file says of itself
 * @param assumed what the file does not say and was taken, as a sentence; empty if nothing was
 */
public record StoredNetwork(Network network, double[] parameters, Map<String, String> metadata, String assumed) {
    private static final String ADVICE = "; say with --net which network it is, such as mlp:400,200+tanh or lenet.";

    public StoredNetwork {
        parameters = parameters.clone();
        metadata = Map.copyOf(metadata);
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * Reads a network.
     *
     * @param named the network as the user says it, which then must fit; empty to have it found out
     * @throws EigenscopeException if the file is damaged, holds another network, or does not tell which
     */
    public static StoredNetwork read(Path path, Optional<Architecture> named) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(path)) {
            Map<String, String> said = file.metadata();
            if (said.containsKey("net") && said.containsKey("input_shape") && said.containsKey("outputs")) {
                return own(file, said, named);
            }
            return new StateDict(file).read(named);
        }
    }

    private static StoredNetwork own(MatrixFile file, Map<String, String> said, Optional<Architecture> named)
            throws EigenscopeException {
        Network network;
        try {
            Architecture architecture = named.isPresent() ? named.get() : Architecture.parse(said.get("net"));
            network = architecture.build(shape(said.get("input_shape")), Integer.parseInt(said.get("outputs")));
        } catch (IllegalArgumentException damaged) {
            throw new BadInputException(
                    file.path() + " says of its network what cannot be: " + damaged.getMessage() + ".", damaged);
        }
        List<TensorInfo> tensors = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            tensors.add(file.find(parameter.name())
                    .filter(found -> found.hasEntries() && sizes(found).equals(parameter.shape()))
                    .orElseThrow(() -> new BadInputException(file.path() + " has no tensor " + parameter.name()
                            + " of shape " + parameter.shape() + ", which the network " + network.id() + " needs.")));
        }
        // only now, as a file may name a network that it does not hold
        double[] all = new double[network.parameterCount()];
        for (int i = 0; i < tensors.size(); i++) {
            copy(file, tensors.get(i), all, network.parameters().get(i).offset());
        }
        return new StoredNetwork(network, all, said, "");
    }

    private static Shape shape(String text) {
        String[] sizes = text.split("×");
        int first = Integer.parseInt(sizes[0]);
        return sizes.length == 3
                ? new Shape(first, Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]))
                : Shape.flat(first);
    }

    private static List<Integer> sizes(TensorInfo info) {
        return info.shape().stream()
                .map(size -> (int) Math.min(size, Integer.MAX_VALUE))
                .toList();
    }

    private static void copy(MatrixFile file, TensorInfo info, double[] all, int at) throws EigenscopeException {
        int count = sizes(info).stream().reduce(1, (a, b) -> a * b);
        double[] values = file.entries(info.name(), 0, count, ProgressListener.NONE, CancelToken.NONE);
        System.arraycopy(values, 0, all, at, count);
    }

    /** Weights and biases in the order in which PyTorch's modules were added. */
    private static final class StateDict {
        private final MatrixFile file;
        private final List<TensorInfo> tensors;

        StateDict(MatrixFile file) {
            this.file = file;
            tensors = file.tensors().stream().filter(TensorInfo::hasEntries).toList();
        }

        StoredNetwork read(Optional<Architecture> named) throws EigenscopeException {
            List<TensorInfo> weights = new ArrayList<>();
            for (int i = 0; i < tensors.size(); i += 2) {
                List<Integer> weight = sizes(tensors.get(i));
                boolean pair =
                        i + 1 < tensors.size() && sizes(tensors.get(i + 1)).equals(List.of(weight.get(0)));
                if (!pair || (weight.size() != 2 && weight.size() != 4)) {
                    throw unknown("its tensor " + tensors.get(i).name() + " of shape " + weight
                            + " is no weight of a dense layer or a convolution that its bias follows");
                }
                weights.add(tensors.get(i));
            }
            if (weights.isEmpty()) {
                throw unknown("it has no weights");
            }
            boolean convolutions = sizes(weights.get(0)).size() == 4;
            Network network = convolutions ? lenet(weights, named) : mlp(weights, named);
            double[] all = fill(network);
            String assumed = named.isPresent()
                    ? ""
                    : file.path().getFileName() + " was taken as " + network.id() + " for inputs of shape "
                            + network.input() + " with ReLU, which its tensors do not say; --net tells otherwise.";
            return new StoredNetwork(network, all, file.metadata(), assumed);
        }

        private Network mlp(List<TensorInfo> weights, Optional<Architecture> named) throws EigenscopeException {
            List<String> widths = new ArrayList<>();
            for (int i = 0; i < weights.size(); i++) {
                List<Integer> shape = sizes(weights.get(i));
                boolean chained = shape.size() == 2
                        && (i == 0
                                || shape.get(1).equals(sizes(weights.get(i - 1)).get(0)));
                if (!chained) {
                    throw unknown("the shape " + shape + " of " + weights.get(i).name()
                            + " does not follow the layer before it");
                }
                widths.add(Integer.toString(shape.get(0)));
            }
            int outputs = Integer.parseInt(widths.remove(widths.size() - 1));
            Architecture architecture = named.isPresent()
                    ? named.get()
                    : Architecture.parse(widths.isEmpty() ? "mlp" : "mlp:" + String.join(",", widths));
            return architecture.build(Shape.flat(sizes(weights.get(0)).get(1)), outputs);
        }

        /** The sides of images for which a lenet has a first dense layer of these inputs. */
        private Network lenet(List<TensorInfo> weights, Optional<Architecture> named) throws EigenscopeException {
            Architecture architecture = named.isPresent() ? named.get() : Architecture.parse("lenet");
            List<Network> fitting = new ArrayList<>();
            int channels = sizes(weights.get(0)).get(1);
            int outputs = sizes(weights.get(weights.size() - 1)).get(0);
            for (int side = 4; side <= 256; side++) {
                Optional<Network> network = build(architecture, new Shape(channels, side, side), outputs);
                network.filter(this::fits).ifPresent(fitting::add);
            }
            if (fitting.isEmpty()) {
                throw unknown("its shapes are not those of " + architecture.id() + " for square images");
            }
            // of sides that give the same shapes the ones that data sets have: 8, 28, 32; else the smallest
            for (int usual : new int[] {8, 28, 32}) {
                for (Network network : fitting) {
                    if (network.input().height() == usual) {
                        return network;
                    }
                }
            }
            return fitting.get(0);
        }

        private static Optional<Network> build(Architecture architecture, Shape shape, int outputs) {
            try {
                return Optional.of(architecture.build(shape, outputs));
            } catch (BadInputException tooSmall) {
                return Optional.empty();
            }
        }

        private boolean fits(Network network) {
            List<Parameter> parameters = network.parameters();
            if (parameters.size() != tensors.size()) {
                return false;
            }
            for (int i = 0; i < parameters.size(); i++) {
                if (!parameters.get(i).shape().equals(sizes(tensors.get(i)))) {
                    return false;
                }
            }
            return true;
        }

        private double[] fill(Network network) throws EigenscopeException {
            if (!fits(network)) {
                throw unknown("its shapes are not those of " + network.id());
            }
            double[] all = new double[network.parameterCount()];
            for (int i = 0; i < tensors.size(); i++) {
                copy(file, tensors.get(i), all, network.parameters().get(i).offset());
            }
            return all;
        }

        private BadInputException unknown(String reason) {
            return new BadInputException(
                    file.path().getFileName() + " is no network that can be rebuilt: " + reason + ADVICE);
        }
    }
}
