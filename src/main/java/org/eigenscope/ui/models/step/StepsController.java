package org.eigenscope.ui.models.step;

import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The spectrum of the chosen layer, and the slider that moves it along its training. */
public final class StepsController {
    private final StepModel model;
    private final ThemeModel theme;
    private final EsdView view = new EsdView();

    @FXML
    private StackPane stage;

    @FXML
    private Label title;

    @FXML
    private Label note;

    @FXML
    private HBox line;

    @FXML
    private Slider slider;

    @FXML
    private Label value;

    @FXML
    private Button play;

    @FXML
    private FontIcon playIcon;

    public StepsController(StepModel model, ThemeModel theme) {
        this.model = model;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        stage.getChildren().add(0, view);
        Themes.follow(theme, view);
        note.textProperty().bind(model.noteProperty().map(Printable::of));
        slider.valueProperty()
                .addListener((source, old, now) -> model.placeProperty().set((int) Math.round(now.doubleValue())));
        model.placeProperty().addListener((source, old, now) -> show());
        model.stepsProperty().addListener((source, old, now) -> showSteps());
        model.seriesProperty().addListener((source, old, now) -> show());
        model.playingProperty().addListener((source, old, now) -> showPlaying());
        play.setTooltip(new Tooltip("Play or pause"));
        showSteps();
        showPlaying();
    }

    private void showSteps() {
        int count = model.stepsProperty().get().length;
        line.setVisible(count > 1);
        line.setManaged(count > 1);
        slider.setMax(Math.max(1, count - 1));
        show();
    }

    private void show() {
        slider.setValue(model.placeProperty().get());
        double step = model.step();
        String name = model.field().map(Object::toString).orElse("");
        value.setText(Double.isNaN(step) ? "" : name + " " + number(step));
        slider.setAccessibleText(Double.isNaN(step) ? "Step of training" : name + " " + number(step));
        title.setText(Printable.of(model.seriesProperty().get().label()));
        view.setVisible(!model.seriesProperty().get().isEmpty());
        view.show(model.seriesProperty().get(), model.frame());
    }

    private static String number(double step) {
        return step == Math.rint(step) && Math.abs(step) < 1e15 ? Numbers.count((long) step) : Numbers.format(step);
    }

    private void showPlaying() {
        boolean now = model.playingProperty().get();
        playIcon.setIconLiteral(now ? "fth-pause" : "fth-play");
        play.setAccessibleText(now ? "Pause" : "Play the steps");
        if (now) {
            pulses.start();
        } else {
            pulses.stop();
        }
    }

    private final AnimationTimer pulses = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            model.pulse(last == 0 ? 0 : (now - last) / 1e9);
            last = now;
        }
    };

    @FXML
    private void togglePlaying() {
        model.playingProperty().set(!model.playingProperty().get());
    }
}
