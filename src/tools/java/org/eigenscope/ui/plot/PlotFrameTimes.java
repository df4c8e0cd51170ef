package org.eigenscope.ui.plot;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eigenscope.figure.Curve;

/**
 * Measures a drag: every frame replaces three curves of 1000 points over a 200-bin histogram. Logs, per frame, the
 * time on the FX thread from the update to the end of layout and painting, the processor time of FX and render thread
 * together, and the time from frame to frame. Run with {@code -Djavafx.animation.fullspeed=true}.
 */
public final class PlotFrameTimes {
    private static final System.Logger LOG = System.getLogger(PlotFrameTimes.class.getName());
    private static final int WARM_UP = 200;
    private static final int FRAMES = 400;

    private PlotFrameTimes() {}

    public static void main(String[] arguments) {
        Application.launch(Measurement.class, arguments);
    }

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Measurement extends Application {
        private final SpectrumPlot plot = new SpectrumPlot();
        private final double[] onFxThread = new double[FRAMES];
        private final double[] processor = new double[FRAMES];
        private final double[] interval = new double[FRAMES];
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private int frame = -WARM_UP;
        private long started;
        private long lastProcessor;
        private long lastFrame;

        @Override
        public void start(Stage stage) {
            setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            plot.setFigure(PlotSamples.full().withHistogram(PlotSamples.histogram(10_000, 200, 7)));
            Scene scene = new Scene(plot, 1280, 800);
            stage.setScene(scene);
            stage.show();
            List<List<Curve>> steps = java.util.stream.IntStream.range(0, 50)
                    .mapToObj(i -> PlotSamples.curves(plot.getRanges(), 1.5 + 0.01 * i))
                    .toList();
            scene.addPostLayoutPulseListener(this::record);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (frame == FRAMES) {
                        stop();
                        print("FX thread", onFxThread);
                        print("FX + render CPU", processor);
                        print("frame to frame", interval);
                        stage.close();
                        return;
                    }
                    started = System.nanoTime();
                    plot.updateCurves(steps.get(Math.floorMod(frame, steps.size())));
                }
            }.start();
        }

        private void record() {
            long end = System.nanoTime();
            long used = processorTime();
            if (frame >= 0 && frame < FRAMES) {
                onFxThread[frame] = (end - started) / 1e6;
                processor[frame] = (used - lastProcessor) / 1e6;
                interval[frame] = (end - lastFrame) / 1e6;
            }
            lastProcessor = used;
            lastFrame = end;
            frame = Math.min(FRAMES, frame + 1);
        }

        private long processorTime() {
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(t -> t != null
                            && (t.getThreadName().startsWith("QuantumRenderer")
                                    || t.getThreadName().equals("JavaFX Application Thread")))
                    .mapToLong(t -> threads.getThreadCpuTime(t.getThreadId()))
                    .sum();
        }

        private static void print(String name, double[] milliseconds) {
            Arrays.sort(milliseconds);
            LOG.log(
                    System.Logger.Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "%-16s median %.2f ms, p95 %.2f ms, max %.2f ms",
                            name,
                            milliseconds[FRAMES / 2],
                            milliseconds[FRAMES * 95 / 100],
                            milliseconds[FRAMES - 1]));
        }
    }
}
