package org.eigenscope.network;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.io.format.safetensors.SafetensorsWriter;
import org.eigenscope.io.format.safetensors.SafetensorsWriter.Tensor;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.data.BundledData;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.data.OwnData;
import org.eigenscope.network.data.Samples;
import org.eigenscope.network.feature.Evaluation;
import org.eigenscope.network.feature.FeatureMatrices;
import org.eigenscope.network.layer.Parameter;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingListener;
import org.eigenscope.network.train.TrainingPace;
import org.eigenscope.network.train.TrainingSettings;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/**
 * Trains LeNet on Fashion-MNIST at many batch sizes and writes, for each snapshot, only eigenvalues: of the weights of every layer, of the
 * activations and of the tangent kernel on 500 fixed test images. A snapshot's file has lists for {@code eigenscope survey} and says how it
 * was trained. Snapshots that are there are not made again: a run whose last one is there is passed over.
 *
 * <p>{@code mvn -q -Pseries test-compile exec:exec} runs it with the arguments in {@code pom.xml}, and {@code eigenscope survey target/series
 * --study fashion.eigenstudy} makes a study of its lists. Arguments: a folder; {@code fashion} or a folder of IDX files; epochs; weight decay; batch sizes with commas; seeds with commas.
 */
public final class TrainingSeries {
    private static final int INPUTS = 500;
    private static final String RATE = "0.01";
    private static final double MOMENTUM = 0.9;
    private static final int[] EPOCHS = {0, 1, 2, 3, 5, 8, 12, 16, 20, 25, 30, 35, 40, 50, 60, 80, 100};
    private static final SpectrumCalculator SPECTRA = new SpectrumCalculator();

    private final Path folder;
    private final DataSplit data;
    private final Network network;
    private final DataSet inputs;

    private TrainingSeries(Path folder, DataSplit data) throws EigenscopeException {
        this.folder = folder;
        this.data = data;
        network = Architecture.parse("lenet").build(data.training().shape(), 10);
        Samples.Bytes images = (Samples.Bytes) data.test().samples();
        byte[] some = Arrays.copyOf(images.values(), INPUTS * images.each());
        int[] rows = new int[INPUTS];
        Arrays.setAll(rows, i -> i);
        inputs = new DataSet(
                data.test().shape(),
                new Samples.Bytes(some, images.each(), images.factor()),
                data.test().targets().select(rows));
    }

    public static void main(String[] arguments) throws EigenscopeException, IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        DataSplit data = arguments[1].equals("fashion")
                ? BundledData.FASHION.read()
                : OwnData.read(Path.of(arguments[1]), false);
        TrainingSeries series = new TrainingSeries(folder, data);
        for (String seed : arguments[5].split(",")) {
            for (String batch : arguments[4].split(",")) {
                series.run(new TrainingSettings(
                        Integer.parseInt(batch),
                        Integer.parseInt(arguments[2]),
                        LearningRate.parse(RATE, RateSchedule.CONSTANT),
                        MOMENTUM,
                        Double.parseDouble(arguments[3]),
                        Loss.CROSS_ENTROPY,
                        Long.parseLong(seed)));
            }
        }
    }

    private Path file(RunDescription run, int epoch) {
        return folder.resolve(
                run.name() + (run.settings().decay() == 0 ? "_d0" : "") + String.format("_e%03d.safetensors", epoch));
    }

    private void run(TrainingSettings settings) throws EigenscopeException, IOException {
        RunDescription run = new RunDescription("fashion", 0, network, settings);
        if (Files.exists(file(run, settings.epochs()))) {
            return;
        }
        Set<Integer> epochs = new TreeSet<>(Set.of(settings.epochs()));
        Arrays.stream(EPOCHS).filter(epoch -> epoch < settings.epochs()).forEach(epochs::add);
        long start = System.nanoTime();
        try (Trainer trainer = new Trainer(network, data, settings, Arithmetic.of(Precision.FLOAT32))) {
            trainer.run(
                    epochs,
                    new TrainingListener() {
                        @Override
                        public void snapshot(Snapshot snapshot) {
                            write(run, snapshot);
                        }
                    },
                    new TrainingPace(),
                    CancelToken.NONE);
            note(run.name() + " decay " + settings.decay() + ": " + trainer.measures() + " in "
                    + (System.nanoTime() - start) / 1_000_000_000 + " s");
        } catch (NoConvergenceException diverged) {
            note(diverged.getMessage());
        }
    }

    /** A line in the file of what became of each run. */
    private void note(String line) throws IOException {
        Files.writeString(
                folder.resolveSibling("runs.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void write(RunDescription run, Snapshot snapshot) {
        Path file = file(run, snapshot.epoch());
        try {
            Map<String, String> metadata = run.metadata(snapshot);
            List<Tensor> lists = lists(snapshot);
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(beside)) {
                SafetensorsWriter.write(out, lists, metadata);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | EigenscopeException failure) {
            throw new IllegalStateException(file + " could not be made", failure);
        }
    }

    private List<Tensor> lists(Snapshot snapshot) throws EigenscopeException {
        List<Tensor> lists = new ArrayList<>();
        double[] all = snapshot.parameters();
        for (Parameter parameter : network.parameters()) {
            if (parameter.shape().size() > 1) {
                double[] values = Arrays.copyOfRange(all, parameter.offset(), parameter.offset() + parameter.count());
                int rows = parameter.shape().get(0);
                Matrix weights = Matrix.ofRowMajor(
                        values,
                        rows,
                        values.length / rows,
                        ElementType.F32,
                        new Provenance(folder, parameter.name(), Map.of()));
                add(lists, parameter.name(), weights, Interpretation.WEIGHTS);
            }
        }
        Evaluation at = new Evaluation(network, all, inputs, Loss.CROSS_ENTROPY);
        FeatureMatrices features = new FeatureMatrices(
                at, new Provenance(folder, "features", Map.of()), ProgressListener.NONE, CancelToken.NONE);
        for (int layer = 0; layer < network.layers().size() - 1; layer++) {
            if (network.name(layer).startsWith("fc")) {
                Matrix phi = features.activations(network.activationOf(layer), false);
                add(lists, "ck." + network.name(layer), phi, Interpretation.WEIGHTS);
            }
        }
        add(lists, "ntk", features.tangentKernel(false), Interpretation.GRAM);
        return lists;
    }

    private static void add(List<Tensor> lists, String name, Matrix matrix, Interpretation meaning)
            throws EigenscopeException {
        Spectrum spectrum = SPECTRA.compute(
                matrix,
                SpectrumOptions.withDefaults().withInterpretation(meaning),
                ProgressListener.NONE,
                CancelToken.NONE);
        double[] values = spectrum.ascending();
        lists.add(new Tensor(name + ".eigenvalues", List.of(values.length), ElementType.F64, values));
        if (meaning == Interpretation.WEIGHTS) {
            double[] shape = {matrix.rows(), matrix.columns()};
            lists.add(new Tensor(name + ".eigenvalues.shape", List.of(2), ElementType.F64, shape));
        }
    }
}
