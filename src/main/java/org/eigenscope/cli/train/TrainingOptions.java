package org.eigenscope.cli.train;

import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.data.DataSource;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.TrainingNumber;
import org.eigenscope.network.train.TrainingSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is trained, on what, and how. */
final class TrainingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            defaultValue = "digits",
            description =
                    "digits, fashion, power-law:A (normal inputs with variances k^-A), a folder with X.npy and y.npy or with IDX files"
                            + " named as MNIST's, or an .npz file with X and y (default: ${DEFAULT-VALUE}).")
    private String data;

    @Option(
            names = "--net",
            paramLabel = "NET",
            defaultValue = "mlp:400,200",
            description =
                    "mlp:WIDTH,..., lenet or mini-alexnet; after it, each with a plus sign, relu, tanh or gelu and, for an mlp, the"
                            + " structure of its first layer: block-diagonal:B, banded:W, low-rank:R or kronecker:RxC (default:"
                            + " ${DEFAULT-VALUE}).")
    private String net;

    @Option(names = "--epochs", paramLabel = "E", required = true, description = "Passes over the data.")
    private int epochs;

    @Option(
            names = "--lr",
            paramLabel = "RATE",
            defaultValue = "0.02",
            description = "The learning rate: a number, or one with /batch or *batch (default: ${DEFAULT-VALUE}).")
    private String rate;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "constant",
            description =
                    "How it changes: constant, linear, cosine or steps:EPOCHS,FACTOR (default: ${DEFAULT-VALUE}).")
    private String schedule;

    @Option(
            names = "--momentum",
            paramLabel = "M",
            defaultValue = "0.9",
            description = "From 0 to below 1 (default: ${DEFAULT-VALUE}).")
    private double momentum;

    @Option(
            names = "--decay",
            paramLabel = "D",
            defaultValue = "0",
            description = "Weight decay, of weights and biases (default: ${DEFAULT-VALUE}).")
    private double decay;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            defaultValue = "cross-entropy",
            description =
                    "cross-entropy or squared; with squared, y of own data may be any numbers if it has several a sample or they are"
                            + " no classes (default: ${DEFAULT-VALUE}).")
    private String loss;

    @Option(
            names = "--label-noise",
            paramLabel = "P",
            description = "Draw each label of the training data anew with this probability.")
    private Double noise;

    @Option(names = "--random-labels", description = "The same with probability 1.")
    private boolean randomLabels;

    /** The part of the labels that is drawn anew. */
    double labelNoise() {
        if (randomLabels && noise != null) {
            throw usage("--random-labels excludes --label-noise");
        }
        double fraction = randomLabels ? 1 : noise == null ? 0 : noise;
        require("--label-noise", TrainingNumber.LABEL_NOISE, fraction, Double.toString(fraction));
        return fraction;
    }

    /** Reads the data. */
    DataSplit data() throws EigenscopeException {
        DataSplit split = DataSource.read(data, loss());
        if (labelNoise() > 0 && !split.training().targets().hasLabels()) {
            throw new BadInputException("The data " + split.name() + " have no labels that noise could change.");
        }
        return split;
    }

    private Loss loss() {
        return Loss.of(loss.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("--loss = " + loss + " is none of cross-entropy, squared"));
    }

    /** The network for the data. */
    Network network(DataSplit split) throws BadInputException {
        return Architecture.parse(net)
                .build(split.training().shape(), split.training().targets().outputs());
    }

    /** How it is trained, with a batch size and a seed. */
    TrainingSettings settings(int batchSize, long seed) throws BadInputException {
        require("--epochs", TrainingNumber.EPOCHS, epochs, Integer.toString(epochs));
        require("--momentum", TrainingNumber.MOMENTUM, momentum, Double.toString(momentum));
        require("--decay", TrainingNumber.DECAY, decay, Double.toString(decay));
        LearningRate parsed = LearningRate.parse(rate, RateSchedule.parse(schedule));
        return new TrainingSettings(batchSize, epochs, parsed, momentum, decay, loss(), seed);
    }

    int epochs() {
        return epochs;
    }

    private void require(String option, TrainingNumber number, double value, String text) {
        if (!number.contains(value)) {
            throw usage(option + " = " + text + " is outside " + number.range());
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
