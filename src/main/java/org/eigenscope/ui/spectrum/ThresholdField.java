package org.eigenscope.ui.spectrum;

import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.ui.text.Numbers;

/** The threshold of the symmetric logarithmic abscissa, shown while there is one; left empty, the spectrum chooses it. */
public final class ThresholdField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final String MEANING =
            "Threshold c of the eigenvalue axis: linear for |λ| below c, logarithmic beyond; empty for the spectrum's own";

    private final Tooltip tooltip = new Tooltip(MEANING);

    public ThresholdField() {
        getStyleClass().addAll("small", "number", "threshold-field");
        setPrefColumnCount(6);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Threshold of the symmetric logarithmic axis");
        setTooltip(tooltip);
        managedProperty().bind(visibleProperty());
    }

    /** Shows and changes the scale of a model. */
    void follow(SpectrumModel model) {
        visibleProperty().bind(model.symmetricLogXProperty());
        setOnAction(event -> commit(model));
        focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                commit(model);
            }
        });
        model.xScaleProperty().addListener(source -> show(model));
        model.figureProperty().addListener(source -> showChosen(model));
        show(model);
    }

    private void commit(SpectrumModel model) {
        if (!(model.xScaleProperty().get() instanceof SymmetricLogScale)) {
            return;
        }
        if (getText().isBlank()) {
            model.xScaleProperty().set(AxisScale.SYMMETRIC_LOG);
            refuse("");
            return;
        }
        OptionalDouble typed = Numbers.parse(getText());
        if (typed.isEmpty()) {
            refuse("'" + getText().strip() + "' is no number.");
            return;
        }
        try {
            model.xScaleProperty().set(SymmetricLogScale.of(typed.getAsDouble()));
            refuse("");
        } catch (IllegalArgumentException outside) {
            refuse("The " + outside.getMessage() + ".");
        }
    }

    /** @param reason why what was typed is no threshold; empty when it is one */
    private void refuse(String reason) {
        pseudoClassStateChanged(INVALID, !reason.isEmpty());
        tooltip.setText(reason.isEmpty() ? MEANING : reason);
    }

    private void show(SpectrumModel model) {
        if (model.xScaleProperty().get() instanceof SymmetricLogScale scale) {
            setText(scale.automatic() ? "" : NumberText.typed(scale.threshold()));
            refuse("");
        }
        showChosen(model);
    }

    private void showChosen(SpectrumModel model) {
        if (model.figureProperty().get().xAxis().scale() instanceof SymmetricLogScale scale) {
            setPromptText("c = " + NumberText.typed(scale.threshold()));
        }
    }
}
