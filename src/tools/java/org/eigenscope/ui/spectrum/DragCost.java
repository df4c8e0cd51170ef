package org.eigenscope.ui.spectrum;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.eigenscope.app.AppContext;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.library.FakeMatrixFile;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Measures a drag of κ in the running window with 10,000 eigenvalues: from the arrival of a mouse event to the end of the
 * rendering that shows its curve, the wait for the next pulse included; how much of that is work; and the processor time of the
 * JavaFX and the rendering thread for one move and its frame, which other programs on the machine do not change. Needs no display:
 *
 * <pre>
 * mvn -q -Pdragcost test-compile exec:exec
 * </pre>
 */
public final class DragCost {
    private static final System.Logger LOG = System.getLogger(DragCost.class.getName());
    private static final int EIGENVALUES = 10_000;
    private static final int WARM_UP = 60;
    /** Two hundred are enough for a 95 % point. */
    private static final int FRAMES = 200;
    /** Moves come a little slower than frames, at all phases of the pulse. */
    private static final long BETWEEN_MOVES = 23_000_000;

    private DragCost() {}

    public static void main(String[] arguments) {
        Application.launch(Measurement.class, arguments);
    }

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Measurement extends Application {
        private final AppContext context = AppContext.create(new MemorySettings());
        private final double[] latency = new double[FRAMES];
        private final double[] work = new double[FRAMES];
        private final double[] processor = new double[FRAMES];
        private final double[] handled = new double[FRAMES];
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long lastProcessor;
        private final AtomicInteger frame = new AtomicInteger(-WARM_UP);
        private long arrived;
        private long handling;
        private long handlingProcessor;
        private int moves;
        private long pulseStarted;
        /** Toolkits forget listeners that nobody else holds. */
        private final TKPulseListener handOver = this::handOver;

        private final AtomicReference<Frame> painting = new AtomicReference<>();

        @Override
        public void start(Stage stage) throws BadInputException {
            context.show(stage, List.of());
            context.models().fit().league().rowsProperty().addListener((source, old, rows) -> {
                if (!rows.isEmpty() && frame.compareAndSet(-WARM_UP, 1 - WARM_UP)) {
                    showMany();
                    afterFrames(240, () -> drag(stage));
                }
            });
        }

        private void showMany() {
            SpectralLaw law = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(1.5, 0.5, 1, 0.001));
            SplittableRandom random = new SplittableRandom(7);
            double[] values = random.doubles(EIGENVALUES)
                    .map(u -> law.quantile(Math.max(u, 1e-12)))
                    .toArray();
            try {
                FakeMatrixFile file = new FakeMatrixFile(Path.of("many.npz"), "w 10000×20000");
                context.models()
                        .spectrum()
                        .accept(new SpectrumModel.Shown(
                                SelectedTensor.of(file, Optional.empty()),
                                Spectrum.of(values, details()),
                                0,
                                SpectrumOptions.withDefaults()));
            } catch (BadInputException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static Spectrum.Details details() {
            return new Spectrum.Details(
                    EIGENVALUES, 2 * EIGENVALUES, Spectrum.Source.GRAM, Normalization.RAW, 0, "quantiles");
        }

        private void drag(Stage stage) {
            Scene scene = stage.getScene();
            Slider slider = (Slider) scene.lookup("#kappa-slider");
            Bounds thumb = slider.localToScreen(slider.getBoundsInLocal());
            double y = (thumb.getMinY() + thumb.getMaxY()) / 2;
            Robot robot = new Robot();
            watch(scene, slider);
            robot.mouseMove(thumb.getMinX() + thumb.getWidth() * 0.45, y);
            robot.mousePress(MouseButton.PRIMARY);
            Thread mover = new Thread(() -> move(stage, robot, thumb, y), "moves");
            mover.setDaemon(true);
            mover.start();
        }

        /** Moves the mouse to and fro until enough frames are measured. */
        private void move(Stage stage, Robot robot, Bounds thumb, double y) {
            for (int i = 0; frame.get() < FRAMES; i++) {
                double place = 0.45 + 0.15 * Math.sin(i / 40.0);
                Platform.runLater(() -> robot.mouseMove(thumb.getMinX() + thumb.getWidth() * place, y));
                LockSupport.parkNanos(BETWEEN_MOVES);
            }
            Platform.runLater(() -> {
                robot.mouseRelease(MouseButton.PRIMARY);
                report("event to painted", latency);
                report("of it work", work);
                report("processor time", processor);
                report("of it handling", handled);
                context.close();
                stage.close();
            });
        }

        private void watch(Scene scene, Slider slider) {
            EventDispatcher dispatcher = scene.getEventDispatcher();
            scene.setEventDispatcher((event, tail) -> {
                long start = System.nanoTime();
                long processorBefore = threads.getCurrentThreadCpuTime();
                double before = slider.getValue();
                Event answer = dispatcher.dispatchEvent(event, tail);
                // the toolkit repeats the last event where the layout changed below the mouse; that has nothing to show
                if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && slider.getValue() != before) {
                    arrived = arrived == 0 ? start : arrived;
                    handling += System.nanoTime() - start;
                    handlingProcessor += threads.getCurrentThreadCpuTime() - processorBefore;
                    moves++;
                }
                return answer;
            });
            scene.addPreLayoutPulseListener(() -> pulseStarted = System.nanoTime());
            // after the scene went over to the rendering thread, whose earlier frame is then done, and before that
            // begins
            Toolkit.getToolkit().addPostSceneTkPulseListener(handOver);
            SceneHelper.getPeer(scene).setTKScenePaintListener(() -> {
                Frame shown = painting.getAndSet(null);
                if (shown != null) {
                    painted(shown);
                }
            });
        }

        /** The moves that the frame about to be painted shows. */
        private void handOver() {
            if (arrived != 0) {
                painting.set(new Frame(arrived, pulseStarted - handling, handlingProcessor, moves));
            }
            arrived = 0;
            handling = 0;
            handlingProcessor = 0;
            moves = 0;
        }

        /** A frame that shows one or several moves: when the first came, since when it is work, what handling them took. */
        private record Frame(long arrived, long workSince, long handlingProcessor, int moves) {}

        /** On the rendering thread, behind the painting. */
        private void painted(Frame shown) {
            long now = System.nanoTime();
            int index = frame.getAndIncrement();
            long used = processorTime();
            if (index >= 0 && index < FRAMES) {
                latency[index] = (now - shown.arrived()) / 1e6;
                work[index] = (now - shown.workSince()) / 1e6;
                // of one move and one painting, however many moves came in between
                double move = (double) shown.handlingProcessor() / shown.moves();
                processor[index] = (used - lastProcessor - shown.handlingProcessor() + move) / 1e6;
                handled[index] = move / 1e6;
            }
            lastProcessor = used;
        }

        /** Of the JavaFX and the rendering thread, so far. */
        private long processorTime() {
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(t -> t != null
                            && (t.getThreadName().startsWith("QuantumRenderer")
                                    || t.getThreadName().equals("JavaFX Application Thread")))
                    .mapToLong(t -> threads.getThreadCpuTime(t.getThreadId()))
                    .sum();
        }

        private static void afterFrames(int count, Runnable action) {
            new AnimationTimer() {
                private int left = count;

                @Override
                public void handle(long now) {
                    if (--left == 0) {
                        stop();
                        action.run();
                    }
                }
            }.start();
        }

        private static void report(String name, double[] milliseconds) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            LOG.log(
                    System.Logger.Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "%-18s median %.1f ms, p95 %.1f ms, max %.1f ms",
                            name,
                            sorted[FRAMES / 2],
                            sorted[FRAMES * 95 / 100],
                            sorted[FRAMES - 1]));
        }
    }
}
