package org.eigenscope.ui.training;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.training.form.FormField;

/** A label, a control, and below them what is wrong with what was written. */
final class FieldRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /**
     * @param field what is written
     * @param control where
     * @param extra stands after the control
     */
    FieldRow(FormField field, Control control, Node... extra) {
        getStyleClass().add("training-field");
        Label label = new Label(field.key().label());
        label.getStyleClass().add("training-label");
        label.setLabelFor(control);
        control.setId("training-" + field.key().id());
        control.setAccessibleText(field.key().label());
        control.setAccessibleHelp(field.key().help());
        control.setMaxWidth(Double.MAX_VALUE);
        Tooltip help = new Tooltip(field.key().help() + ".");
        help.setWrapText(true);
        help.setMaxWidth(360);
        control.setTooltip(help);
        Tooltip.install(label, help);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox line = new HBox(label, control);
        line.getStyleClass().add("training-field-line");
        line.getChildren().addAll(extra);
        Label problem = new Label();
        problem.setId("training-" + field.key().id() + "-problem");
        problem.getStyleClass().addAll("caption", "training-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(field.problemProperty().map(Printable::of));
        problem.visibleProperty().bind(field.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        field.problemProperty()
                .addListener((source, old, now) -> control.pseudoClassStateChanged(INVALID, !now.isEmpty()));
        getChildren().addAll(line, problem);
    }
}
