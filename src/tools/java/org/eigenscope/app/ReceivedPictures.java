package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.eigenscope.ui.library.LibraryTensor;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Makes the pictures of the guide's page on notebooks by doing what the page says: the window receives, and the program in the page is
 * run with {@code python3}, which has torch. Writes {@code assets/receiving.png} and {@code assets/receiving-models.png}. Needs no
 * display:
 *
 * <pre>
 * mvn -q -Pscreenshots test-compile exec:exec -Dpictures=org.eigenscope.app.ReceivedPictures
 * </pre>
 */
public final class ReceivedPictures {
    private static final Path PAGE = Path.of("src", "site", "markdown", "guide", "notebooks.md");
    private static final Pattern PROGRAM = Pattern.compile("```python\n(import torch.*?)```", Pattern.DOTALL);
    private static final String RUN = "first run";
    private static final String LAYER = "2.weight.mtx";
    private static final Duration LOOK = Duration.seconds(1);
    /** The fits of the last steps end within this. */
    private static final Duration AFTER_THE_PROGRAM = Duration.seconds(40);

    private ReceivedPictures() {}

    public static void main(String[] args) {
        Application.launch(Camera.class, args);
    }

    /** Apart from {@code main}, because a main class that is an application must be a module. */
    public static final class Camera extends Application {
        private final Path state = folder();
        private final AppContext context = AppContext.create(new MemorySettings(), state);
        /** Takes the pictures; kept, so that nobody takes it for forgotten. */
        private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

        @Override
        public void start(Stage stage) {
            context.show(stage, List.of());
            context.models().main().receiving().wantedProperty().set(true);
            Process program = run();
            choose();
            ended = program.onExit()
                    .thenRun(() -> Platform.runLater(() -> after(AFTER_THE_PROGRAM, () -> takeAll(stage))));
        }

        private Process run() {
            try (Stream<Path> files = Files.list(state.resolve("bridge"))) {
                Path address = files.filter(file -> file.toString().endsWith(".json"))
                        .findFirst()
                        .orElseThrow();
                Matcher program = PROGRAM.matcher(Files.readString(PAGE));
                if (!program.find()) {
                    throw new IllegalStateException(PAGE + " has no program");
                }
                ProcessBuilder python = new ProcessBuilder("python3", "-c", program.group(1)).inheritIO();
                python.environment().put("EIGENSCOPE_ADDRESS", address.toString());
                python.environment()
                        .put("PYTHONPATH", Path.of("src", "main", "python").toString());
                return python.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** The layer, as soon as it is there. */
        private void choose() {
            Optional<LibraryTensor> layer = context.models().library().folders().stream()
                    .filter(folder -> folder.displayName().equals(RUN))
                    .flatMap(folder -> folder.entries().stream())
                    .filter(entry -> entry.displayName().equals(LAYER))
                    .flatMap(entry -> entry.fileProperty().get().stream())
                    .flatMap(file -> file.tensors().stream())
                    .findFirst();
            layer.ifPresentOrElse(context.models().library()::select, () -> after(LOOK, this::choose));
        }

        private void takeAll(Stage stage) {
            ScreenshotMaker.take(stage, "receiving.png");
            context.models().main().tabProperty().set(MainTab.MODELS);
            after(LOOK, () -> {
                ScreenshotMaker.take(stage, "receiving-models.png");
                Platform.exit();
            });
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("received-pictures");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void stop() {
            ended.cancel(false);
            context.close();
        }
    }

    private static void after(Duration wait, Runnable action) {
        PauseTransition pause = new PauseTransition(wait);
        pause.setOnFinished(event -> Platform.runLater(action));
        pause.play();
    }
}
