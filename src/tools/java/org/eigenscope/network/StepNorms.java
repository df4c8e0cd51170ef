package org.eigenscope.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.tail.HillPlot;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.data.DataSource;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.Measures;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.network.train.TrainingSettings;

/**
 * Trains with several batch sizes and writes, for each run, the median of the step norms r_t = ‖w_{t+1} − w_t‖₂ over all parameters in the
 * last steps, and their lower tail exponent by Hill's estimate of the k smallest, k/Σ ln(r_(k+1)/r_(i)), for k of 5, 10 and 20 % of the steps.
 * Its standard error for independent norms is the estimate over √k; those of neighbouring steps are not independent.
 *
 * <p>{@code mvn -q -Pseries test-compile exec:exec -Dseries.class=StepNorms -Dseries="digits mlp:400,200 200 0.02 0.0005 5,20,100 0,1,2 300"}
 * runs it. Arguments: data, net, epochs, rate, weight decay, batch sizes with commas, seeds with commas, and how many of the last steps count.
 */
public final class StepNorms {
    private static final double MOMENTUM = 0.9;

    private StepNorms() {}

    public static void main(String[] arguments) throws EigenscopeException {
        DataSplit data = DataSource.read(arguments[0], Loss.CROSS_ENTROPY);
        Network network = Architecture.parse(arguments[1])
                .build(data.training().shape(), data.training().targets().outputs());
        int epochs = Integer.parseInt(arguments[2]);
        LearningRate rate = LearningRate.parse(arguments[3], RateSchedule.CONSTANT);
        double decay = Double.parseDouble(arguments[4]);
        TrainingSettings base = new TrainingSettings(1, epochs, rate, MOMENTUM, decay, Loss.CROSS_ENTROPY, 0);
        System.out.println("batch_size,seed,steps,counted,median_norm,alpha_5,alpha_10,alpha_20,train_loss,"
                + "train_accuracy,test_loss,test_accuracy");
        for (int batch : numbers(arguments[5])) {
            for (int seed : numbers(arguments[6])) {
                run(network, data, base.withRun(batch, seed), Integer.parseInt(arguments[7]));
            }
        }
    }

    private static int[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static void run(Network network, DataSplit data, TrainingSettings settings, int counted)
            throws EigenscopeException {
        try (Trainer trainer = new Trainer(network, data, settings, Arithmetic.of(Precision.FLOAT32))) {
            long first = Math.max(0, trainer.allSteps() - counted);
            while (trainer.steps() < first) {
                trainer.step();
            }
            double[] norms = new double[(int) (trainer.allSteps() - first)];
            double[] before = trainer.parameters();
            for (int i = 0; i < norms.length; i++) {
                trainer.step();
                double[] after = trainer.parameters();
                norms[i] = distance(before, after);
                before = after;
            }
            write(settings, trainer, norms);
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    private static void write(TrainingSettings settings, Trainer trainer, double[] norms) {
        // the lower tail of r is the upper one of 1/r, whose density falls with an exponent larger by one
        double[] exponents =
                HillPlot.exponents(Arrays.stream(norms).map(r -> 1 / r).toArray());
        double[] sorted = Arrays.stream(norms).sorted().toArray();
        Measures measures = trainer.measures();
        System.out.printf(
                Locale.ROOT,
                "%d,%d,%d,%d,%.4g,%.3g,%.3g,%.3g,%.4g,%.4f,%.4g,%.4f%n",
                settings.batchSize(),
                settings.seed(),
                trainer.steps(),
                norms.length,
                sorted[norms.length / 2],
                exponents[norms.length / 20 - 1] - 1,
                exponents[norms.length / 10 - 1] - 1,
                exponents[norms.length / 5 - 1] - 1,
                measures.trainingLoss(),
                measures.trainingAccuracy(),
                measures.testLoss(),
                measures.testAccuracy());
    }
}
