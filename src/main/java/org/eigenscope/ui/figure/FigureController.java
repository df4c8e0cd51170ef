package org.eigenscope.ui.figure;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Theme;
import org.eigenscope.figure.export.PagePreset;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.work.ActivityModel;

/** The figure dialog: a form at the left, the exported picture at the right. */
public final class FigureController {
    private static final double DESK_MARGIN = 40;

    private final FigureModel model;
    private final FigureOutput output;
    private final FigureVerbs verbs;
    private final ActivityModel drawing;
    private boolean showing;

    @FXML
    private BorderPane root;

    @FXML
    private ComboBox<PagePreset> preset;

    @FXML
    private ComboBox<FigureChanges.Part> part;

    @FXML
    private TextField title;

    @FXML
    private TextField xLabel;

    @FXML
    private TextField xLower;

    @FXML
    private TextField xUpper;

    @FXML
    private TextField yLabel;

    @FXML
    private TextField yLower;

    @FXML
    private TextField yUpper;

    @FXML
    private ComboBox<LegendPosition> legend;

    @FXML
    private VBox colors;

    @FXML
    private CheckBox box;

    @FXML
    private CheckBox residuals;

    @FXML
    private CheckBox grey;

    @FXML
    private CheckBox dark;

    @FXML
    private CheckBox transparent;

    @FXML
    private TextArea caption;

    @FXML
    private StackPane desk;

    @FXML
    private ImageView picture;

    @FXML
    private InlineMessage message;

    @FXML
    private ActivityBar activity;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Label size;

    @FXML
    private Label done;

    FigureController(FigureModel model, FigureOutput output, FigureVerbs verbs, ActivityModel drawing) {
        this.model = model;
        this.output = output;
        this.verbs = verbs;
        this.drawing = drawing;
    }

    @FXML
    private void initialize() {
        preset.getItems().setAll(PagePreset.values());
        preset.setConverter(FigureChanges.names(PagePreset::title));
        part.getItems().setAll(FigureChanges.Part.values());
        part.setConverter(FigureChanges.names(FigureChanges.Part::title));
        legend.getItems().setAll(LegendPosition.values());
        legend.setConverter(FigureChanges.names(FigureChanges::title));
        connect();
        message.show(model.failureProperty(), model::dismissFailure);
        activity.follow(drawing, () -> {});
        done.textProperty().bind(output.doneProperty());
        undo.disableProperty().bind(not(model.undoableProperty()));
        redo.disableProperty().bind(not(model.redoableProperty()));
        picture.fitWidthProperty().bind(desk.widthProperty().subtract(DESK_MARGIN));
        picture.fitHeightProperty().bind(desk.heightProperty().subtract(DESK_MARGIN));
        verbs.makeDraggable(picture);
        model.editsProperty().addListener((source, old, edits) -> show(edits));
        model.previewProperty().addListener((source, old, preview) -> show(preview));
        show(model.editsProperty().get());
        show(model.previewProperty().get());
    }

    private static BooleanBinding not(ReadOnlyBooleanProperty property) {
        return property.not();
    }

    private void connect() {
        preset.setOnAction(event -> change(e -> FigureChanges.preset(e, preset.getValue(), part.getValue())));
        part.setOnAction(event -> change(e -> FigureChanges.preset(e, preset.getValue(), part.getValue())));
        legend.setOnAction(event -> change(e -> e.withLook(e.look().withLegend(legend.getValue()))));
        onCommit(title, e -> e.withTitle(0, title.getText()));
        for (TextField field : List.of(xLabel, xLower, xUpper)) {
            onCommit(
                    field,
                    e -> e.withLook(e.look()
                            .withAxes(
                                    FigureChanges.axis(e.look().x(), xLabel, xLower, xUpper),
                                    e.look().y())));
        }
        for (TextField field : List.of(yLabel, yLower, yUpper)) {
            onCommit(
                    field,
                    e -> e.withLook(e.look()
                            .withAxes(e.look().x(), FigureChanges.axis(e.look().y(), yLabel, yLower, yUpper))));
        }
        for (CheckBox check : List.of(box, residuals)) {
            check.setOnAction(event -> change(e -> FigureChanges.extras(e, box.isSelected(), residuals.isSelected())));
        }
        for (CheckBox check : List.of(grey, dark, transparent)) {
            check.setOnAction(event -> change(
                    e -> FigureChanges.colors(e, dark.isSelected(), grey.isSelected(), transparent.isSelected())));
        }
    }

    private void onCommit(TextField field, UnaryOperator<FigureEdits> change) {
        field.setOnAction(event -> change(change));
        field.focusedProperty().addListener((source, was, focused) -> {
            if (!focused) {
                change(change);
            }
        });
    }

    /** What the form itself shows is no edit of the user's. */
    private void change(UnaryOperator<FigureEdits> change) {
        if (!showing) {
            model.edit(change);
        }
    }

    private void show(FigureEdits edits) {
        showing = true;
        preset.setValue(PagePreset.byId(edits.page().preset()).orElse(PagePreset.NEURIPS));
        part.setValue(FigureChanges.partOf(edits));
        title.setText(edits.titles().get(0));
        FigureChanges.show(edits.look().x(), xLabel, xLower, xUpper);
        FigureChanges.show(edits.look().y(), yLabel, yLower, yUpper);
        legend.setValue(edits.look().legend());
        box.setSelected(edits.look().extras().box());
        residuals.setSelected(edits.look().extras().residuals());
        grey.setSelected(edits.page().style().colors().grey());
        dark.setSelected(edits.page().style().colors().theme() == Theme.DARK);
        transparent.setSelected(edits.page().style().colors().transparent());
        size.setText(FigureChanges.size(edits));
        colors.getChildren().setAll(FigureChanges.colorPickers(edits, this::change));
        showing = false;
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
    private void copy() {
        verbs.copy();
    }

    @FXML
    private void save() {
        verbs.saveAs(root.getScene().getWindow());
    }
}
