package org.eigenscope.ui.repulsion;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eigenscope.app.AppContext;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.lab.LabSettings;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Plays the repulsion lab in the running window and measures the time between the ends of the paintings of two frames that differ,
 * and the processor time that the three threads behind one frame use: the lab's, JavaFX's and the rendering thread. Needs no display:
 *
 * <pre>
 * mvn -q -Plabcost test-compile exec:exec
 * </pre>
 */
public final class LabCost {
    private static final System.Logger LOG = System.getLogger(LabCost.class.getName());
    private static final int WARM_UP = 90;
    /** Two hundred are enough for a 95 % point. */
    private static final int FRAMES = 200;

    private static final List<String> THREADS =
            List.of("eigenscope-lab", "JavaFX Application Thread", "QuantumRenderer");

    private LabCost() {}

    public static void main(String[] arguments) {
        Application.launch(Measurement.class, arguments);
    }

    /**
     * What is played.
     *
     * @param size N
     * @param kappa κ
     * @param dynamics how it moves
     */
    private record Scenario(int size, double kappa, LabSettings.Dynamics dynamics) {}

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Measurement extends Application {
        private final AppContext context = AppContext.create(new MemorySettings());
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final Deque<Scenario> scenarios = new ArrayDeque<>(List.of(
                new Scenario(500, 2, LabSettings.Dynamics.WALK),
                new Scenario(200, 2, LabSettings.Dynamics.WALK),
                new Scenario(500, 2, LabSettings.Dynamics.WALK),
                new Scenario(500, 500, LabSettings.Dynamics.WALK),
                new Scenario(500, 500, LabSettings.Dynamics.LANGEVIN),
                new Scenario(1000, 2, LabSettings.Dynamics.WALK),
                new Scenario(2000, 2, LabSettings.Dynamics.WALK),
                new Scenario(2000, 2000, LabSettings.Dynamics.WALK),
                new Scenario(2000, 2000, LabSettings.Dynamics.LANGEVIN)));
        private final double[] intervals = new double[FRAMES];
        private int painted;
        private long lastPainted;
        private long[] processor;
        private boolean changed;
        private Stage stage;

        @Override
        public void start(Stage window) {
            stage = window;
            context.show(window, List.of());
            context.models().main().tabProperty().set(MainTab.REPULSION);
            context.lab().frameProperty().addListener((source, old, frame) -> changed = true);
            window.getScene().addPostLayoutPulseListener(this::pulsed);
            play();
        }

        private void play() {
            LabModel lab = context.lab();
            lab.playingProperty().set(false);
            if (scenarios.isEmpty()) {
                context.close();
                stage.close();
                return;
            }
            Scenario next = scenarios.peek();
            lab.sizeProperty().set(next.size());
            lab.kappaProperty().set(next.kappa());
            lab.dynamicsProperty().set(next.dynamics());
            painted = -WARM_UP;
            lab.playingProperty().set(true);
        }

        private void pulsed() {
            if (changed) {
                changed = false;
                // after this pulse has handed its painting to the rendering thread, which works in order
                Platform.runLater(() -> {
                    RenderJob last = new RenderJob(() -> {
                        long now = System.nanoTime();
                        Platform.runLater(() -> painted(now));
                    });
                    Future<?> unused = Toolkit.getToolkit().addRenderJob(last);
                });
            }
        }

        private void painted(long now) {
            if (painted == 0) {
                processor = processorTimes();
            }
            if (painted > 0 && painted <= FRAMES) {
                intervals[painted - 1] = (now - lastPainted) / 1e6;
            }
            lastPainted = now;
            if (painted++ == FRAMES) {
                report(scenarios.remove());
                play();
            }
        }

        private long[] processorTimes() {
            long[] times = new long[THREADS.size()];
            Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(t -> t != null)
                    .forEach(t -> {
                        for (int i = 0; i < times.length; i++) {
                            if (t.getThreadName().startsWith(THREADS.get(i))) {
                                times[i] += threads.getThreadCpuTime(t.getThreadId());
                            }
                        }
                    });
            return times;
        }

        private void report(Scenario played) {
            double[] sorted = intervals.clone();
            Arrays.sort(sorted);
            long[] used = processorTimes();
            LOG.log(
                    System.Logger.Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "%-8s N = %4d, κ = %4.0f: %4.1f frames a second, interval median %.1f ms, p95 %.1f ms; "
                                    + "processor time a frame: lab %.1f ms, JavaFX %.1f ms, rendering %.1f ms",
                            played.dynamics(),
                            played.size(),
                            played.kappa(),
                            1000 / Arrays.stream(intervals).average().orElseThrow(),
                            sorted[FRAMES / 2],
                            sorted[FRAMES * 95 / 100],
                            (used[0] - processor[0]) / 1e6 / FRAMES,
                            (used[1] - processor[1]) / 1e6 / FRAMES,
                            (used[2] - processor[2]) / 1e6 / FRAMES));
        }
    }
}
