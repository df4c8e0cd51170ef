package org.eigenscope.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.Column;
import org.eigenscope.study.query.Field;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.models.rows.FitSettings;
import org.eigenscope.ui.models.rows.RowOrder;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Prints how the whole window bears a study: from asking for it to the frame that shows it; from a sort or a filter to the frame that
 * shows the table; and the intervals between frames while nothing happens, while its steps play, and during Fit all. The file is
 * changed by Fit all: give a copy. Arguments: the file of a study, then optionally the seconds of each phase.
 */
public final class StudyWindowCost {
    private static final System.Logger LOG = System.getLogger(StudyWindowCost.class.getName());
    private static final int TIMES = 7;
    private static final int USUAL_SECONDS = 8;

    private StudyWindowCost() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** Apart from {@code main}, because a main class that is an application must be a module. */
    public static final class Window extends Application {
        private final AppContext context = AppContext.create(new MemorySettings());

        @Override
        public void start(Stage stage) {
            context.show(stage, List.of());
            context.models().main().tabProperty().set(MainTab.MODELS);
            List<String> arguments = getParameters().getRaw();
            int seconds = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : USUAL_SECONDS;
            Thread measuring =
                    new Thread(() -> measure(context.studies(), Path.of(arguments.get(0)), seconds), "measuring");
            measuring.setDaemon(true);
            measuring.start();
        }

        @Override
        public void stop() {
            context.close();
        }
    }

    private static void measure(ModelsModel models, Path file, int seconds) {
        try {
            TimeUnit.SECONDS.sleep(2);
            say("open, frame shown                        %8.1f ms", open(models, file));
            TimeUnit.SECONDS.sleep(3);
            for (Column column : List.of(Column.KAPPA, Column.TENSOR)) {
                say(
                        "sort by " + column.id()
                                + ", frame shown %8.1f ms, the first %.1f ms; %.1f ms of processor time",
                        median(() -> {
                            RowOrder now = models.rows().orderProperty().get();
                            boolean up =
                                    now.keys().isEmpty() || !now.keys().get(0).ascending();
                            models.rows()
                                    .orderProperty()
                                    .set(new RowOrder(List.of(new RowOrder.Key(Field.of(column), up))));
                        }));
            }
            for (String filter : List.of("c_fc", "kappa<9", "run1")) {
                say(
                        "filter " + filter + ", frame shown %8.1f ms, the first %.1f ms; %.1f ms of processor time",
                        median(() -> {
                            boolean other = models.rows().filterProperty().get().isEmpty();
                            models.rows().filterProperty().set(other ? filter : "");
                        }));
                onForeground(() -> models.rows().filterProperty().set(""));
            }
            frames("nothing happens", seconds, models);
            onForeground(() -> {
                models.rows()
                        .select(Set.of(models.rows().allProperty().get().get(0).id()), false);
                models.views().steps().playingProperty().set(true);
            });
            frames("steps play", seconds, models);
            onForeground(() -> {
                models.views().steps().playingProperty().set(false);
                models.study().settingsProperty().set(FitSettings.of(LawFamily.GAMMA_LAW));
                models.survey().fitAll();
            });
            frames("Fit all", seconds, models);
            onForeground(() -> models.survey().cancel());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    private static double open(ModelsModel models, Path file) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        long start = System.nanoTime();
        Platform.runLater(() -> models.study().open(file, shown::countDown));
        shown.await();
        nextFrame();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The median time until the frame after an action is shown, the first one's, and the processor time of the foreground thread. */
    private static Object[] median(Runnable action) throws InterruptedException {
        double[] times = new double[TIMES];
        double[] busy = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            TimeUnit.MILLISECONDS.sleep(700);
            double before = processorTime();
            long start = System.nanoTime();
            onForeground(action);
            nextFrame();
            busy[i] = processorTime() - before;
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        Arrays.sort(busy);
        return new Object[] {times[TIMES / 2], first, busy[TIMES / 2]};
    }

    /** Of the foreground thread so far, in milliseconds. */
    private static double processorTime() throws InterruptedException {
        double[] time = new double[1];
        onForeground(() -> time[0] = ownProcessorTime());
        return time[0];
    }

    private static double ownProcessorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static void onForeground(Runnable action) throws InterruptedException {
        FutureTask<Void> done = new FutureTask<>(action, null);
        Platform.runLater(done);
        waitFor(done::get);
    }

    private static void waitFor(Callable<Void> done) throws InterruptedException {
        try {
            done.call();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Until a frame with what is there now was laid out and handed to the screen: the second pulse begins after the first one. */
    private static void nextFrame() throws InterruptedException {
        CountDownLatch pulses = new CountDownLatch(2);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.countDown();
                if (pulses.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        pulses.await();
    }

    private static void frames(String phase, int seconds, ModelsModel models) throws InterruptedException {
        List<Double> intervals = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        long fitted = withResults(models);
        int[] pictures = new int[1];
        Platform.runLater(() -> new AnimationTimer() {
            private final long start = System.nanoTime();
            private long last;
            private double place = -1;
            private double worked = -1;

            @Override
            public void handle(long now) {
                long at = System.nanoTime();
                if (last != 0) {
                    intervals.add((at - last) / 1e6);
                }
                last = at;
                double work = ownProcessorTime();
                if (worked >= 0) {
                    busy.add(work - worked);
                }
                worked = work;
                double step = models.views().steps().step();
                pictures[0] += step == place ? 0 : 1;
                place = step;
                if ((at - start) / 1e9 > seconds) {
                    stop();
                    ended.countDown();
                }
            }
        }.start());
        ended.await();
        double[] sorted = intervals.stream().mapToDouble(d -> d).sorted().toArray();
        double[] sortedBusy = busy.stream().mapToDouble(d -> d).sorted().toArray();
        long late = Arrays.stream(sorted).filter(interval -> interval > 34).count();
        say(
                phase
                        + ": %.1f frames a second, interval median %.1f ms, p95 %.1f ms, max %.1f ms, %d of %d later than 34 ms; "
                        + "processor time a frame median %.1f ms, p95 %.1f ms, max %.1f ms; %.1f steps a second, %d rows fitted",
                sorted.length / (double) seconds,
                sorted[sorted.length / 2],
                sorted[(int) (0.95 * sorted.length)],
                sorted[sorted.length - 1],
                late,
                sorted.length,
                sortedBusy[sortedBusy.length / 2],
                sortedBusy[(int) (0.95 * sortedBusy.length)],
                sortedBusy[sortedBusy.length - 1],
                pictures[0] / (double) seconds,
                withResults(models) - fitted);
    }

    private static long withResults(ModelsModel models) {
        return models.study().storedProperty().get().size();
    }

    private static void say(String text, Object... numbers) {
        LOG.log(System.Logger.Level.INFO, String.format(Locale.ROOT, text, numbers));
    }
}
