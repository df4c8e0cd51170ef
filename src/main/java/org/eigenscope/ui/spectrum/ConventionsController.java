package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The title of the chart: which matrix, which part of it, and what was set apart. */
public final class ConventionsController {
    private final SpectrumModel model;

    @FXML
    private ComboBox<String> part;

    @FXML
    private Label title;

    @FXML
    private Label shape;

    @FXML
    private Label excluded;

    @FXML
    private ThresholdField threshold;

    public ConventionsController(SpectrumModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        part.setConverter(showing(ConventionsText::part));
        part.managedProperty().bind(part.visibleProperty());
        // no binding, because a box whose items change forgets its value
        part.valueProperty().addListener((source, old, value) -> choosePart(value));
        model.partProperty().addListener((source, old, value) -> part.setValue(value));
        excluded.managedProperty().bind(excluded.visibleProperty());
        threshold.follow(model);
        model.shownProperty().addListener((source, old, shown) -> show(shown));
        // what cannot be read until its axes are said is not shown, and the choice is offered all the same
        model.failureProperty().addListener((source, old, failure) -> showParts());
        show(model.shownProperty().get());
    }

    private void show(Optional<SpectrumModel.Shown> shown) {
        title.setText(shown.map(s -> s.tensor().label()).orElse(""));
        shape.setText(shown.map(ConventionsText::shape).orElse(""));
        String apart = shown.map(ConventionsText::setApart).orElse("");
        excluded.setText(apart);
        excluded.setVisible(!apart.isEmpty());
        showParts();
    }

    /** The whole and its parts, where there are any; the choice is kept. */
    private void showParts() {
        List<String> parts = model.parts();
        part.setVisible(!parts.isEmpty());
        List<String> choices = Stream.concat(Stream.of(""), parts.stream()).toList();
        if (!part.getItems().equals(choices)) {
            part.getItems().setAll(choices);
            part.setValue(model.partProperty().get());
        }
    }

    private void choosePart(String value) {
        if (value != null) {
            model.partProperty().set(value);
        }
    }

    private static <T> StringConverter<T> showing(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String unused) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }
}
