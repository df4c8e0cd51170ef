package org.eigenscope.network;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.registry.MatrixFiles;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.Samples;
import org.eigenscope.network.layer.Shape;
import org.eigenscope.network.model.Targets;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/** PyTorch's numbers, and the parameters, inputs and labels that they belong to. */
public final class Reference {
    private Reference() {}

    /** A file of the folder. */
    public static Path file(String name) {
        try {
            return Path.of(Reference.class.getResource("/network/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An array of an archive. */
    public static double[] read(String archive, String array) throws EigenscopeException {
        try (MatrixFile file = MatrixFiles.open(file(archive + ".npz"))) {
            TensorInfo info = file.find(array).orElseThrow();
            long count = info.shape().stream().reduce(1L, (a, b) -> a * b);
            return file.entries(array, 0, count, ProgressListener.NONE, CancelToken.NONE);
        }
    }

    /** Parameters by the formula. */
    public static double[] parameters(int count, double scale) {
        double[] parameters = new double[count];
        Arrays.setAll(parameters, i -> scale * Math.sin(i + 1.0));
        return parameters;
    }

    /** Inputs and labels by the formulas. */
    public static DataSet data(Shape shape, int count, int outputs) {
        double[] inputs = new double[count * shape.size()];
        Arrays.setAll(inputs, i -> Math.cos(0.7 * i));
        int[] labels = new int[count];
        Arrays.setAll(labels, i -> i % outputs);
        return new DataSet(shape, new Samples.Numbers(inputs, shape.size()), Targets.ofLabels(labels, outputs));
    }
}
