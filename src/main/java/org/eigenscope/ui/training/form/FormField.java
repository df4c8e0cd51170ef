package org.eigenscope.ui.training.form;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One text that a person writes, and what is wrong with it. */
public final class FormField {
    private final FormKey key;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    FormField(FormKey key) {
        this.key = key;
        text = new SimpleStringProperty(this, key.id(), key.usual());
    }

    public FormKey key() {
        return key;
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The text without blanks around it. */
    public String text() {
        return text.get() == null ? "" : text.get().strip();
    }

    void object(String sentence) {
        problem.set(sentence);
    }

    /** What is wrong, a sentence; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
