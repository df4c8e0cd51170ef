package org.eigenscope.ui.training.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.train.Measures;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.ui.training.form.ObservedMatrix;

/**
 * Takes spectra and measures of networks as they come, one at a time on one thread. The newest networks come first, every second time that
 * of the run that is looked at; what was passed over follows when there is time. While networks are trained it rests after each
 * several times as long as that one took, two seconds at most, so that training keeps the processors.
 */
public final class Observer {
    /** Over the time that the last network took. */
    private static final int REST = 6;
    /** In milliseconds: charts need not move more often than ten times a second. */
    private static final long LEAST_REST = 100;

    private static final long MOST_REST = 2000;

    private final Executor worker;
    private final Delay delay;
    private final LawFitter fitter;
    private final Listener listener;
    private final NetworkMeasures measures = new NetworkMeasures();
    private final Map<TrainingRun, Seen> seen = new HashMap<>();
    private List<TrainingRun> runs = List.of();
    private Optional<TrainingRun> chosen = Optional.empty();
    private Optional<Look> look = Optional.empty();
    private Optional<Glimpse> glimpse = Optional.empty();
    private CancelSource cancel = new CancelSource();
    private boolean busy;
    private boolean training;
    private long turns;
    private volatile boolean wantsGlimpse;

    /** Told on the working thread. */
    public interface Listener {
        /** There is more to show. */
        void observed();

        /** A bug. */
        void broke(Throwable bug);
    }

    /** Runs something later. */
    @FunctionalInterface
    public interface Delay {
        void execute(Runnable work, long milliseconds);
    }

    /**
     * What is looked at.
     *
     * @param matrix which matrix
     * @param inputs the samples that it is taken on
     * @param law which law is fitted
     */
    public record Look(ObservedMatrix matrix, DataSet inputs, LawFamily law) {
        /** Whether the same is looked at in the same training: how many inputs there are decides which. */
        public boolean isSameAs(Look other) {
            return matrix.equals(other.matrix) && inputs.count() == other.inputs.count() && law == other.law;
        }

        /** The matrix of a run's networks. */
        public NetworkSpectrum of(TrainingRun run) {
            Loss loss = run.description().settings().loss();
            return new NetworkSpectrum(run.description().network(), matrix, inputs, loss);
        }
    }

    /** A network between two that are kept. */
    private record Glimpse(TrainingRun run, KeptNetwork network) {}

    /** What is known of a run. */
    private static final class Seen {
        private final Map<Long, Measures> measures = new HashMap<>();
        private final Map<Long, Observation> observations = new HashMap<>();
        private Optional<Observation> glimpse = Optional.empty();
        /** The turn at which it was looked at last. */
        private long turn;
    }

    /**
     * @param worker runs the work
     * @param delay runs what follows a rest
     */
    public Observer(Executor worker, Delay delay, LawFitter fitter, Listener listener) {
        this.worker = worker;
        this.delay = delay;
        this.fitter = fitter;
        this.listener = listener;
    }

    /** Looks at other runs, and forgets what was. */
    public void begin(List<TrainingRun> all, Look at) {
        synchronized (this) {
            cancel.cancel();
            cancel = new CancelSource();
            runs = List.copyOf(all);
            seen.clear();
            runs.forEach(run -> seen.put(run, new Seen()));
            chosen = runs.stream().findFirst();
            look = Optional.of(at);
            glimpse = Optional.empty();
            training = true;
        }
        ask();
    }

    /** Looks at another matrix or law; measures stay. */
    public void look(Look at) {
        synchronized (this) {
            cancel.cancel();
            cancel = new CancelSource();
            look = Optional.of(at);
            glimpse = Optional.empty();
            seen.values().forEach(run -> {
                run.observations.clear();
                run.glimpse = Optional.empty();
            });
        }
        ask();
    }

    /** Which run comes first. */
    public void choose(TrainingRun run) {
        synchronized (this) {
            chosen = Optional.of(run);
            glimpse = Optional.empty();
        }
        ask();
    }

    /** Whether networks are being trained. */
    public void training(boolean now) {
        synchronized (this) {
            training = now;
            if (!now) {
                glimpse = Optional.empty();
            }
        }
        ask();
    }

    /** Forgets everything. */
    public void close() {
        synchronized (this) {
            cancel.cancel();
            runs = List.of();
            look = Optional.empty();
            chosen = Optional.empty();
            glimpse = Optional.empty();
            wantsGlimpse = false;
            if (!busy) {
                measures.close();
            }
        }
    }

    /** Whether it would look at a run's network between two that are kept; cheap, for every step. */
    public boolean wantsGlimpse(TrainingRun run) {
        return wantsGlimpse && chosen.filter(run::equals).isPresent();
    }

    public void glimpse(TrainingRun run, KeptNetwork network) {
        synchronized (this) {
            wantsGlimpse = false;
            glimpse = chosen.filter(run::equals).map(now -> new Glimpse(now, network));
        }
        ask();
    }

    /** There may be something to look at. */
    public void ask() {
        synchronized (this) {
            if (busy) {
                return;
            }
            busy = true;
        }
        worker.execute(this::work);
    }

    /** The next network, and what is asked of it. */
    private record Work(TrainingRun run, KeptNetwork network, boolean kept, Look look, CancelSource cancel) {}

