package org.eigenscope.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Provenance;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.BundledData;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.feature.CurvatureProduct;
import org.eigenscope.network.feature.Evaluation;
import org.eigenscope.network.feature.FeatureKind;
import org.eigenscope.network.feature.FeatureMatrices;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingSettings;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * How long training and feature matrices take, one thread; {@code src/jmh/python/training_elsewhere.py} does the same with PyTorch. For each
 * the best of some repetitions, as time of the thread on a processor and as time on the clock, which is longer on a busy machine.
 */
public final class TrainingTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private TrainingTimes() {}

    /** Something to time. */
    private interface Work {
        void run() throws EigenscopeException;
    }

    public static void main(String[] arguments) throws EigenscopeException {
        for (int batch : new int[] {5, 20, 100}) {
            training(
                    "digits, mlp:400,200, batch " + batch + ", an epoch",
                    BundledData.DIGITS.read(),
                    "mlp:400,200",
                    batch);
        }
        training("fashion (8,000), lenet, batch 100, an epoch", BundledData.FASHION.read(), "lenet", 100);
        DataSplit digits = BundledData.DIGITS.read();
        Network network =
                Architecture.parse("mlp:400,200").build(digits.training().shape(), 10);
        Evaluation at = new Evaluation(
                network, network.initialParameters(0), digits.training().first(1000), Loss.CROSS_ENTROPY);
        FeatureMatrices features = new FeatureMatrices(
                at, new Provenance(Path.of("net"), "ntk", Map.of()), ProgressListener.NONE, CancelToken.NONE);
        time("NTK of 1,000 inputs x 10 outputs", 5, () -> features.tangentKernel(false));
        curvature(at);
    }

    private static void training(String name, DataSplit data, String net, int batch) throws EigenscopeException {
        Network network = Architecture.parse(net).build(data.training().shape(), 10);
        LearningRate rate = LearningRate.parse("0.01", RateSchedule.CONSTANT);
        TrainingSettings settings = new TrainingSettings(batch, 1000, rate, 0.9, 5e-4, Loss.CROSS_ENTROPY, 0);
        try (Trainer trainer = new Trainer(network, data, settings, Arithmetic.of(Precision.FLOAT32))) {
            time(name, 8, () -> {
                int before = trainer.epoch();
                while (trainer.epoch() == before) {
                    trainer.step();
                }
            });
        }
    }

    private static void curvature(Evaluation at) throws EigenscopeException {
        double[] v = new double[at.network().parameterCount()];
        double[] product = new double[v.length];
        Arrays.setAll(v, i -> Math.cos(i));
        try (CurvatureProduct hessian = new CurvatureProduct(at, FeatureKind.HESSIAN, CancelToken.NONE)) {
            time("gradient, float64, 1,000 inputs", 20, hessian::gradient);
            time("Hessian times a vector, the first at its point", 20, () -> {
                hessian.gradient();
                hessian.multiply(v, product);
            });
            time("Hessian times a vector, further ones", 20, () -> hessian.multiply(v, product));
        }
    }

    private static void time(String name, int repetitions, Work work) throws EigenscopeException {
        double processor = Double.POSITIVE_INFINITY;
        double clock = Double.POSITIVE_INFINITY;
        for (int i = 0; i < repetitions; i++) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            work.run();
            processor = Math.min(processor, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6);
            clock = Math.min(clock, (System.nanoTime() - wall) / 1e6);
        }
        System.out.printf(Locale.ROOT, "%-50s %9.2f ms processor %9.2f ms clock%n", name, processor, clock);
    }
}
