package org.eigenscope.network.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.format.safetensors.SafetensorsWriter;
import org.eigenscope.io.format.safetensors.SafetensorsWriter.Tensor;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.network.layer.Layer;
import org.eigenscope.network.layer.Parameter;
import org.eigenscope.network.layer.Structured;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.Measures;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * Networks in safetensors files: a tensor for each tensor of parameters, such as {@code fc1.weight}, in single precision as they were
 * trained. A structured layer also has its whole matrix there, for a survey to see, as {@code fc1.weight} beside {@code fc1.parameters}.
 */
public final class Checkpoints {
    private static final String VELOCITY = "velocity";
    private static final String PARAMETERS = "parameters";

    private Checkpoints() {}

    /** Writes a snapshot of a run. */
    public static void write(OutputStream out, RunDescription run, Snapshot snapshot) throws IOException {
        SafetensorsWriter.write(out, tensors(run.network(), snapshot.parameters()), run.metadata(snapshot));
    }

    /** Writes what the training needs to go on from a snapshot. */
    public static void writeState(OutputStream out, RunDescription run, Snapshot snapshot) throws IOException {
        List<Integer> shape = List.of(run.network().parameterCount());
        SafetensorsWriter.write(
                out,
                List.of(
                        new Tensor(PARAMETERS, shape, ElementType.F32, snapshot.parameters()),
                        new Tensor(VELOCITY, shape, ElementType.F32, snapshot.velocity())),
                run.metadata(snapshot));
    }

    private static List<Tensor> tensors(Network network, double[] all) {
        List<Tensor> tensors = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            double[] values = new double[parameter.count()];
            System.arraycopy(all, parameter.offset(), values, 0, values.length);
            tensors.add(new Tensor(parameter.name(), parameter.shape(), ElementType.F32, values));
        }
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer instanceof Structured structured) {
                List<Integer> shape =
                        List.of(structured.outputs(), structured.input().size());
                tensors.add(new Tensor(network.name(i) + ".weight", shape, ElementType.F32, structured.weight(all)));
            }
        }
        return tensors;
    }

    /**
     * Whether a file belongs to a run.
     *
     * @throws BadInputException if it is readable and of another training
     * @throws EigenscopeException if it cannot be read
     */
    public static void requireRun(Path file, RunDescription run) throws EigenscopeException {
        try (MatrixFile open = MatrixFiles.open(file)) {
            requireRun(file, open.metadata(), run);
        }
    }

    private static void requireRun(Path file, Map<String, String> said, RunDescription run) throws BadInputException {
        for (Map.Entry<String, String> entry : run.identity().entrySet()) {
            String there = said.getOrDefault(entry.getKey(), "nothing");
            if (!there.equals(entry.getValue())) {
                throw new BadInputException(file + " is of another training: its " + entry.getKey() + " is " + there
                        + ", not " + entry.getValue() + "; name another folder, or remove the file.");
            }
        }
    }

    /**
     * Reads what a training needs to go on.
     *
     * @throws EigenscopeException if the file is damaged or of another training
     */
    public static Snapshot readState(Path file, RunDescription run) throws EigenscopeException {
        try (MatrixFile open = MatrixFiles.open(file)) {
            Map<String, String> said = open.metadata();
            requireRun(file, said, run);
            int count = run.network().parameterCount();
            Measures unknown = new Measures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            return new Snapshot(
                    Integer.parseInt(said.getOrDefault("epoch", "")),
                    Long.parseLong(said.getOrDefault("step", "")),
                    Double.parseDouble(said.getOrDefault("learning_rate", "")),
                    read(open, PARAMETERS, count),
                    read(open, VELOCITY, count),
                    unknown);
        } catch (NumberFormatException damaged) {
            throw new BadInputException(file + " does not say at which step it was written; remove it.", damaged);
        }
    }

    private static double[] read(MatrixFile file, String name, int count) throws EigenscopeException {
        TensorInfo info = file.find(name)
                .filter(found -> found.hasEntries() && found.shape().equals(List.of((long) count)))
                .orElseThrow(() -> new BadInputException(
                        file.path() + " has no tensor " + name + " of " + count + " numbers; remove the file."));
        return file.entries(info.name(), 0, count, ProgressListener.NONE, CancelToken.NONE);
    }
}
