package org.eigenscope.ui.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Trains several runs in turn, an epoch of each, so that they grow side by side. Threads work while there is something to train; none
 * waits while it is paused.
 */
public final class TrainingEngine {
    private final List<TrainingRun> runs;
    private final Executor workers;
    private final int jobs;
    private final Listener listener;
    private final Set<TrainingRun> busy = new HashSet<>();
    private final List<TrainingRun> steps = new ArrayList<>();
    private volatile boolean going;
    private volatile boolean stopped;
    private int active;

    /** Told of the training, on the threads that train. */
    public interface Listener {
        /** After each step; {@code run} may be asked for its network as it is. */
        void stepped(TrainingRun run);

        /** A run was left: at the end of an epoch, of the training, or paused. */
        void left(TrainingRun run);

        /** Nothing is being trained any more. */
        void rested();

        /** A bug. */
        void broke(Throwable bug);
    }

    /**
     * @param workers lend threads
     * @param jobs how many runs are trained at the same time, at most
     */
    public TrainingEngine(List<TrainingRun> runs, Executor workers, int jobs, Listener listener) {
        this.runs = List.copyOf(runs);
        this.workers = workers;
        this.jobs = jobs;
        this.listener = listener;
    }

    /** Trains, or goes on. */
    public void start() {
        going = true;
        employ();
    }

    /** Stops after the steps that are being taken. */
    public void pause() {
        going = false;
    }

    /** Takes one step of a run; the others rest. */
    public void step(TrainingRun run) {
        going = false;
        synchronized (this) {
            steps.add(run);
        }
        employ();
    }

    /** Ends all runs, each as soon as its step is taken. */
    public void stop() {
        stopped = true;
        going = false;
        List<TrainingRun> idle;
        synchronized (this) {
            steps.clear();
            idle = runs.stream().filter(run -> !busy.contains(run)).toList();
            busy.addAll(idle);
        }
        for (TrainingRun run : idle) {
            run.stop();
            listener.left(run);
        }
        synchronized (this) {
            idle.forEach(busy::remove);
        }
    }

    /** Whether nothing is left to train. */
    public boolean isOver() {
        return runs.stream().allMatch(run -> run.status().state().isEnd());
    }

    private void employ() {
        int more;
        synchronized (this) {
            more = Math.min(jobs, runs.size()) - active;
            active += Math.max(0, more);
        }
        for (int i = 0; i < more; i++) {
            workers.execute(this::work);
        }
    }

    private void work() {
        try {
            for (Optional<Turn> turn = next(); turn.isPresent(); turn = next()) {
                take(turn.get());
            }
        } catch (RuntimeException | Error bug) {
            synchronized (this) {
                active--;
            }
            stopped = true;
            going = false;
            listener.broke(bug);
        }
    }

    /** What a thread does next. */
    private record Turn(TrainingRun run, boolean oneStep) {}

    private Optional<Turn> next() {
        boolean last;
        synchronized (this) {
            Optional<Turn> turn = wanted();
            if (turn.isPresent()) {
                busy.add(turn.get().run());
                return turn;
            }
            last = --active == 0;
        }
        if (last) {
            listener.rested();
        }
        return Optional.empty();
    }

    private Optional<Turn> wanted() {
        Optional<TrainingRun> step =
                steps.stream().filter(run -> !busy.contains(run)).findFirst();
        if (step.isPresent()) {
            steps.remove(step.get());
            return Optional.of(new Turn(step.get(), true));
        }
        return going
                ? runs.stream()
                        .filter(run ->
                                !busy.contains(run) && !run.status().state().isEnd())
                        .min(Comparator.comparingInt(run -> run.status().epoch()))
                        .map(run -> new Turn(run, false))
                : Optional.empty();
    }

    private void take(Turn turn) {
        TrainingRun run = turn.run();
        try {
            if (turn.oneStep()) {
                run.step();
            } else {
                run.advance(() -> going, () -> listener.stepped(run));
            }
            if (stopped) {
                run.stop();
            }
        } finally {
            synchronized (this) {
                busy.remove(run);
            }
        }
        listener.left(run);
    }
}
