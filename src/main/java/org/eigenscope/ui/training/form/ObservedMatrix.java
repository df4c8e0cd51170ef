package org.eigenscope.ui.training.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.model.Network;

/**
 * The matrix of a network whose spectrum is shown.
 *
 * @param kind which
 * @param layer of a weight or of activations its layer, such as {@code fc1}; otherwise empty
 */
public record ObservedMatrix(Kind kind, String layer) {
    /** Kinds of matrices. */
    public enum Kind {
        WEIGHT("weights of", true, false),
        NTK("tangent kernel (NTK)", false, true),
        ACTIVATION("activations of", true, true),
        HESSIAN("Hessian", false, true),
        GGN("Gauss–Newton", false, true),
        FISHER("empirical Fisher", false, true);

        private final String label;
        private final boolean ofLayer;
        private final boolean ofInputs;

        Kind(String label, boolean ofLayer, boolean ofInputs) {
            this.label = label;
            this.ofLayer = ofLayer;
            this.ofInputs = ofInputs;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it is parameters × parameters. */
        public boolean isCurvature() {
            return this == HESSIAN || this == GGN || this == FISHER;
        }
    }

    private static final String FORMS = "weight:LAYER, ntk, activation:LAYER, hessian, ggn and fisher";

    /**
     * Reads {@code weight:fc1}, {@code ntk}, {@code activation:fc1}, {@code hessian}, {@code ggn} or {@code fisher}.
     *
     * @throws BadInputException if it is none of these
     */
    public static ObservedMatrix parse(String text) throws BadInputException {
        String plain = text.strip();
        int colon = plain.indexOf(':');
        String head = (colon < 0 ? plain : plain.substring(0, colon)).toLowerCase(Locale.ROOT);
        String layer = colon < 0 ? "" : plain.substring(colon + 1).strip();
        for (Kind kind : Kind.values()) {
            if (kind.id().equals(head) && kind.ofLayer != layer.isEmpty()) {
                return new ObservedMatrix(kind, layer);
            }
        }
        throw new BadInputException("The matrix '" + text + "' is none of " + FORMS + ".");
    }

    /** All matrices of a network. */
    public static List<ObservedMatrix> of(Network network) {
        List<String> layers = layers(network);
        List<ObservedMatrix> all = new ArrayList<>();
        layers.forEach(layer -> all.add(new ObservedMatrix(Kind.WEIGHT, layer)));
        all.add(new ObservedMatrix(Kind.NTK, ""));
        layers.subList(0, layers.size() - 1).forEach(layer -> all.add(new ObservedMatrix(Kind.ACTIVATION, layer)));
        all.add(new ObservedMatrix(Kind.HESSIAN, ""));
        all.add(new ObservedMatrix(Kind.GGN, ""));
        all.add(new ObservedMatrix(Kind.FISHER, ""));
        return all;
    }

    /** The names of the layers with parameters, first to last. */
    public static List<String> layers(Network network) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (!network.name(i).isEmpty()) {
                names.add(network.name(i));
            }
        }
        return names;
    }

    /**
     * Refuses a layer that a network does not have.
     *
     * @throws BadInputException if so, with the layers that there are
     */
    public void requireIn(Network network) throws BadInputException {
        List<String> layers = layers(network);
        if (kind.ofLayer && !layers.contains(layer)) {
            throw new BadInputException("The net " + network.id() + " has no layer '" + layer + "'; it has "
                    + String.join(", ", layers) + ".");
        }
    }

    /** Whether it depends on inputs. */
    public boolean needsInputs() {
        return kind.ofInputs;
    }

    /** The text that {@link #parse} reads. */
    public String id() {
        return kind.ofLayer ? kind.id() + ":" + layer : kind.id();
    }

    /** The matrix in words. */
    public String label() {
        return kind.ofLayer ? kind.label + " " + layer : kind.label;
    }

    /** The name of the matrix in a file: of a weight the tensor's. */
    public String tensor() {
        return kind == Kind.WEIGHT ? layer + ".weight" : id();
    }
}
