package org.eigenscope.ui.figure.dialog;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.eigenscope.ui.figure.FigureOutput;

/** Beside the chart: takes the figure out, by dragging or copying, or into the dialog. */
public final class FigureToolsController {
    private static final Duration READ = Duration.seconds(5);

    private final FigureOutput output;
    private final FigureActions actions;

    @FXML
    private StackPane handle;

    @FXML
    private Label format;

    @FXML
    private Label done;

    public FigureToolsController(FigureOutput output, FigureActions actions) {
        this.output = output;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        actions.makeDraggable(handle);
        Tooltip what = new Tooltip();
        Tooltip.install(handle, what);
        what.setOnShowing(event -> what.setText("Drag this into a folder, a mail or a slide: it becomes the figure as "
                + output.lastFormat().description() + ", the format saved last"));
        output.doneProperty().addListener((source, old, sentence) -> showFormat());
        showFormat();
        PauseTransition read = new PauseTransition(READ);
        read.setOnFinished(event -> done.setText(""));
        output.doneProperty().addListener((source, old, sentence) -> {
            done.setText(sentence);
            read.playFromStart();
        });
    }

    private void showFormat() {
        format.setText(output.lastFormat().extension().toUpperCase(Locale.ROOT));
    }

    @FXML
    private void copy() {
        actions.copy();
    }

    @FXML
    private void save() {
        actions.saveAs(handle.getScene().getWindow());
    }

    @FXML
    private void edit() {
        actions.showDialog(handle.getScene().getWindow());
    }
}
