package org.eigenscope.ui.training.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.Precision;
import org.eigenscope.network.checkpoint.RunDescription;
import org.eigenscope.network.data.DataSplit;
import org.eigenscope.network.train.Trainer;

/**
 * One training: what it is of, how far it is, and the networks that were kept of it. One thread trains it at a time; others ask how far it
 * is.
 */
public final class TrainingRun {
    private final RunDescription description;
    private final DataSplit data;
    private final Set<Integer> epochs;
    private final long stepsAnEpoch;
    private final List<KeptNetwork> kept = new ArrayList<>();
    private Optional<Trainer> trainer = Optional.empty();
    private volatile RunStatus status;
    private long nanoseconds;
    private double epochLoss;
    private long epochSamples;

    /**
     * A run that has not begun.
     *
     * @param data with noise in the labels, if there is any
     * @param epochs after which the network is kept
     */
    TrainingRun(RunDescription description, DataSplit data, Set<Integer> epochs) {
        this.description = description;
        this.data = data;
        this.epochs = Set.copyOf(epochs);
        int count = data.training().count();
        int batch = description.settings().batchSize();
        stepsAnEpoch = (count + batch - 1L) / batch;
        long all = stepsAnEpoch * description.settings().epochs();
        status = new RunStatus(RunStatus.State.WAITING, 0, 0, all, Double.NaN, 0, "");
    }

    public RunDescription description() {
        return description;
    }

    DataSplit data() {
        return data;
    }

    /** How far it is; for any thread. */
    public RunStatus status() {
        return status;
    }

    /** The networks that were kept, by time; for any thread. */
    public List<KeptNetwork> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /**
     * Trains to the end of the epoch, or of the training.
     *
     * @param mayGoOn asked before each step
     * @param afterStep told after each
     */
    void advance(BooleanSupplier mayGoOn, Runnable afterStep) {
        attempt(() -> {
            Trainer own = begun();
            int epoch = own.epoch();
            while (own.epoch() == epoch && !own.isFinished() && mayGoOn.getAsBoolean()) {
                step(own);
                afterStep.run();
            }
            if (own.isFinished()) {
                end(RunStatus.State.DONE, "");
            }
        });
    }

    /** Takes one step, and keeps the network after it. */
    void step() {
        attempt(() -> {
            Trainer own = begun();
            if (!own.isFinished()) {
                step(own);
                keep(own);
            }
            if (own.isFinished()) {
                end(RunStatus.State.DONE, "");
            }
        });
    }

    /** Something that trains. */
    @FunctionalInterface
    private interface Work {
        void run() throws EigenscopeException;
    }

    private void attempt(Work work) {
        if (status.state().isEnd()) {
            return;
        }
        try {
            work.run();
        } catch (NoConvergenceException diverged) {
            trainer.ifPresent(this::keep);
            end(RunStatus.State.DIVERGED, diverged.getMessage());
        } catch (EigenscopeException failure) {
            end(RunStatus.State.FAILED, failure.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            end(
                    RunStatus.State.FAILED,
                    "There is not enough memory to train " + description.name()
                            + "; take fewer runs or a smaller net, or raise the Java heap with -Xmx.");
        }
    }

    private Trainer begun() throws EigenscopeException {
        if (trainer.isEmpty()) {
            Trainer made =
                    new Trainer(description.network(), data, description.settings(), Arithmetic.of(Precision.FLOAT32));
            trainer = Optional.of(made);
            keep(made);
        }
        return trainer.get();
    }

    private void step(Trainer own) throws NoConvergenceException {
        long start = System.nanoTime();
        int before = own.epoch();
        long samples = samples(own.steps());
        double loss = own.step();
        epochLoss += loss * samples;
        epochSamples += samples;
        nanoseconds += System.nanoTime() - start;
        double mean = status.loss();
        if (own.epoch() > before) {
            mean = epochLoss / epochSamples;
            epochLoss = 0;
            epochSamples = 0;
            if (epochs.contains(own.epoch())) {
                keep(own);
            }
        }
        status = new RunStatus(
                RunStatus.State.TRAINING, own.epoch(), own.steps(), status.allSteps(), mean, nanoseconds / 1e9, "");
    }

    /** The samples of a step: the last of an epoch may have fewer. */
    private long samples(long step) {
        int batch = description.settings().batchSize();
        boolean last = step % stepsAnEpoch == stepsAnEpoch - 1;
        return last ? data.training().count() - (stepsAnEpoch - 1) * batch : batch;
    }

    private void keep(Trainer own) {
        synchronized (kept) {
            boolean there = !kept.isEmpty() && kept.get(kept.size() - 1).step() == own.steps();
            if (!there) {
                kept.add(now(own));
            }
        }
    }

    /** The network as it is; on the thread that trains it. */
    public Optional<KeptNetwork> now() {
        return trainer.map(this::now);
    }

    private KeptNetwork now(Trainer own) {
        return KeptNetwork.of(
                own.epoch(), (double) own.steps() / stepsAnEpoch, own.steps(), own.rate(), own.parameters());
    }

    /** Ends it, if it has not ended, and frees what training needs; what was kept stays. On no thread while another trains it. */
    void stop() {
        if (!status.state().isEnd()) {
            trainer.filter(own -> own.steps() > 0).ifPresent(this::keep);
            end(RunStatus.State.STOPPED, "");
        }
    }

    private void end(RunStatus.State state, String why) {
        status = status.ended(state, why);
        trainer.ifPresent(Trainer::close);
        trainer = Optional.empty();
    }
}
