package org.eigenscope.ui.plot;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.eigenscope.figure.style.Theme;

/**
 * Shows the chart alone, to look at. Arguments: a folder for pictures ("-" to keep the window open instead) and any of
 * the {@link PlotVariant}s.
 */
public final class PlotDemo {
    private record Shot(PlotVariant variant, Theme theme, int width, int height) {
        String fileName() {
            return variant.name().toLowerCase(java.util.Locale.ROOT) + "-"
                    + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + "x" + height + ".png";
        }
    }

    private PlotDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Demo.class, arguments);
    }

    /** The application; apart from the main class so that it starts without modules. */
    public static final class Demo extends Application {
        private final SpectrumPlot plot = new SpectrumPlot();
        private final Deque<Shot> shots = new ArrayDeque<>();

        @Override
        public void start(Stage stage) {
            List<String> arguments = getParameters().getRaw();
            for (String name : arguments.subList(1, arguments.size())) {
                String[] parts = name.split(",");
                shots.add(new Shot(
                        PlotVariant.valueOf(parts[0]),
                        Theme.valueOf(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3])));
            }
            stage.setScene(new Scene(plot));
            stage.setX(0);
            stage.setY(0);
            show(stage, shots.peek());
            stage.show();
            if (!arguments.get(0).equals("-")) {
                shoot(stage, Path.of(arguments.get(0)));
            }
        }

        private void show(Stage stage, Shot shot) {
            boolean dark = shot.theme() == Theme.DARK;
            setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            plot.themeProperty().set(shot.theme());
            plot.setPrefSize(shot.width(), shot.height());
            plot.setFigure(shot.variant().figure());
            stage.sizeToScene();
        }

        private void shoot(Stage stage, Path folder) {
            new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long now) {
                    if (++frame % 12 != 0) {
                        return;
                    }
                    write(plot.snapshot(null, null), folder.resolve(shots.poll().fileName()));
                    if (shots.isEmpty()) {
                        stage.close();
                    } else {
                        show(stage, shots.peek());
                    }
                }
            }.start();
        }

        private static void write(WritableImage image, Path file) {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            try {
                ImageIO.write(copy, "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
