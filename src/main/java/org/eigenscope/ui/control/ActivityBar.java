package org.eigenscope.ui.control;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.task.ActivityModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Work in progress: stage, fraction, time left, and a button that stops it. Takes no space while no slow work runs. */
public final class ActivityBar extends HBox {
    private static final Duration SAMPLING = Duration.millis(50);

    private final Label stage = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label timeLeft = new Label();
    private final Button cancel = new Button("Cancel", new FontIcon(Feather.X));
    private final Timeline sampler = new Timeline();

    public ActivityBar() {
        getStyleClass().add("activity-bar");
        setAlignment(Pos.CENTER_LEFT);
        stage.setMinWidth(0);
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setMaxWidth(Double.MAX_VALUE);
        timeLeft.getStyleClass().add("text-muted");
        timeLeft.setMinWidth(Region.USE_PREF_SIZE);
        cancel.getStyleClass().addAll("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip("Stop and keep what is on screen (Esc)"));
        bar.setAccessibleText("Progress");
        getChildren().addAll(stage, bar, timeLeft, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        sampler.setCycleCount(Animation.INDEFINITE);
    }

    /** Follows some work; {@code onCancel} should stop it. */
    public void follow(ActivityModel activity, Runnable onCancel) {
        stage.textProperty().bind(activity.stageProperty().map(Printable::of));
        bar.progressProperty().bind(activity.fractionProperty());
        timeLeft.textProperty().bind(activity.timeLeftProperty());
        visibleProperty().bind(activity.visibleProperty());
        cancel.setOnAction(event -> onCancel.run());
        sampler.getKeyFrames().setAll(new KeyFrame(SAMPLING, event -> activity.sample()));
        activity.busyProperty().addListener((source, old, busy) -> run(busy));
        run(activity.busyProperty().get());
    }

    private void run(boolean busy) {
        if (busy) {
            sampler.play();
        } else {
            sampler.stop();
        }
    }
}
