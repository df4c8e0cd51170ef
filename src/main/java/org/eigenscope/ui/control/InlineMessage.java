package org.eigenscope.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eigenscope.text.Printable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A message about an expected failure in its place: an icon, the sentence, and a button that hides it. Takes no space
 * without a text.
 */
public final class InlineMessage extends HBox {
    private final Label sentence = new Label();
    private final Button remedy = new Button();
    private final Button dismiss = new Button(null, new FontIcon(Feather.X));

    public InlineMessage() {
        getStyleClass().add("inline-message");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        dismiss.getStyleClass().addAll("button-icon", "flat", "small");
        dismiss.setAccessibleText("Dismiss this message");
        dismiss.setTooltip(new Tooltip("Dismiss (Esc)"));
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        remedy.getStyleClass().add("small");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        remedy.managedProperty().bind(remedy.visibleProperty());
        remedy.setVisible(false);
        getChildren().addAll(new FontIcon(Feather.ALERT_TRIANGLE), sentence, remedy, dismiss);
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows the text whenever it is not empty; {@code onDismiss} should empty it. */
    public void show(ReadOnlyStringProperty text, Runnable onDismiss) {
        ObservableValue<String> shown = text.map(Printable::lines);
        sentence.textProperty().bind(shown);
        accessibleTextProperty().bind(shown);
        visibleProperty().bind(Bindings.isNotEmpty(text));
        dismiss.setOnAction(event -> onDismiss.run());
    }

    /** Offers an action on a button beside the sentence, whenever there is a label for it. */
    public void offer(ObservableValue<String> label, Runnable action) {
        remedy.textProperty().bind(label);
        remedy.visibleProperty().bind(remedy.textProperty().isNotEmpty());
        remedy.setOnAction(event -> action.run());
    }
}
