package org.eigenscope.cli.features;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.network.checkpoint.StoredNetwork;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.DataSource;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.data.OwnData;
import org.eigenscope.network.feature.FeatureKind;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The samples that a feature matrix is taken on, and the loss. */
final class InputOptions {
    private static final int DEFAULT_COUNT = 500;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--inputs",
            paramLabel = "N|X.npy",
            description =
                    "The first N training samples (default: 500, or all if fewer), or a file with a row a sample.")
    private Path inputs;

    @Option(
            names = "--targets",
            paramLabel = "Y.npy",
            description =
                    "The class of each row of X.npy, from 0, or with the squared loss numbers: for hessian and fisher.")
    private Path targets;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description =
                    "The data that N counts: digits, fashion, power-law:A, a folder or an .npz file (default: what CHECKPOINT says it"
                            + " was trained on).")
    private Path data;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description = "cross-entropy or squared (default: what CHECKPOINT says, else cross-entropy).")
    private String lossName;

    /** The files that are read. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (inputs != null && !isCount()) {
            files.add(inputs);
        }
        Optional.ofNullable(targets).ifPresent(files::add);
        return files;
    }

    /** Whether the samples have answers. */
    boolean haveTargets() {
        return inputs == null || isCount() || targets != null;
    }

    private boolean isCount() {
        return inputs.toString().matches("\\d{1,9}");
    }

    Loss loss(StoredNetwork stored) {
        String name =
                lossName == null ? stored.metadata().getOrDefault("objective", Loss.CROSS_ENTROPY.id()) : lossName;
        return Loss.of(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> usage("the loss " + name + " is none of cross-entropy, squared"));
    }

    DataSet samples(StoredNetwork stored, FeatureKind kind) throws EigenscopeException {
        boolean file = inputs != null && !isCount();
        if (targets != null && !file) {
            throw usage("--targets belong to the rows of --inputs X.npy");
        }
        if (!file) {
            return first(stored);
        }
        if (targets == null && (kind == FeatureKind.HESSIAN || kind == FeatureKind.FISHER)) {
            throw usage("--kind " + kind.id() + " needs --targets, the answers to the rows of X.npy");
        }
        Network network = stored.network();
        return OwnData.inputs(
                inputs, Optional.ofNullable(targets), network.input(), network.outputs(), loss(stored) == Loss.SQUARED);
    }

    private DataSet first(StoredNetwork stored) throws EigenscopeException {
        String name = data == null ? stored.metadata().getOrDefault("data", "") : data.toString();
        if (name.isEmpty()) {
            throw usage("the file does not say what it was trained on; give --data, or --inputs X.npy");
        }
        Optional<DataSplit> builtIn = DataSource.builtIn(name);
        if (builtIn.isEmpty() && data == null) {
            throw usage("the network was trained on " + name
                    + ", which does not come with the program; say with --data where"
                    + " it is, or give --inputs X.npy");
        }
        boolean squared = loss(stored) == Loss.SQUARED && stored.network().outputs() == 1;
        DataSet training = builtIn.isPresent()
                ? builtIn.get().training()
                : OwnData.read(data, squared).training();
        Network network = stored.network();
        if (training.shape().size() != network.input().size()
                || training.targets().outputs() != network.outputs()) {
            throw new BadInputException("The network takes " + network.input() + " and answers " + network.outputs()
                    + " numbers; the data " + name + " have " + training.shape() + " and "
                    + training.targets().outputs() + ".");
        }
        int count = inputs == null ? Math.min(DEFAULT_COUNT, training.count()) : Integer.parseInt(inputs.toString());
        if (count < 2 || count > training.count()) {
            throw usage("--inputs = " + count + " is outside 2 to " + training.count() + ", the training samples of "
                    + name);
        }
        return training.first(count);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
