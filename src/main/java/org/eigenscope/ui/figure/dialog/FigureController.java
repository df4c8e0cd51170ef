package org.eigenscope.ui.figure.dialog;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.FocusScroll;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.FigureOutput;
import org.eigenscope.ui.task.ActivityModel;

/** The figure dialog: a form at the left, the exported picture at the right. */
public final class FigureController {
    private static final double DESK_MARGIN = 40;

    private final FigureModel model;
    private final FigureOutput output;
    private final FigureActions actions;
    private final ActivityModel drawing;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    @FXML
    private BorderPane root;

    @FXML
    private ScrollPane form;

    @FXML
    private TextArea caption;

    @FXML
    private StackPane desk;

    @FXML
    private ImageView picture;

    @FXML
    private HBox handle;

    @FXML
    private InlineMessage message;

    @FXML
    private ActivityBar activity;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Label done;

    FigureController(FigureModel model, FigureOutput output, FigureActions actions, ActivityModel drawing) {
        this.model = model;
        this.output = output;
        this.actions = actions;
        this.drawing = drawing;
    }

    @FXML
    private void initialize() {
        FocusScroll.follow(form);
        message.show(problem.getReadOnlyProperty(), this::dismiss);
        problem.bind(Bindings.when(model.failureProperty().isNotEmpty())
                .then(model.failureProperty())
                .otherwise(output.failureProperty()));
        activity.follow(drawing, () -> {});
        done.textProperty().bind(output.doneProperty());
        undo.disableProperty().bind(not(model.undoableProperty()));
        redo.disableProperty().bind(not(model.redoableProperty()));
        picture.fitWidthProperty().bind(desk.widthProperty().subtract(DESK_MARGIN));
        picture.fitHeightProperty().bind(desk.heightProperty().subtract(DESK_MARGIN));
        actions.makeDraggable(picture);
        actions.makeDraggable(handle);
        model.previewProperty().addListener((source, old, preview) -> show(preview));
        show(model.previewProperty().get());
    }

    private static BooleanBinding not(ReadOnlyBooleanProperty property) {
        return property.not();
    }

    private void dismiss() {
        model.dismissFailure();
        output.dismissFailure();
    }

    private void show(Optional<FigureModel.Preview> preview) {
        picture.setImage(
                preview.map(p -> new Image(new ByteArrayInputStream(p.png()))).orElse(null));
        caption.setText(preview.map(FigureModel.Preview::caption).orElse(""));
    }

    @FXML
    private void undo() {
        model.undo();
    }

    @FXML
    private void redo() {
        model.redo();
    }

    @FXML
    private void copyCaption() {
        actions.copyText(caption.getText());
    }

    @FXML
    private void copy() {
        actions.copy();
    }

    @FXML
    private void save() {
        actions.saveAs(root.getScene().getWindow());
    }
}
