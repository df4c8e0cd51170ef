package org.eigenscope.ui.spectrum;

import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.eigenscope.session.FigureLook;
import org.eigenscope.ui.text.Numbers;

/** How many bars the histogram has; left empty, the data choose by the rule of Freedman and Diaconis. */
public final class BinsField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final String MEANING =
            "How many bars the histogram has, of equal width on the axis; empty for the number"
                    + " that Freedman and Diaconis (1981) give";

    private final Tooltip tooltip = new Tooltip(MEANING);

    public BinsField() {
        getStyleClass().addAll("small", "number");
        setPrefColumnCount(9);
        setPromptText("automatic");
        setAccessibleText("Number of bars");
        setTooltip(tooltip);
    }

    /** Shows and changes the bars of a model. */
    void follow(SpectrumModel model) {
        setOnAction(event -> commit(model));
        focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                commit(model);
            }
        });
        model.binsProperty().addListener(source -> show(model));
        show(model);
    }

    private void commit(SpectrumModel model) {
        if (getText().isBlank()) {
            model.binsProperty().set(0);
            refuse("");
            return;
        }
        OptionalDouble typed = Numbers.parse(getText());
        double count = typed.orElse(Double.NaN);
        boolean whole = count == Math.rint(count) && count >= 1 && count <= FigureLook.Extras.MOST_BINS;
        refuse(
                whole
                        ? ""
                        : "“" + getText().strip() + "” is no whole number from 1 to " + FigureLook.Extras.MOST_BINS
                                + ".");
        if (whole) {
            model.binsProperty().set((int) count);
        }
    }

    /** @param reason why what was typed is no number of bars; empty when it is one */
    private void refuse(String reason) {
        pseudoClassStateChanged(INVALID, !reason.isEmpty());
        tooltip.setText(reason.isEmpty() ? MEANING : reason);
    }

    private void show(SpectrumModel model) {
        int bins = model.binsProperty().get();
        setText(bins == 0 ? "" : Integer.toString(bins));
        refuse("");
    }
}
