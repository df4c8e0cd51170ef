package org.eigenscope.network.train;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.layer.Signal;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.model.NetworkPass;
import org.eigenscope.progress.CancelToken;

/**
 * Trains a network, a step at a time. For one thread at a time; several trainers may run side by side.
 *
 * <p>Reproducible: with the same settings, data and arithmetic on the same kind of processor every bit repeats, whatever else the machine
 * does, whether the training is paused, resumed from a snapshot or run beside others. Every sum is taken in a fixed order on one thread.
 * OpenBLAS chooses its loops by the processor, so another kind of processor may differ in the last bits, and these grow as training goes
 * on; in plain Java (an arithmetic without OpenBLAS) bits are the same on all machines, but for {@code tanh} and {@code exp}. The promise
 * does not hold for who sets {@code OPENBLAS_NUM_THREADS} above 1.
 */
public final class Trainer implements AutoCloseable {
    /** Samples at once when a network is measured. */
    private static final int MEASURED_AT_ONCE = 500;

    private final NetworkPass pass;
    private final NetworkPass measuring;
    private final DataSplit data;
    private final TrainingSettings settings;
    private final Batches batches;
    private final NumberArray velocity;
    private int epoch;
    private long step;
    private double epochLoss;
    private double lastRate;

    /**
     * A training from random parameters.
     *
     * @throws EigenscopeException as the other constructor
     */
    public Trainer(Network network, DataSplit data, TrainingSettings settings, Arithmetic arithmetic)
            throws EigenscopeException {
        this(network, data, settings, arithmetic, network.initialParameters(settings.seed()));
    }

