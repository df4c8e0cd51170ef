package org.eigenscope.ui.training.form;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.TrainingNumber;

/** Reads what people write into fields, and refuses it in sentences. */
final class FormReader {
    private static final int MOST_BATCHES = 20;
    private static final int MOST_INPUTS = 20_000;
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_OF_A_PATH = 4096;
    private static final int SHOWN = 60;

    private FormReader() {}

    static String data(String text) throws BadInputException {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new BadInputException("Name the data: digits, fashion, power-law:A, a folder, or an .npz file.");
        }
        return text;
    }

    static Architecture net(String text) throws BadInputException {
        Architecture net = Architecture.parse(text);
        // layers and sizes that no data would suit are refused as they are typed
        anyNetwork(net);
        return net;
    }

    /** The network for images of a usual size; layers are named alike for all data. */
    static Network anyNetwork(Architecture net) throws BadInputException {
        try {
            return net.build(new Shape(1, 28, 28), 10);
        } catch (BadInputException unsuitable) {
            // whether the structure of a first layer suits depends on the data
            if (net.first().isEmpty()) {
                throw unsuitable;
            }
            return new Architecture(net.kind(), net.widths(), net.phi(), "").build(new Shape(1, 28, 28), 10);
        }
    }

    /**
     * The text, if it is of a length that a person would write.
     *
     * @throws BadInputException if it is longer
     */
    static String written(FormKey key, String text) throws BadInputException {
        int most = key == FormKey.DATA ? MOST_OF_A_PATH : MOST_CHARACTERS;
        if (text.length() > most) {
            throw new BadInputException("'" + text.substring(0, SHOWN) + "…' has more than " + most + " characters.");
        }
        return text;
    }

    static SortedSet<Integer> batches(String text) throws BadInputException {
        SortedSet<Integer> sizes = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            sizes.add((int) number(TrainingNumber.BATCH_SIZE, part));
        }
        if (sizes.size() > MOST_BATCHES) {
            throw new BadInputException("There are " + sizes.size() + " batch sizes; at most " + MOST_BATCHES
                    + " can be trained at a time.");
        }
        return sizes;
    }

    static double number(TrainingNumber number, String text) throws BadInputException {
        String plain = text.strip().replace('−', '-');
        double value = Double.NaN;
        if (plain.matches("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?")) {
            value = Double.parseDouble(plain);
        }
        if (Double.isNaN(value)) {
            throw new BadInputException("The " + number.label() + " '" + cut(plain) + "' is no number; it must be "
                    + (number.isWhole() ? "a whole number, " : "") + number.range() + ".");
        }
        if (!number.contains(value)) {
            throw new BadInputException("The " + number.label() + " " + cut(plain) + " is outside " + number.range()
                    + (number.isWhole() && value != Math.rint(value) ? ", or no whole number." : "."));
        }
        return value;
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static Loss loss(String text) throws BadInputException {
        return Loss.of(text.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        new BadInputException("The loss '" + cut(text) + "' is none of cross-entropy and squared."));
    }

    static int inputs(String text) throws BadInputException {
        if (!text.matches("0*\\d{1,9}") || Integer.parseInt(text) < 2 || Integer.parseInt(text) > MOST_INPUTS) {
            throw new BadInputException(
                    "The number of inputs '" + cut(text) + "' is no whole number from 2 to " + MOST_INPUTS + ".");
        }
        return Integer.parseInt(text);
    }
}
