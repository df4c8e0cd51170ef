package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.cell.TextFieldListCell;
import javafx.util.StringConverter;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;

/** The convention bar: what was done to the matrix before anyone looks at its eigenvalues, and what was set apart. */
public final class ConventionsController {
    private final SpectrumModel model;

    @FXML
    private ComboBox<Normalization> normalization;

    @FXML
    private ComboBox<ConvolutionFlattening> flattening;

    @FXML
    private ComboBox<Interpretation> interpretation;

    @FXML
    private ComboBox<String> part;

    @FXML
    private ComboBox<SolverChoice> solver;

    @FXML
    private Label rule;

    @FXML
    private Label title;

    @FXML
    private Label shape;

    @FXML
    private Label excluded;

    @FXML
    private ToggleButton logX;

    @FXML
    private ThresholdField threshold;

    @FXML
    private ToggleButton symmetricLogX;

    @FXML
    private ToggleButton logY;

    public ConventionsController(SpectrumModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        normalization.getItems().setAll(Normalization.values());
        normalization.valueProperty().bindBidirectional(model.normalizationProperty());
        flattening.getItems().setAll(ConvolutionFlattening.values());
        flattening.setConverter(showing(ConvolutionFlattening::label));
        flattening.valueProperty().bindBidirectional(model.flatteningProperty());
        interpretation.getItems().setAll(Interpretation.values());
        interpretation.setConverter(showing(Interpretation::label));
        interpretation.valueProperty().bindBidirectional(model.interpretationProperty());
        solver.getItems().setAll(SolverChoice.AUTO, SolverChoice.SLQ);
        solver.setConverter(showing(ConventionsText::solver));
        solver.valueProperty().bindBidirectional(model.solverProperty());
        part.setConverter(showing(ConventionsText::part));
        part.managedProperty().bind(part.visibleProperty());
        // no binding, because a box whose items change forgets its value
        part.valueProperty().addListener((source, old, value) -> choosePart(value));
        model.partProperty().addListener((source, old, value) -> part.setValue(value));
        flattening.managedProperty().bind(flattening.visibleProperty());
        excluded.managedProperty().bind(excluded.visibleProperty());
        logX.selectedProperty().bindBidirectional(model.logXProperty());
        symmetricLogX.selectedProperty().bindBidirectional(model.symmetricLogXProperty());
        symmetricLogX.managedProperty().bind(symmetricLogX.visibleProperty());
        model.symmetricLogXProperty().addListener(source -> offerSymmetricLog());
        threshold.follow(model);
        logY.selectedProperty().bindBidirectional(model.logYProperty());
        model.shownProperty().addListener((source, old, shown) -> show(shown));
        // what cannot be read until its axes are said is not shown, and the choice is offered all the same
        model.failureProperty().addListener((source, old, failure) -> showParts());
        show(model.shownProperty().get());
    }

    private void show(Optional<SpectrumModel.Shown> shown) {
        boolean squared =
                shown.map(s -> s.spectrum().details().source().isSquared()).orElse(true);
        StringConverter<Normalization> formulas = showing(value -> value.id() + "  " + value.formula(squared));
        normalization.setConverter(formulas);
        // the box follows another converter only with its next value
        normalization.setButtonCell(new TextFieldListCell<>(formulas));
        title.setText(shown.map(s -> s.tensor().label()).orElse(""));
        shape.setText(shown.map(ConventionsText::shape).orElse(""));
        rule.setText(shown.map(ConventionsText::rule).orElse(""));
        String apart = shown.map(ConventionsText::setApart).orElse("");
        excluded.setText(apart);
        excluded.setVisible(!apart.isEmpty());
        showParts();
        offerSymmetricLog();
        flattening.setVisible(
                shown.filter(s -> s.tensor().info().shape().size() > 2).isPresent());
    }

    /** Where there are negative eigenvalues, or it is on already. */
    private void offerSymmetricLog() {
        boolean negative = model.shownProperty()
                .get()
                .filter(s -> s.spectrum().negative().length > 0)
                .isPresent();
        symmetricLogX.setVisible(negative || symmetricLogX.isSelected());
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
