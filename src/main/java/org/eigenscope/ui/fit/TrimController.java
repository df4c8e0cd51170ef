package org.eigenscope.ui.fit;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.ui.control.WholeNumbers;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.TrimModel;
import org.eigenscope.ui.fit.law.TrimModel.End;
import org.eigenscope.ui.text.Numbers;

/** The numbers of the trims: how many eigenvalues the fit leaves out at either end. */
public final class TrimController {
    private final TrimModel model;
    private boolean following;

    @FXML
    private Spinner<Integer> bottom;

    @FXML
    private Spinner<Integer> top;

    @FXML
    private Label used;

    @FXML
    private Button reset;

    public TrimController(FitModel fit) {
        this.model = fit.trims();
    }

    @FXML
    private void initialize() {
        bind(bottom, End.BOTTOM);
        bind(top, End.TOP);
        model.trimsProperty().addListener((source, old, trims) -> show());
        model.sampleProperty().addListener((source, old, sample) -> show());
        reset.setOnAction(event -> model.reset());
        show();
    }

    private void bind(Spinner<Integer> spinner, End end) {
        spinner.setValueFactory(new WholeNumbers(0, 0, 0));
        spinner.getEditor().setAccessibleText(spinner.getAccessibleText());
        spinner.valueProperty().addListener((source, old, count) -> {
            if (!following && count != null) {
                model.set(end, count);
                show();
            }
        });
    }

    private void show() {
        Trims trims = model.trimsProperty().get();
        int size = model.sampleProperty().get().size();
        following = true;
        show(bottom, trims.bottom(), size - trims.top());
        show(top, trims.top(), size - trims.bottom());
        following = false;
        used.setText(
                size == 0
                        ? ""
                        : trims.bottom() + trims.top() == 0 ? "all used" : Numbers.count(model.used()) + " used");
        used.setTooltip(new Tooltip("The fit uses " + Numbers.count(model.used()) + " of " + Numbers.count(size)));
        reset.setVisible(trims.bottom() + trims.top() > 0);
    }

    private static void show(Spinner<Integer> spinner, int count, int most) {
        WholeNumbers factory = (WholeNumbers) spinner.getValueFactory();
        factory.setMax(Math.max(0, most));
        factory.setValue(count);
        spinner.setDisable(most == 0);
    }
}
