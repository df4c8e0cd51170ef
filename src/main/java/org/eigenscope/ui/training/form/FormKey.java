package org.eigenscope.ui.training.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.network.train.TrainingNumber;

/** The fields of a training, in their order, under the names that presets and sessions write. */
public enum FormKey {
    DATA(
            "data",
            "digits",
            "digits, fashion, power-law:A (normal inputs with variances k^−A), a folder with X.npy and y.npy or with IDX files named as"
                    + " MNIST's, or an .npz file with X and y"),
    NET(
            "net",
            "mlp:400,200",
            "mlp:WIDTH,…, lenet or mini-alexnet; after it, each with a plus sign, relu, tanh or gelu and, for an mlp, the structure of"
                    + " its first layer: block-diagonal:B, banded:W, low-rank:R or kronecker:RxC"),
    BATCH("batch sizes", "20,100,500", "Samples of a step, one size or several with commas; each is a run of its own"),
    RATE("rate η", "0.02", "The learning rate: a number, or one with /batch or *batch"),
    SCHEDULE("schedule", "constant", "How the rate changes: constant, linear, cosine or steps:EPOCHS,FACTOR"),
    LOSS("loss", "cross-entropy", "cross-entropy for classes, or squared"),
    MOMENTUM("momentum μ", "0.9", "From " + TrainingNumber.MOMENTUM.range()),
    DECAY("weight decay", "5e-4", "From " + TrainingNumber.DECAY.range() + ", on weights and biases"),
    NOISE(
            "label noise",
            "0",
            "The part of the labels that is drawn anew, " + TrainingNumber.LABEL_NOISE.range()
                    + "; 1 makes them random"),
    SEEDS("seeds", "1", "How many seeds, counted from 0; with each every batch size is trained"),
    EPOCHS("epochs", "20", "Passes over the data, " + TrainingNumber.EPOCHS.range()),
    TARGET("matrix", "weight:fc2", "The matrix whose spectrum is shown as training goes on"),
    INPUTS("inputs", "200", "How many training samples the matrix is taken on, from the first on; weights need none");

    private final String label;
    private final String usual;
    private final String help;

    FormKey(String label, String usual, String help) {
        this.label = label;
        this.usual = usual;
        this.help = help;
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of a name. */
    public static Optional<FormKey> byId(String id) {
        return Arrays.stream(values()).filter(key -> key.id().equals(id)).findFirst();
    }

    /** What stands beside the field. */
    public String label() {
        return label;
    }

    /** The text of a new window. */
    public String usual() {
        return usual;
    }

    /** What may be written, a sentence without its full stop. */
    public String help() {
        return help;
    }
}
