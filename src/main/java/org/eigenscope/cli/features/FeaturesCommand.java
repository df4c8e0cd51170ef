package org.eigenscope.cli.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.ExitCode;
import org.eigenscope.cli.console.ProgressLine;
import org.eigenscope.cli.console.Version;
import org.eigenscope.cli.option.Choices;
import org.eigenscope.cli.spectrum.EstimateOutput;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.io.format.npy.NpyWriter;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.checkpoint.StoredNetwork;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.feature.Evaluation;
import org.eigenscope.network.feature.FeatureKind;
import org.eigenscope.network.feature.FeatureMatrices;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Network;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.ProbeVectors;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.Spectrum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes feature matrices of networks. */
@Command(
        name = "features",
        description = {
            "Computes a feature matrix of a network in double precision and writes it as an .npy file, a matrix like any other. The network"
                    + " is a checkpoint of train, or a state_dict that PyTorch saved of an MLP or a LeNet."
        },
        footer = {
            "",
            "Kinds: ck is the Gram matrix of a layer's activations; ntk the empirical tangent kernel, summed over outputs; ntk-pairs the same"
                    + " with outputs kept apart; hessian, ggn (Gauss-Newton) and fisher (empirical) are of the mean loss, parameters ×"
                    + " parameters. Of networks with more parameters than --exact the spectrum of these three is estimated by"
                    + " stochastic Lanczos quadrature: the file then lists one value for each parameter that follows the estimate, and"
                    + " its density goes to standard output, with standard errors."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class FeaturesCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CHECKPOINT", description = "A network.")
    private Path checkpoint;

    @Option(
            names = "--kind",
            required = true,
            converter = Kinds.class,
            completionCandidates = Kinds.class,
            description = "Which matrix: ${COMPLETION-CANDIDATES}.")
    private FeatureKind kind;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "The layer of ck, such as fc1 or conv2, after its activation (default: the last hidden one).")
    private String layer;

    @Option(names = "--centred", description = "Take the mean over the samples off each activation of ck.")
    private boolean centred;

    @Option(
            names = "--net",
            paramLabel = "NET",
            description = "What the network is, as for train, where the file does not say.")
    private String net;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--exact",
            paramLabel = "P",
            defaultValue = "" + FeatureMatrices.MOST_EXACT,
            description =
                    "The most parameters for which hessian, ggn and fisher are formed (default: ${DEFAULT-VALUE}).")
    private int mostExact;

    @Option(
            names = "--probes",
            paramLabel = "K",
            defaultValue = "16",
            description = "Random vectors of an estimate (default: ${DEFAULT-VALUE}).")
    private int probes;

    @Option(
            names = "--steps",
            paramLabel = "M",
            defaultValue = "80",
            description = "Lanczos steps from each (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the random vectors (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--learning-curve",
            paramLabel = "N,N,...",
            split = ",",
            description =
                    "With ntk: also write, to standard output, the test error of ridgeless regression with the kernel from N of the"
                            + " inputs to the others, measured and predicted from the spectrum and from its fitted law.")
    private List<Integer> curve;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.npy",
            required = true,
            description = "The file to write.")
    private Path output;

    public FeaturesCommand(Console console) {
        this.console = console;
    }

    /** The kinds by name. */
    static final class Kinds extends Choices<FeatureKind> {
        Kinds() {
            super(FeatureKind.values(), FeatureKind::id);
        }
    }

    @Override
    public Integer call() throws EigenscopeException, IOException {
        requireOptions();
        requireOutput();
        Optional<Architecture> named = net == null ? Optional.empty() : Optional.of(Architecture.parse(net));
        StoredNetwork stored = StoredNetwork.read(checkpoint, named);
        if (!stored.assumed().isEmpty()) {
            console.say(stored.assumed());
        }
        DataSet samples = inputs.samples(stored, kind);
        Evaluation at = new Evaluation(stored.network(), stored.parameters(), samples, inputs.loss(stored));
        ProgressLine line = ProgressLine.on(console);
        ProgressListener progress = (stage, fraction) ->
                line.show(stage + (Double.isNaN(fraction) ? "" : " " + (int) (100 * fraction) + " %"));
        Provenance provenance = new Provenance(checkpoint, kind.id(), stored.metadata());
        FeatureMatrices features = new FeatureMatrices(at, provenance, progress, CancelToken.NONE);
        if (kind.isCurvature() && stored.network().parameterCount() > mostExact) {
            estimate(features);
        } else {
            Matrix matrix = matrix(features, stored.network());
            write(matrix);
            if (curve != null) {
                requireCurve(matrix.rows());
                new LearningCurveTable(matrix, samples.targets()).write(curve, console.out());
            }
        }
        line.clear();
        return ExitCode.OK;
    }

    private void requireOptions() {
        if (kind != FeatureKind.CK && (layer != null || centred)) {
            throw usage("--layer and --centred belong to --kind ck");
        }
        if (curve != null && (kind != FeatureKind.NTK || !inputs.haveTargets())) {
            throw usage(
                    "--learning-curve belongs to --kind ntk on inputs with labels: a count, or X.npy with --targets");
        }
        if (mostExact < 0 || mostExact > 30_000) {
            throw usage("--exact = " + mostExact + " is outside 0 to 30000");
        }
        if (probes < 2 || steps < 2 || probes > 100_000 || steps > 100_000) {
            throw usage("--probes and --steps are whole numbers from 2 to 100000");
        }
    }

    private void requireCurve(int count) {
        for (int n : curve) {
            if (n < 1 || n >= count) {
                throw usage("--learning-curve = " + n + " is outside 1 to " + (count - 1) + ", as some of the " + count
                        + " inputs have to be left to test on");
            }
        }
    }

    private void requireOutput() throws BadInputException {
        List<Path> read = new ArrayList<>(inputs.files());
        read.add(checkpoint);
        for (Path input : read) {
            if (SafeFile.isSame(output, input)) {
                throw new BadInputException(
                        output + " is what the matrix is computed from, and would be lost; choose another name.");
            }
        }
        SafeFile.requirePlace(output);
    }

    private Matrix matrix(FeatureMatrices features, Network network) throws EigenscopeException {
        return switch (kind) {
            case CK -> features.activationGram(network.activationOf(layerOf(network)), centred);
            case NTK -> features.tangentKernel(false);
            case NTK_PAIRS -> features.tangentKernel(true);
            case HESSIAN, GGN, FISHER -> features.curvature(kind, mostExact);
        };
    }

    private int layerOf(Network network) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (!network.name(i).isEmpty()) {
                names.add(network.name(i));
            }
        }
        String wanted = layer != null ? layer : names.get(Math.max(0, names.size() - 2));
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.name(i).equals(wanted) && !wanted.isEmpty()) {
                return i;
            }
        }
        throw usage("--layer = " + wanted + " is none of " + String.join(", ", names));
    }

    private void write(Matrix matrix) throws EigenscopeException {
        SafeFile.write(
                output,
                out -> NpyWriter.write(out, matrix.valuesForReading(), List.of(matrix.rows(), matrix.columns())));
        console.say(kind.label() + ", " + matrix.rows() + "×" + matrix.columns() + ", written to " + output + ".");
    }

    private void estimate(FeatureMatrices features) throws EigenscopeException, IOException {
        Spectrum spectrum =
                features.curvatureEstimate(kind, new QuadratureSettings(probes, steps, seed, ProbeVectors.RADEMACHER));
        double[] values = spectrum.ascending();
        SafeFile.write(output, out -> NpyWriter.write(out, values, List.of(values.length)));
        new EstimateOutput(spectrum, spectrum.estimate().orElseThrow()).writeCsv(console.out());
        console.say("The spectrum of the " + kind.label() + " was estimated ("
                + spectrum.details().solver() + "); " + values.length + " values that follow it are in " + output
                + ".");
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