    /**
     * A training from given parameters.
     *
     * @throws BadInputException if the batch is larger than the data, or the network, data and loss do not fit to each other
     * @throws EigenscopeException if it does not fit into memory
     */
    public Trainer(
            Network network, DataSplit data, TrainingSettings settings, Arithmetic arithmetic, double[] parameters)
            throws EigenscopeException {
        requireFit(network, data, settings);
        if (parameters.length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    parameters.length + " parameters for a network of " + network.parameterCount());
        }
        this.data = data;
        this.settings = settings;
        pass = new NetworkPass(network, settings.batchSize(), arithmetic, Need.ADJOINTS);
        int atOnce = Math.min(
                MEASURED_AT_ONCE, Math.max(data.training().count(), data.test().count()));
        measuring = new NetworkPass(network, atOnce, arithmetic, Need.VALUES);
        velocity = arithmetic.allocate(network.parameterCount());
        batches = new Batches(data.training().count(), settings.batchSize(), settings.seed());
        pass.parameters().value().copyFrom(parameters, 0, parameters.length);
        lastRate = rate();
    }

    /**
     * Refuses what could not be trained, before anything is allocated.
     *
     * @throws BadInputException if the batch is larger than the data, or the network, data and loss do not fit to each other
     * @throws EigenscopeException if it does not fit into memory
     */
    public static void requireSuitable(
            Network network, DataSplit data, TrainingSettings settings, Arithmetic arithmetic)
            throws EigenscopeException {
        requireFit(network, data, settings);
        NetworkPass.requireMemory(network, settings.batchSize(), arithmetic, Need.ADJOINTS);
    }

    private static void requireFit(Network network, DataSplit data, TrainingSettings settings)
            throws BadInputException {
        int count = data.training().count();
        if (settings.batchSize() > count) {
            throw new BadInputException("A batch of " + settings.batchSize() + " is larger than the data " + data.name()
                    + ", which have " + count + " samples to train on; take a batch size up to " + count + ".");
        }
        if (network.input().size() != data.training().shape().size()
                || network.outputs() != data.training().targets().outputs()) {
            throw new BadInputException("The net " + network.id() + " takes " + network.input() + " and answers "
                    + network.outputs() + " numbers; the data " + data.name() + " have "
                    + data.training().shape() + " and "
                    + data.training().targets().outputs() + ".");
        }
        if (settings.loss() == Loss.CROSS_ENTROPY && !data.training().targets().hasLabels()) {
            throw new BadInputException("The data " + data.name() + " have no classes; take the loss squared.");
        }
    }

    /** Takes a training up where a snapshot left it. */
    public void resume(Snapshot snapshot) {
        double[] parameters = snapshot.parameters();
        pass.parameters().value().copyFrom(parameters, 0, parameters.length);
        velocity.copyFrom(snapshot.velocity(), 0, parameters.length);
        epoch = snapshot.epoch();
        step = snapshot.step();
        lastRate = snapshot.rate();
        epochLoss = 0;
    }

    /** Epochs done. */
    public int epoch() {
        return epoch;
    }

    /** Steps done. */
    public long steps() {
        return step;
    }

    /** All steps of the training. */
    public long allSteps() {
        return (long) settings.epochs() * batches.perEpoch();
    }

    /** Whether all epochs are done. */
    public boolean isFinished() {
        return epoch >= settings.epochs();
    }

    /** η of the next step. */
    public double rate() {
        double done = allSteps() == 0 ? 0 : (double) step / allSteps();
        return settings.rate().base(settings.batchSize())
                * settings.rate().schedule().at(epoch, done);
    }

    /**
     * Takes a step.
     *
     * @return the mean loss of its batch, before the step
     * @throws NoConvergenceException if the loss is not finite: the parameters are then as they were before this step
     */
    public double step() throws NoConvergenceException {
        int index = (int) (step % batches.perEpoch());
        int[] order = batches.order(epoch);
        int from = batches.start(index);
        int count = batches.start(index + 1) - from;
        double loss = gradient(order, from, count);
        double rate = rate();
        if (!Double.isFinite(loss)) {
            throw new NoConvergenceException(
                    "The loss became " + loss + " at step " + (step + 1) + " (epoch " + (epoch + 1)
                            + ") with batch size " + settings.batchSize() + ", seed " + settings.seed()
                            + ", at a learning rate of "
                            + rate + "; take a smaller rate. What was trained before is kept.");
        }
        descend(rate);
        lastRate = rate;
        step++;
        epochLoss += loss * count;
        if (index + 1 == batches.perEpoch()) {
            epoch++;
        }
        return loss;
    }

    private double gradient(int[] order, int from, int count) {
        DataSet training = data.training();
        int each = training.shape().size();
        NumberArray input = pass.signal(0).value();
        input.forgetAll();
        for (int i = 0; i < count; i++) {
            training.samples().copy(order[from + i], input, i * each);
        }
        pass.forward(count);
        double sum = pass.loss(settings.loss(), training.targets(), order, from, count);
        pass.backward(count);
        return sum / count;
    }

    private void descend(double rate) {
        Signal parameters = pass.parameters();
        velocity.combine(1, parameters.adjoint(), settings.momentum());
        if (settings.decay() != 0) {
            velocity.combine(settings.decay(), parameters.value(), 1);
        }
        parameters.value().combine(-rate, velocity, 1);
    }

    /**
     * Trains to the end.
     *
     * @param snapshots the epochs after which snapshots are wanted; 0 is before the first step
     * @throws EigenscopeException if it was cancelled, or the loss is not finite any more; the trainer can then still be asked
     */
    public void run(Set<Integer> snapshots, TrainingListener listener, TrainingPace pace, CancelToken cancel)
            throws EigenscopeException {
        if (step == 0 && snapshots.contains(0)) {
            listener.snapshot(snapshot());
        }
        while (!isFinished()) {
            pace.await(cancel);
            int before = epoch;
            double loss = step();
            listener.step(step, loss);
            if (epoch > before) {
                listener.epoch(epoch, epochLoss / data.training().count());
                epochLoss = 0;
                if (snapshots.contains(epoch)) {
                    listener.snapshot(snapshot());
                }
            }
        }
    }

    /** The parameters as they are now; a copy. */
    public double[] parameters() {
        double[] parameters = new double[velocity.length()];
        pass.parameters().value().copyTo(0, parameters, parameters.length);
        return parameters;
    }

    /** The network as it is now, with its measures. */
    public Snapshot snapshot() {
        double[] v = new double[velocity.length()];
        velocity.copyTo(0, v, v.length);
        return new Snapshot(epoch, step, lastRate, parameters(), v, measures());
    }

    /** How good the network is now. */
    public Measures measures() {
        double[] parameters = parameters();
        measuring.parameters().value().copyFrom(parameters, 0, parameters.length);
        double[] training = measure(data.training());
        double[] test = data.hasTest() ? measure(data.test()) : new double[] {Double.NaN, Double.NaN};
        return new Measures(training[0], training[1], test[0], test[1]);
    }

    private double[] measure(DataSet set) {
        int[] all = IntStream.range(0, set.count()).toArray();
        int each = set.shape().size();
        double loss = 0;
        long correct = 0;
        for (int from = 0; from < all.length; from += measuring.capacity()) {
            int count = Math.min(measuring.capacity(), all.length - from);
            for (int i = 0; i < count; i++) {
                set.samples().copy(from + i, measuring.signal(0).value(), i * each);
            }
            measuring.forward(count);
            loss += measuring.loss(settings.loss(), set.targets(), all, from, count);
            correct += set.targets().hasLabels() ? measuring.correct(set.targets(), all, from, count) : 0;
        }
        double accuracy = set.targets().hasLabels() ? (double) correct / all.length : Double.NaN;
        return new double[] {loss / all.length, accuracy};
    }

    @Override
    public void close() {
        pass.close();
        measuring.close();
        velocity.close();
    }

    /** The order of the samples, drawn anew for each epoch from the seed and the epoch alone. */
    private static final class Batches {
        private final int size;
        private final long seed;
        private final int[] order;
        private int drawnFor = -1;

        Batches(int count, int size, long seed) {
            this.size = size;
            this.seed = seed;
            order = new int[count];
        }

        int perEpoch() {
            return (order.length + size - 1) / size;
        }

        int start(int batch) {
            return (int) Math.min(order.length, (long) batch * size);
        }

        int[] order(int epoch) {
            if (epoch != drawnFor) {
                drawnFor = epoch;
                // the second stream of the seed; the first draws the initial parameters
                SplittableRandom random = new SplittableRandom(new SplittableRandom(~seed).nextLong() + epoch);
                for (int i = 0; i < order.length; i++) {
                    int j = random.nextInt(i + 1);
                    order[i] = order[j];
                    order[j] = i;
                }
            }
            return order;
        }
    }
}
