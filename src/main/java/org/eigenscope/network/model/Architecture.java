package org.eigenscope.network.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.array.Nonlinearity;
import org.eigenscope.network.layer.Activation;
import org.eigenscope.network.layer.Convolution;
import org.eigenscope.network.layer.Dense;
import org.eigenscope.network.layer.Layer;
import org.eigenscope.network.layer.Pooling;
import org.eigenscope.network.layer.ProductStructure;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.layer.SparseStructure;
import org.eigenscope.network.layer.Structured;
import org.eigenscope.network.layer.WeightStructure;

/**
 * A kind of network, before the shape of the data and the number of outputs are known. Its text is {@code mlp:400,200}, {@code lenet} or
 * {@code mini-alexnet}, and after it, each with a plus sign, an activation ({@code relu}, {@code tanh}, {@code gelu}) and the structure of
 * the first layer of an MLP: {@code block-diagonal:B}, {@code banded:W}, {@code low-rank:R} or {@code kronecker:RxC}.
 *
 * <p>lenet: convolutions of 6 and 16 planes with 5×5 kernels, each with 2×2 max pooling, then 120, 84 and the outputs; the first is padded
 * by 2. For images of less than 12 pixels the kernels are 3×3 and padded by 1. mini-alexnet: 5×5 convolutions of 96 and 256 planes, padded
 * by 2, each with 3×3 max pooling of stride 2, then 384, 192 and the outputs (after C. Zhang and others, ICLR 2017).
 *
 * @param kind of network
 * @param widths of the hidden layers of an MLP; none is a linear map
 * @param phi the activation
 * @param first the structure of the first layer; empty for a dense one
 */
public record Architecture(Kind kind, List<Integer> widths, Nonlinearity phi, String first) {
    private static final int MOST_WIDTH = 1_000_000;
    private static final int MOST_LAYERS = 100;

    /** A structured layer is expanded to its whole matrix, in several copies. */
    private static final long STRUCTURED_FACTOR = 16;

    /** The kinds. */
    public enum Kind {
        MLP,
        LENET,
        MINI_ALEXNET;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Architecture {
        widths = List.copyOf(widths);
    }

    /**
     * Reads a text.
     *
     * @throws BadInputException if it is none of these
     */
    public static Architecture parse(String text) throws BadInputException {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\+", -1);
        String head = parts[0].strip();
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(each -> head.equals(each.id()) || head.startsWith(each.id() + ":"))
                .findFirst();
        if (kind.isEmpty() || (kind.get() != Kind.MLP && head.contains(":"))) {
            throw new BadInputException("The net '" + text + "' is none of mlp:WIDTH,..., lenet and mini-alexnet.");
        }
        List<Integer> widths = kind.get() == Kind.MLP ? widths(head, text) : List.of();
        Nonlinearity phi = Nonlinearity.RELU;
        String first = "";
        for (int i = 1; i < parts.length; i++) {
            String option = parts[i].strip();
            Optional<Nonlinearity> found = Stream.of(Nonlinearity.values())
                    .filter(each -> each.id().equals(option))
                    .findFirst();
            if (found.isPresent()) {
                phi = found.get();
            } else if (kind.get() == Kind.MLP
                    && option.matches("(?:block-diagonal|banded|low-rank):\\d{1,6}|kronecker:\\d{1,6}x\\d{1,6}")) {
                first = option;
            } else if (!option.equals("dense")) {
                throw new BadInputException("'" + option + "' in the net '" + text
                        + "' is no activation (relu, tanh, gelu) and no structure of the first layer of an mlp"
                        + " (dense, block-diagonal:B, banded:W, low-rank:R, kronecker:RxC).");
            }
        }
        return new Architecture(kind.get(), widths, phi, first);
    }

    private static List<Integer> widths(String head, String text) throws BadInputException {
        List<Integer> widths = new ArrayList<>();
        String list = head.equals("mlp") ? "" : head.substring(head.indexOf(':') + 1);
        for (String width : list.isBlank() ? new String[0] : list.split(",", -1)) {
            if (!width.strip().matches("0*[1-9]\\d{0,6}") || Integer.parseInt(width.strip()) > MOST_WIDTH) {
                throw new BadInputException("The width '" + width + "' in the net '" + text
                        + "' is no whole number from 1 to " + MOST_WIDTH + ".");
            }
            widths.add(Integer.parseInt(width.strip()));
        }
        if (widths.size() > MOST_LAYERS) {
            throw new BadInputException(
                    "The net '" + text.substring(0, 40) + "...' has more than " + MOST_LAYERS + " layers.");
        }
        return widths;
    }

