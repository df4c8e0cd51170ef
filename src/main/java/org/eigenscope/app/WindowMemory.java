package org.eigenscope.app;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.eigenscope.ui.main.MainModel;
import org.eigenscope.ui.settings.Settings;

/** Puts the window where it was when it was last closed, with the panes that it had. */
final class WindowMemory {
    private static final String PLACE = "window.place";

    private final Settings settings;
    private final Executor writer;

    /**
     * A memory of one window.
     *
     * @param writer writes settings when a pane was folded, so that it stays so also after a program that was killed
     */
    WindowMemory(Settings settings, Executor writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /** Restores the window, and remembers it when it is closed. */
    void follow(Stage stage, MainModel main) {
        follow("window.library", main.libraryShownProperty());
        follow("window.fit", main.fitShownProperty());
        // after the window manager's own answer to the first size
        Platform.runLater(() -> settings.get(PLACE).flatMap(WindowPlace::parse).ifPresent(place -> put(stage, place)));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> keep(stage));
    }

    private void follow(String key, BooleanProperty shown) {
        settings.get(key).ifPresent(text -> shown.set(Boolean.parseBoolean(text)));
        shown.addListener((source, old, now) -> {
            settings.put(key, now.toString());
            writer.execute(settings::write);
        });
    }

    private static void put(Stage stage, WindowPlace place) {
        WindowPlace seen = place.on(
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setX(seen.x());
        stage.setY(seen.y());
        stage.setWidth(seen.width());
        stage.setHeight(seen.height());
    }

    /** A maximised window has no place of its own to come back to. */
    private void keep(Stage stage) {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            settings.put(
                    PLACE, new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).text());
        }
    }
}
