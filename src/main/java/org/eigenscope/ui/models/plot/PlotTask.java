package org.eigenscope.ui.models.plot;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Makes plots in the background, one at a time. What is asked for meanwhile waits, and of several the newest: while steps are moved
 * through quickly, each plot that was begun is shown. Belongs to the foreground thread.
 */
final class PlotTask {
    private final LatestTask work;
    private final Consumer<PlotShown> show;
    private Optional<Job> next = Optional.empty();
    private boolean running;

    /** Makes a plot. */
    @FunctionalInterface
    interface Job {
        StudyPlot run() throws EigenscopeException;
    }

    /** A plot, why there is none, or a fault of the program. */
    private record Made(PlotShown shown, Optional<RuntimeException> fault) {}

    /**
     * @param work makes plots
     * @param show takes each
     */
    PlotTask(LatestTask work, Consumer<PlotShown> show) {
        this.work = Objects.requireNonNull(work, "work");
        this.show = Objects.requireNonNull(show, "show");
    }

    void submit(Job job) {
        next = Optional.of(job);
        if (!running) {
            runNext();
        }
    }

    /** Forgets what waits and what is being made. */
    void cancel() {
        next = Optional.empty();
        running = false;
        work.cancel();
    }

    private void runNext() {
        Job job = next.orElseThrow();
        next = Optional.empty();
        running = true;
        work.submit("Plotting", (progress, cancel) -> made(job), new Outcome<Made>() {
            @Override
            public void succeeded(Made made) {
                finish(made);
            }

            @Override
            public void failed(EigenscopeException reason) {
                finish(new Made(PlotShown.nothing(reason.getMessage()), Optional.empty()));
            }
        });
    }

    /** Never throws, so that the next plot is made whatever becomes of this one. */
    private static Made made(Job job) {
        try {
            return new Made(PlotShown.of(job.run()), Optional.empty());
        } catch (IllegalArgumentException refused) {
            // numbers of a study are data, and may leave what axes can show
            String sentence = "The plot cannot be drawn: " + refused.getMessage() + ".";
            return new Made(PlotShown.nothing(sentence), Optional.empty());
        } catch (EigenscopeException reason) {
            return new Made(PlotShown.nothing(reason.getMessage()), Optional.empty());
        } catch (RuntimeException fault) {
            return new Made(PlotShown.NOTHING, Optional.of(fault));
        }
    }

    private void finish(Made made) {
        running = false;
        if (next.isPresent()) {
            runNext();
        }
        made.fault().ifPresent(fault -> {
            throw fault;
        });
        show.accept(made.shown());
    }
}