    /** The text that {@link #parse} reads. */
    public String id() {
        StringBuilder text = new StringBuilder(kind.id());
        if (!widths.isEmpty()) {
            text.append(':')
                    .append(String.join(
                            ",", widths.stream().map(String::valueOf).toList()));
        }
        if (phi != Nonlinearity.RELU) {
            text.append('+').append(phi.id());
        }
        if (!first.isEmpty()) {
            text.append('+').append(first);
        }
        return text.toString();
    }

    /**
     * The network for such samples and so many outputs.
     *
     * @throws BadInputException if the samples do not suit it, or it would have 2³¹ parameters or more
     */
    public Network build(Shape input, int outputs) throws BadInputException {
        try {
            Builder builder = new Builder(input);
            switch (kind) {
                case MLP -> mlp(builder);
                case LENET -> lenet(builder);
                case MINI_ALEXNET -> {
                    builder.convolution(96, 5, 2)
                            .pool(3, 2)
                            .convolution(256, 5, 2)
                            .pool(3, 2);
                    builder.dense(384).activate().dense(192).activate();
                }
            }
            builder.dense(outputs);
            return new Network(id(), builder.layers);
        } catch (IllegalArgumentException unsuitable) {
            throw new BadInputException(
                    "The net " + id() + " does not suit samples of shape " + input + ": " + unsuitable.getMessage()
                            + ".",
                    unsuitable);
        }
    }

    private void mlp(Builder builder) {
        for (int i = 0; i < widths.size(); i++) {
            if (i == 0 && !first.isEmpty()) {
                builder.structured(first, widths.get(0));
            } else {
                builder.dense(widths.get(i));
            }
            builder.activate();
        }
        if (widths.isEmpty() && !first.isEmpty()) {
            throw new IllegalArgumentException("an mlp without hidden layers has no first layer to structure");
        }
    }

    private void lenet(Builder builder) {
        boolean small = Math.min(builder.shape.height(), builder.shape.width()) < 12;
        if (small) {
            builder.convolution(6, 3, 1).pool(2, 2).convolution(16, 3, 1).pool(2, 2);
        } else {
            builder.convolution(6, 5, 2).pool(2, 2).convolution(16, 5, 0).pool(2, 2);
        }
        builder.dense(120).activate().dense(84).activate();
    }

    /** Adds layers one after the other. */
    private final class Builder {
        private final List<Layer> layers = new ArrayList<>();
        private Shape shape;
        private int offset;

        Builder(Shape input) {
            shape = input;
        }

        private Builder add(Layer layer) {
            layers.add(layer);
            shape = layer.output();
            requireCount((long) offset + layer.parameterCount());
            offset += layer.parameterCount();
            return this;
        }

        private static void requireCount(long count) {
            if (count > Integer.MAX_VALUE / 2) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "it would have more than %,d parameters", Integer.MAX_VALUE / 2));
            }
        }

        Builder dense(int outputs) {
            requireCount((shape.size() + 1L) * outputs);
            return add(new Dense(shape, outputs, offset));
        }

        Builder activate() {
            return add(new Activation(shape, phi));
        }

        /** A convolution and its activation. */
        Builder convolution(int outputs, int kernel, int padding) {
            return add(new Convolution(Network.window(shape, kernel, 1, padding), outputs, offset))
                    .activate();
        }

        Builder pool(int kernel, int stride) {
            return add(new Pooling(Network.window(shape, kernel, stride, 0)));
        }

        void structured(String text, int outputs) {
            int inputs = shape.size();
            requireCount(STRUCTURED_FACTOR * (inputs + 1L) * outputs);
            String[] sizes = text.substring(text.indexOf(':') + 1).split("x");
            int size = Integer.parseInt(sizes[0]);
            WeightStructure structure = switch (text.substring(0, text.indexOf(':'))) {
                case "block-diagonal" -> SparseStructure.blocks(outputs, inputs, size);
                case "banded" -> SparseStructure.banded(outputs, inputs, size);
                case "low-rank" -> ProductStructure.lowRank(outputs, inputs, size);
                default -> ProductStructure.kronecker(outputs, inputs, size, Integer.parseInt(sizes[1]));
            };
            add(new Structured(shape, outputs, structure, offset));
        }
    }
}
