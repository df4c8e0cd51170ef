package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;

/** What was done to the matrix before anyone looks at its eigenvalues: a menu of choices that says the two that matter most. */
public final class DataController {
    private final SpectrumModel model;

    @FXML
    private MenuButton data;

    @FXML
    private Menu normalization;

    @FXML
    private Menu interpretation;

    @FXML
    private Menu solver;

    @FXML
    private Menu flattening;

    @FXML
    private MenuItem rule;

    public DataController(SpectrumModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        offer(interpretation, List.of(Interpretation.values()), Interpretation::label, model.interpretationProperty());
        offer(solver, List.of(SolverChoice.AUTO, SolverChoice.SLQ), ConventionsText::solver, model.solverProperty());
        offer(
                flattening,
                List.of(ConvolutionFlattening.values()),
                ConvolutionFlattening::label,
                model.flatteningProperty());
        rule.setMnemonicParsing(false);
        model.normalizationProperty().addListener(source -> name());
        model.solverProperty().addListener(source -> name());
        model.shownProperty().addListener((source, old, shown) -> show(shown));
        show(model.shownProperty().get());
        name();
    }

    private void name() {
        String eigenvalues = model.solverProperty().get().equals(SolverChoice.SLQ) ? "estimated" : "exact";
        data.setText("Data: " + model.normalizationProperty().get().id() + ", " + eigenvalues);
        data.setAccessibleText("What was done to the matrix: "
                + model.normalizationProperty().get().id() + ", " + eigenvalues);
    }

    private void show(Optional<SpectrumModel.Shown> shown) {
        boolean squared =
                shown.map(s -> s.spectrum().details().source().isSquared()).orElse(true);
        offer(
                normalization,
                List.of(Normalization.values()),
                value -> value.id() + "  " + value.formula(squared),
                model.normalizationProperty());
        rule.setText(shown.map(ConventionsText::rule).orElse(""));
        rule.setVisible(shown.isPresent());
        flattening.setVisible(
                shown.filter(s -> s.tensor().info().shape().size() > 2).isPresent());
    }

    /** One radio item for each value; the chosen one follows the property. */
    private static <T> void offer(Menu menu, List<T> values, Function<T, String> text, ObjectProperty<T> property) {
        ToggleGroup group = new ToggleGroup();
        menu.getItems().clear();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(text.apply(value));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setOnAction(event -> property.set(value));
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> select(menu, values.indexOf(property.get())));
        select(menu, values.indexOf(property.get()));
    }

    private static void select(Menu menu, int index) {
        if (index >= 0) {
            ((RadioMenuItem) menu.getItems().get(index)).setSelected(true);
        }
    }
}
