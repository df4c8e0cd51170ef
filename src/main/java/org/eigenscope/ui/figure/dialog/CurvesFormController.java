package org.eigenscope.ui.figure.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.session.FigureEntry;
import org.eigenscope.session.FigureLook;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;

/** Colour and legend text of everything that the figure shows. */
public final class CurvesFormController extends FigureForm {
    private static final double GAP = 8;

    private final Map<String, Row> known = new HashMap<>();

    @FXML
    private VBox rows;

    /** The controls of an entry; bars have no colour of their own. */
    private record Row(HBox box, Optional<ColorPicker> color, TextField text) {}

    CurvesFormController(FigureModel model) {
        super(model);
    }

    @FXML
    private void initialize() {
        model().previewProperty().addListener((source, old, preview) -> showEdits());
        follow();
    }

    @Override
    void show(FigureEdits edits) {
        List<FigureEntry> entries = model().previewProperty()
                .get()
                .map(FigureModel.Preview::entries)
                .orElse(List.of());
        List<Node> boxes = entries.stream()
                .map(entry -> (Node)
                        known.computeIfAbsent(entry.id(), id -> row(entry)).box())
                .toList();
        // what is being typed into must not be taken out and put back
        if (!rows.getChildren().equals(boxes)) {
            rows.getChildren().setAll(boxes);
        }
        entries.forEach(entry -> show(entry, known.get(entry.id()), edits.look().names()));
    }

    private void show(FigureEntry entry, Row row, FigureLook.Names names) {
        String chosen = names.labels().get(entry.id());
        if (!row.text().isFocused()) {
            write(row.text(), chosen == null ? "" : chosen);
        }
        String label = Printable.of(entry.label());
        if (chosen == null) {
            row.text().setPromptText(label.isEmpty() ? "not in the legend" : label);
        }
        String name = label.isEmpty() ? entry.id() : label;
        row.text().setAccessibleText("Legend text of " + name);
        row.color().ifPresent(picker -> {
            String color = names.colors().get(entry.id());
            picker.setValue(Color.web(
                    color != null ? color : entry.color().map(Rgb::hex).orElseThrow()));
            picker.setAccessibleText("Colour of " + name);
        });
    }

    private Row row(FigureEntry entry) {
        String id = entry.id();
        TextField text = new TextField();
        onCommit(
                text,
                edits -> named(
                        edits, edits.look().names().withLabel(id, text.getText().strip())));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(GAP);
        box.setAlignment(Pos.CENTER_LEFT);
        Optional<ColorPicker> color = entry.color().map(usual -> picker(id));
        color.ifPresent(box.getChildren()::add);
        box.getChildren().add(text);
        return new Row(box, color, text);
    }

    private ColorPicker picker(String id) {
        ColorPicker picker = new ColorPicker();
        picker.getStyleClass().add("unlabelled");
        picker.setOnAction(event ->
                change(edits -> named(edits, edits.look().names().withColor(id, hex(picker.getValue())))));
        return picker;
    }

    private static FigureEdits named(FigureEdits edits, FigureLook.Names names) {
        return edits.withLook(edits.look().withNames(names));
    }

    private static String hex(Color color) {
        return String.format(
                "#%02X%02X%02X",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }
}
