package org.eigenscope.ui.training.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.data.DataSource;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.layer.Signal.Need;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.Trainer;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.training.form.FormKey;
import org.eigenscope.ui.training.form.TrainingPlan;

/** Reads the data of a plan, makes its runs, and tries a few steps to tell how long they will take. */
public final class Preparation implements Job<PreparedTraining> {
    private static final long MOST_TRIED_NANOSECONDS = 300_000_000;
    private static final int MOST_TRIED = 20;
    /** The part of the memory that kept networks may take. */
    private static final int KEPT_PART = 4;

    private final TrainingPlan plan;
    private final int jobs;
    private volatile Optional<FormKey> asked = Optional.empty();

    /**
     * @param plan what was asked
     * @param jobs how many runs are trained at the same time
     */
    public Preparation(TrainingPlan plan, int jobs) {
        this.plan = plan;
        this.jobs = jobs;
    }

    /** The field that was read last: what is refused is about it. Empty once all suit the data. */
    public Optional<FormKey> asked() {
        return asked;
    }

    private void ask(FormKey key) {
        asked = Optional.of(key);
    }

    /**
     * Prepares the training.
     *
     * @throws EigenscopeException if a field does not suit the data, it does not fit into memory, or the work was cancelled
     */
    @Override
    public PreparedTraining run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        progress.progress("Reading the data", Double.NaN);
        DataSplit data = data();
        cancel.throwIfCancelled();
        Network network = network(data);
        List<RunDescription> all = descriptions(data, network);
        Arithmetic arithmetic = Arithmetic.of(Precision.FLOAT32);
        ask(FormKey.BATCH);
        for (RunDescription run : all) {
            Trainer.requireSuitable(network, data, run.settings(), arithmetic);
        }
        asked = Optional.empty();
        progress.progress("Trying a few steps", Double.NaN);
        double seconds = seconds(all, data, arithmetic, cancel);
        return prepared(data, network, all, seconds);
    }

    private PreparedTraining prepared(DataSplit data, Network network, List<RunDescription> all, double seconds) {
        Runtime runtime = Runtime.getRuntime();
        long room = runtime.maxMemory();
        long each = KeptNetwork.bytes(network.parameterCount());
        Set<Integer> epochs = KeptEpochs.of(plan.recipe().epochs(), each, room / KEPT_PART / all.size());
        Arithmetic arithmetic = Arithmetic.of(Precision.FLOAT32);
        long bytes = 0;
        List<TrainingRun> runs = new ArrayList<>();
        for (RunDescription run : all) {
            bytes += network.bytes(run.settings().batchSize(), arithmetic, Need.ADJOINTS) + each * epochs.size();
            runs.add(new TrainingRun(run, noisy(data, run), epochs));
        }
        return new PreparedTraining(plan, data, network, runs, new TrainingCost(seconds, bytes, room));
    }

    private static DataSplit noisy(DataSplit data, RunDescription run) {
        return run.labelNoise() == 0
                ? data
                : data.withTraining(data.training()
                        .withLabelNoise(run.labelNoise(), run.settings().seed()));
    }

    private DataSplit data() throws EigenscopeException {
        ask(FormKey.DATA);
        DataSplit data = DataSource.read(plan.data(), plan.recipe().loss());
        ask(FormKey.NOISE);
        if (plan.recipe().noise() > 0 && !data.training().targets().hasLabels()) {
            throw new BadInputException("The data " + data.name() + " have no labels that noise could change.");
        }
        return data;
    }

    private Network network(DataSplit data) throws BadInputException {
        ask(FormKey.NET);
        Network network = plan.net()
                .build(data.training().shape(), data.training().targets().outputs());
        ask(FormKey.TARGET);
        plan.matrix().requireIn(network);
        ask(FormKey.INPUTS);
        int count = data.training().count();
        if (plan.matrix().needsInputs() && plan.inputs() > count) {
            throw new BadInputException("The number of inputs " + plan.inputs() + " is more than the " + count
                    + " training samples of the data " + data.name() + ".");
        }
        return network;
    }

    private List<RunDescription> descriptions(DataSplit data, Network network) {
        List<RunDescription> all = new ArrayList<>();
        for (int seed = 0; seed < plan.seeds(); seed++) {
            for (int batch : plan.batches()) {
                all.add(new RunDescription(
                        data.name(),
                        plan.recipe().noise(),
                        network,
                        plan.recipe().settings(batch, seed)));
            }
        }
        return all;
    }

    /** By the first steps of each batch size. */
    private double seconds(List<RunDescription> all, DataSplit data, Arithmetic arithmetic, CancelToken cancel)
            throws EigenscopeException {
        Map<Integer, Double> each = new HashMap<>();
        double sum = 0;
        for (RunDescription run : all) {
            int batch = run.settings().batchSize();
            if (!each.containsKey(batch)) {
                cancel.throwIfCancelled();
                each.put(batch, secondsOfAStep(run, data, arithmetic));
            }
            long steps = (data.training().count() + batch - 1L) / batch;
            sum += each.get(batch) * steps * plan.recipe().epochs();
        }
        return sum / Math.min(jobs, all.size());
    }

    private static double secondsOfAStep(RunDescription run, DataSplit data, Arithmetic arithmetic)
            throws EigenscopeException {
        if (run.settings().epochs() == 0) {
            return 0;
        }
        try (Trainer trainer = new Trainer(run.network(), data, run.settings(), arithmetic)) {
            // the first one finds code and memory cold
            trainer.step();
            long start = System.nanoTime();
            int steps = 0;
            while (steps == 0 || steps < MOST_TRIED && System.nanoTime() - start < MOST_TRIED_NANOSECONDS) {
                trainer.step();
                steps++;
            }
            return (System.nanoTime() - start) / 1e9 / steps;
        } catch (NoConvergenceException diverged) {
            // the run will say so itself
            return 0;
        }
    }
}
