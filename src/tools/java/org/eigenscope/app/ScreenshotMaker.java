package org.eigenscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.settings.MemorySettings;

/**
 * Makes the README's pictures of the window: {@code assets/explorer-light.png} and {@code assets/explorer-dark.png} from the
 * bundled sample, which differ from run to run only in the time the status line shows, and {@code assets/repulsion.png}, where
 * eigenvalues have moved for some seconds. Needs no display:
 *
 * <pre>
 * mvn -q -Pscreenshots test-compile exec:exec
 * </pre>
 */
public final class ScreenshotMaker {
    private static final Path FOLDER = Path.of("assets");
    /** Long enough for the chart's next frames and the legend's placement. */
    private static final Duration SETTLING = Duration.seconds(2);

    private static final int LAB_SIZE = 100;
    private static final double LAB_KAPPA = 50;
    /** An eigenvalue in the bulk, and where it is pulled to: into the sparse end. */
    private static final double GRABBED = 1.2;

    private static final double PULLED = 2.4;

    private ScreenshotMaker() {}

    public static void main(String[] args) {
        Application.launch(Camera.class, args);
    }

    /** Apart from {@code main}, because a main class that is an application must be a module. */
    public static final class Camera extends Application {
        private final AppContext context = AppContext.create(new MemorySettings());
        private boolean taken;

        @Override
        public void start(Stage stage) {
            context.show(stage, List.of());
            context.models().fit().league().rowsProperty().addListener((source, old, rows) -> {
                if (old.isEmpty() && !rows.isEmpty()) {
                    afterSettling(() -> refitOnce(stage));
                }
            });
        }

        /** The first fit pays for class loading; the status line should show what a refit takes. */
        private void refitOnce(Stage stage) {
            context.models().main().statusProperty().addListener((source, old, text) -> {
                if (!taken) {
                    taken = true;
                    afterSettling(() -> takeBoth(stage));
                }
            });
            context.models().fit().refitAll();
        }

        private void takeBoth(Stage stage) {
            take(stage, "explorer-light.png");
            context.models().theme().darkProperty().set(true);
            afterSettling(() -> {
                take(stage, "explorer-dark.png");
                context.models().theme().darkProperty().set(false);
                context.models().main().tabProperty().set(MainTab.REPULSION);
                context.lab().sizeProperty().set(LAB_SIZE);
                context.lab().kappaProperty().set(LAB_KAPPA);
                context.lab().playingProperty().set(true);
                afterSettling(() -> pull(stage));
            });
        }

        private void pull(Stage stage) {
            context.lab().grab(GRABBED);
            context.lab().pullTo(PULLED);
            afterSettling(() -> {
                context.lab().playingProperty().set(false);
                take(stage, "repulsion.png");
                Platform.exit();
            });
        }

        @Override
        public void stop() {
            context.close();
        }
    }

    private static void afterSettling(Runnable action) {
        PauseTransition pause = new PauseTransition(SETTLING);
        pause.setOnFinished(event -> Platform.runLater(action));
        pause.play();
    }

    private static void take(Stage stage, String name) {
        WritableImage image = stage.getScene().snapshot(null);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(toBuffered(image), "png", FOLDER.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage toBuffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