    private void work() {
        while (true) {
            Optional<Work> next = next();
            if (next.isEmpty()) {
                return;
            }
            long start = System.nanoTime();
            try {
                observe(next.get());
            } catch (RuntimeException | Error bug) {
                listener.broke(bug);
                return;
            }
            listener.observed();
            long took = (System.nanoTime() - start) / 1_000_000;
            boolean rest;
            synchronized (this) {
                rest = training;
                busy = !rest;
            }
            if (rest) {
                delay.execute(this::ask, Math.max(LEAST_REST, Math.min(MOST_REST, REST * took)));
                return;
            }
        }
    }

    private synchronized Optional<Work> next() {
        Optional<Work> next = Optional.empty();
        if (look.isPresent()) {
            List<TrainingRun> order = order();
            next = newest(order);
            if (next.isEmpty() && glimpse.isPresent()) {
                Glimpse now = glimpse.get();
                next = Optional.of(new Work(now.run(), now.network(), false, look.get(), cancel));
                glimpse = Optional.empty();
            }
            if (next.isEmpty()) {
                next = passedOver(order);
            }
        } else {
            measures.close();
        }
        wantsGlimpse = next.isEmpty() && training;
        busy = next.isPresent();
        return next;
    }

    /** Every second turn the chosen run comes first; otherwise the one that waits for the longest time does. */
    private List<TrainingRun> order() {
        List<TrainingRun> order = new ArrayList<>(runs);
        order.sort(Comparator.comparingLong(run -> seen.get(run).turn));
        turns++;
        if (chosen.isPresent() && turns % 2 == 0) {
            order.remove(chosen.get());
            order.add(0, chosen.get());
        }
        return order;
    }

    private Optional<Work> newest(List<TrainingRun> order) {
        for (TrainingRun run : order) {
            List<KeptNetwork> kept = run.kept();
            if (!kept.isEmpty()) {
                Optional<Work> last = unseen(run, kept.get(kept.size() - 1));
                if (last.isPresent()) {
                    return last;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Work> passedOver(List<TrainingRun> order) {
        for (TrainingRun run : order) {
            for (KeptNetwork network : run.kept()) {
                Optional<Work> found = unseen(run, network);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Work> unseen(TrainingRun run, KeptNetwork network) {
        return seen.get(run).observations.containsKey(network.step())
                ? Optional.empty()
                : Optional.of(new Work(run, network, true, look.orElseThrow(), cancel));
    }

    private void observe(Work work) {
        Optional<Measures> known;
        synchronized (this) {
            known = Optional.ofNullable(seen.get(work.run()))
                    .map(run -> run.measures.get(work.network().step()));
        }
        Optional<Measures> measured = known.isPresent() || !work.kept() ? known : measured(work);
        Optional<Observation> made = observation(work, measured);
        synchronized (this) {
            Seen run = seen.get(work.run());
            if (run == null) {
                return;
            }
            run.turn = turns;
            measured.ifPresent(values -> run.measures.put(work.network().step(), values));
            if (made.isPresent() && !work.cancel().isCancelled()) {
                if (work.kept()) {
                    run.observations.put(work.network().step(), made.get());
                    run.glimpse = Optional.empty();
                } else {
                    run.glimpse = made;
                }
            }
        }
    }

    private Optional<Measures> measured(Work work) {
        try {
            return Optional.of(measures.of(work.run(), work.network()));
        } catch (EigenscopeException noMemory) {
            return Optional.empty();
        }
    }

    /** Empty if it was cancelled. */
    private Optional<Observation> observation(Work work, Optional<Measures> measured) {
        try {
            NetworkSpectrum.Taken taken =
                    work.look().of(work.run()).take(work.network().doubles(), work.cancel());
            FittedSpectrum fitted =
                    FittedSpectrum.of(taken.spectrum(), work.look().law(), fitter, work.cancel());
            return Optional.of(new Observation(work.network(), measured, Optional.of(fitted), fitted.note()));
        } catch (CancelledException cancelled) {
            return Optional.empty();
        } catch (EigenscopeException failure) {
            return Optional.of(new Observation(work.network(), measured, Optional.empty(), failure.getMessage()));
        } catch (OutOfMemoryError tooLarge) {
            return Optional.of(
                    new Observation(
                            work.network(),
                            measured,
                            Optional.empty(),
                            "There is not enough memory for this matrix; take fewer inputs, or raise the Java heap with -Xmx."));
        }
    }

    /** What was seen of the kept networks of a run, by time. */
    public synchronized List<Observation> observations(TrainingRun run) {
        Seen known = seen.get(run);
        if (known == null) {
            return List.of();
        }
        return run.kept().stream()
                .map(network -> known.observations.get(network.step()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The measures of a kept network, as far as they are known. */
    public synchronized Optional<Measures> measures(TrainingRun run, KeptNetwork network) {
        return Optional.ofNullable(seen.get(run)).map(known -> known.measures.get(network.step()));
    }

    /** The network of the run as it was seen last between two that are kept. */
    public synchronized Optional<Observation> glimpse(TrainingRun run) {
        return Optional.ofNullable(seen.get(run)).flatMap(known -> known.glimpse);
    }

    /** Whether everything that was kept has been seen. */
    public synchronized boolean isIdle() {
        return !busy
                && (look.isEmpty()
                        || runs.stream()
                                .allMatch(run -> newest(List.of(run)).isEmpty()
                                        && passedOver(List.of(run)).isEmpty()));
    }
}
