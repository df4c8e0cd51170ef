package org.eigenscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.settings.MemorySettings;
import org.eigenscope.ui.training.model.Phase;
import org.eigenscope.ui.training.model.TrainingModel;

/**
 * Makes the pictures of the window for README and guide: {@code assets/explorer-light.png} and {@code assets/explorer-dark.png}
 * from the bundled sample, which differ from run to run only in the time the status line shows, {@code assets/repulsion.png}, where
 * eigenvalues have moved for some seconds, and the other tabs: the study that ships, some epochs of a training and a lesson. Needs no
 * display:
 *
 * <pre>
 * mvn -q -Pscreenshots test-compile exec:exec
 * </pre>
 */
public final class ScreenshotMaker {
    private static final Path FOLDER = Path.of("assets");
    private static final Path STUDY = Path.of("samples", "fashion_lenet.eigenstudy");
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
        private boolean trained;

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
                openStudy(stage);
            });
        }

        /** The study that ships: a layer of all runs along training. */
        private void openStudy(Stage stage) {
            context.models().main().tabProperty().set(MainTab.MODELS);
            context.studies().study().open(STUDY, () -> {
                RowsModel rows = context.studies().study().rows();
                rows.filterProperty().set("fc1.weight");
                context.studies().views().plot().kindProperty().set(PlotKind.SERIES);
                afterSettling(() -> {
                    rows.select(Set.of(rows.shownProperty().get().get(0).id()), false);
                    afterSettling(() -> {
                        take(stage, "models.png");
                        train(stage);
                    });
                });
            });
        }

        /** The training that the form holds at first. */
        private void train(Stage stage) {
            context.models().main().tabProperty().set(MainTab.TRAINING);
            TrainingModel training = context.training().model();
            training.phaseProperty().addListener((source, old, phase) -> {
                if (old == Phase.TRAINING && phase == Phase.IDLE && !trained) {
                    trained = true;
                    afterSettling(() -> {
                        take(stage, "training.png");
                        learn(stage);
                    });
                }
            });
            training.train();
        }

        private void learn(Stage stage) {
            context.models().main().tabProperty().set(MainTab.LESSONS);
            afterSettling(() -> {
                context.lessons().open(context.lessons().lessons().get(1));
                afterSettling(() -> {
                    take(stage, "lessons.png");
                    Platform.exit();
                });
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

    static void take(Stage stage, String name) {
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
