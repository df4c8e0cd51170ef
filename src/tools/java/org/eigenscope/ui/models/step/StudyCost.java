package org.eigenscope.ui.models.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.models.rows.RowOrder;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;

/**
 * Prints how long the Models tab takes for a study, median of several: reading it, sorting and filtering its rows, and pictures of a layer a
 * second while its steps play. Argument: the file of a study.
 */
public final class StudyCost {
    private static final System.Logger LOG = System.getLogger(StudyCost.class.getName());
    private static final int TIMES = 9;
    private static final int SECONDS = 6;

    private StudyCost() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        List<StudyRow> rows;
        try (StudyStore store = StudyStore.openToRead(file)) {
            print("read every row", (Work) store::rows);
            rows = store.rows();
        }
        RowsModel model = new RowsModel();
        Fields fields = Fields.of(rows);
        print("find the fields of " + rows.size() + " rows", (Work) () -> Fields.of(rows));
        model.show(rows, fields);
        for (Column column : List.of(Column.KAPPA, Column.TENSOR, Column.SOURCE)) {
            print("sort by " + column.id(), (Plain) () -> {
                model.orderProperty().set(RowOrder.NONE);
                model.orderProperty().set(new RowOrder(List.of(new RowOrder.Key(Field.of(column), true))));
            });
        }
        for (String filter : List.of("fc1", "kappa<9 role:fc1", "-h.0 step>=2000")) {
            print("filter " + filter + " of rows sorted by source", (Plain) () -> {
                model.filterProperty().set("");
                model.filterProperty().set(filter);
            });
        }
        play(file);
    }

    /** Something to be timed. */
    @FunctionalInterface
    private interface Work {
        Object run() throws Exception;
    }

    /** The same without a result. */
    @FunctionalInterface
    private interface Plain {
        void run();
    }

    private static void print(String what, Plain work) throws Exception {
        print(what, (Work) () -> {
            work.run();
            return work;
        });
    }

    private static void print(String what, Work work) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        double first = times.get(0);
        times.sort(null);
        LOG.log(
                System.Logger.Level.INFO,
                String.format(
                        Locale.ROOT, "%-60s %8.1f ms, the first time %.1f ms", what, times.get(TIMES / 2), first));
    }

    private static void play(Path file) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Platform.startup(() -> {
            LatestTask direct = new LatestTask(Runnable::run, Runnable::run, new ActivityModel(System::nanoTime));
            StudyModel study = new StudyModel(new RowsModel(), direct, Runnable::run, path -> {});
            StepModel steps = new StepModel(study, direct);
            study.open(file);
            study.rows().select(Set.of(study.rows().allProperty().get().get(0).id()), false);
            EsdView view = new EsdView();
            Stage stage = new Stage();
            stage.setScene(new Scene(view, 480, 320));
            stage.show();
            AtomicInteger pulses = new AtomicInteger();
            AtomicInteger shown = new AtomicInteger();
            steps.placeProperty().addListener((source, old, now) -> {
                view.show(steps.seriesProperty().get(), steps.frame());
                shown.incrementAndGet();
            });
            steps.playingProperty().set(true);
            long start = System.nanoTime();
            new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    steps.pulse(last == 0 ? 0 : (now - last) / 1e9);
                    last = now;
                    pulses.incrementAndGet();
                    double seconds = (System.nanoTime() - start) / 1e9;
                    if (seconds > SECONDS) {
                        stop();
                        LOG.log(
                                System.Logger.Level.INFO,
                                String.format(
                                        Locale.ROOT,
                                        "%d steps play: %.0f pictures of the layer and %.0f pulses a second",
                                        steps.stepsProperty().get().length,
                                        shown.get() / seconds,
                                        pulses.get() / seconds));
                        ended.countDown();
                    }
                }
            }.start();
        });
        ended.await();
        Platform.exit();
    }
}
