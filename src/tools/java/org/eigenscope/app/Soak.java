package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Uses the window at random for some minutes: opens files, whole and damaged, drags, types nonsense, switches tabs, saves figures and
 * sessions. Prints the heap after a collection and the memory that the system counts, at the start, on the way and at the end, each
 * time with the library emptied, and every exception that the dialog for bugs would show. Needs no display:
 *
 * <pre>
 * mvn -q -Psoak test-compile exec:exec [-Dsoak.minutes=20]
 * </pre>
 */
public final class Soak {
    private static final System.Logger LOG = System.getLogger(Soak.class.getName());
    private static final int MINUTES = Integer.getInteger("soak.minutes", 20);
    private static final long SEED = Long.getLong("soak.seed", 17);
    /** Between two actions, as fast as a hurried hand. */
    private static final Duration STEP = Duration.millis(60);
    /** Two of them: the first may still be collecting what the last actions left. */
    private static final Duration SETTLING = Duration.seconds(5);

    private static final int MEASUREMENTS = 10;

    private Soak() {}

    public static void main(String[] arguments) {
        Application.launch(Monkey.class, arguments);
    }

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Monkey extends Application {
        private final Path folder = temporaryFolder();
        private final AppContext context = AppContext.create(new MemorySettings(), folder.resolve("state"));
        private final Map<String, Integer> bugs = new TreeMap<>();
        private RandomActions actions;
        private Timeline acting;
        private int measured;

        @Override
        public void start(Stage stage) throws IOException {
            context.show(stage, List.of());
            Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> note(bug));
            actions = new RandomActions(context, folder, SEED);
            acting = new Timeline(new KeyFrame(STEP, event -> actions.next()));
            acting.setCycleCount(Timeline.INDEFINITE);
            LOG.log(System.Logger.Level.INFO, "minutes  actions  files  heap MB  RSS MB  bugs");
            measureAfterSettling();
        }

        private void note(Throwable bug) {
            if (bugs.merge(String.valueOf(bug), 1, Integer::sum) == 1) {
                LOG.log(System.Logger.Level.ERROR, "after " + actions.last(), bug);
            }
        }

        private void measureAfterSettling() {
            acting.pause();
            actions.tidy();
            context.models().main().tabProperty().set(MainTab.SPECTRUM);
            after(SETTLING, () -> {
                System.gc();
                after(SETTLING, this::measure);
            });
        }

        private void measure() {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            LOG.log(
                    System.Logger.Level.INFO,
                    String.format(
                            Locale.ROOT,
                            "%7.1f %8d %6d %8d %7d %5d",
                            (double) MINUTES * measured / MEASUREMENTS,
                            actions.count(),
                            actions.files(),
                            heap,
                            residentMegabytes(),
                            bugs.values().stream().mapToInt(Integer::intValue).sum()));
            if (measured++ == MEASUREMENTS) {
                bugs.forEach((bug, count) -> LOG.log(System.Logger.Level.INFO, count + " times " + bug));
                Platform.exit();
                return;
            }
            acting.play();
            after(Duration.minutes((double) MINUTES / MEASUREMENTS), this::measureAfterSettling);
        }

        private static void after(Duration pause, Runnable action) {
            PauseTransition waiting = new PauseTransition(pause);
            waiting.setOnFinished(event -> Platform.runLater(action));
            waiting.play();
        }

        @Override
        public void stop() {
            context.close();
            delete(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("soak");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What Linux counts; 0 elsewhere. */
    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                    .sum();
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                    Files.delete(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            LOG.log(System.Logger.Level.INFO, "left " + folder);
        }
    }
}
