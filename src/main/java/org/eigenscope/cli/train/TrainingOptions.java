package org.eigenscope.cli.train;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.data.BundledData;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.data.OwnData;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.TrainingSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is trained, on what, and how. */
final class TrainingOptions {
    private static final int MOST_EPOCHS = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            defaultValue = "digits",
            description =
                    "digits, fashion, a folder with X.npy and y.npy or with IDX files named as MNIST's, or an .npz file with X and y"
                            + " (default: ${DEFAULT-VALUE}).")
    private Path data;

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
        if (!(fraction >= 0 && fraction <= 1)) {
            throw usage("--label-noise = " + fraction + " is outside 0 to 1");
        }
        return fraction;
    }

    /** Reads the data. */
    DataSplit data() throws EigenscopeException {
        Optional<BundledData> bundled = Stream.of(BundledData.values())
                .filter(each -> each.id().equals(data.toString().toLowerCase(Locale.ROOT)))
                .findFirst();
        DataSplit split = bundled.isPresent() ? bundled.get().read() : own();
        if (labelNoise() > 0 && !split.training().targets().hasLabels()) {
            throw new BadInputException("The data " + split.name() + " have no labels that noise could change.");
        }
        return split;
    }

    private DataSplit own() throws EigenscopeException {
        if (loss() != Loss.SQUARED) {
            return OwnData.read(data, false);
        }
        try {
            return OwnData.read(data, false);
        } catch (BadInputException noClasses) {
            return OwnData.read(data, true);
        }
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
        if (epochs < 0 || epochs > MOST_EPOCHS) {
            throw usage("--epochs = " + epochs + " is outside 0 to " + MOST_EPOCHS);
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw usage("--momentum = " + momentum + " is outside 0 to below 1");
        }
        if (!(decay >= 0 && decay <= 1000)) {
            throw usage("--decay = " + decay + " is outside 0 to 1000");
        }
        LearningRate parsed = LearningRate.parse(rate, RateSchedule.parse(schedule));
        return new TrainingSettings(batchSize, epochs, parsed, momentum, decay, loss(), seed);
    }

    int epochs() {
        return epochs;
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
