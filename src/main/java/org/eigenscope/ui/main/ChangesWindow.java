package org.eigenscope.ui.main;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eigenscope.ui.control.DialogWindow;
import org.eigenscope.ui.lessons.MarkdownView;
import org.eigenscope.ui.theme.Stylesheets;
import org.eigenscope.ui.theme.ThemeModel;

/** What changed, release by release: the project's changelog, in a window of its own. */
final class ChangesWindow {
    private static final String CHANGES = "changelog.md";
    private static final double WIDTH = 760;
    private static final double HEIGHT = 640;

    private final ThemeModel theme;
    private Optional<Stage> window = Optional.empty();

    ChangesWindow(ThemeModel theme) {
        this.theme = theme;
    }

    /** Shows it over the middle of its owner. */
    void show(Window owner) {
        Stage stage = window.orElseGet(() -> make(owner));
        window = Optional.of(stage);
        stage.show();
        stage.toFront();
        Platform.runLater(() -> DialogWindow.place(stage, owner, WIDTH, HEIGHT));
    }

    private Stage make(Window owner) {
        MarkdownView text = new MarkdownView();
        text.setText(changes());
        ScrollPane pane = new ScrollPane(text);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("changes");
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle("What Is New – Eigenscope");
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        Stylesheets.follow(theme, scene);
        stage.setScene(scene);
        DialogWindow.closeByKeys(stage);
        return stage;
    }

    /** The document, which the build puts beside this class. */
    static String changes() {
        try (InputStream in = ChangesWindow.class.getResourceAsStream(CHANGES)) {
            if (in == null) {
                throw new IllegalStateException(CHANGES + " is not part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
