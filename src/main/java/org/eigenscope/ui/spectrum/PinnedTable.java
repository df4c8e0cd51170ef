package org.eigenscope.ui.spectrum;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.text.Numbers;

/** The pinned spectra by name, with κ̂ and its interval, and a button that takes each away. */
final class PinnedTable extends GridPane {
    private static final double NAME_WIDTH = 280;

    private final GhostModel ghosts;

    PinnedTable(GhostModel ghosts) {
        this.ghosts = ghosts;
        setHgap(14);
        setVgap(2);
        setPadding(new Insets(2, 4, 2, 4));
        getStyleClass().add("pinned-table");
        // also where what is drawn stays, as when the pinned spectrum is the one on screen
        InvalidationListener changed = source -> {
            ghosts.drawnProperty().get();
            fill();
        };
        ghosts.drawnProperty().addListener(changed);
        fill();
    }

    private void fill() {
        getChildren().clear();
        List<DrawnGhost> pinned = ghosts.pinned();
        if (pinned.isEmpty()) {
            add(muted("No spectrum is pinned. In the tab Models, Space pins the chosen rows."), 0, 0);
            return;
        }
        addRow(0, muted("spectrum"), number(muted("n")), muted("law"), number(muted("κ")), muted("95 % interval"));
        for (int i = 0; i < pinned.size(); i++) {
            add(pinned.get(i), i + 1);
        }
    }

    private void add(DrawnGhost one, int row) {
        String name = one.ghost().label();
        DrawnGhost.Estimate estimate = ghosts.estimate(name);
        Label label = new Label(Printable.of(name));
        label.setMaxWidth(NAME_WIDTH);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(Printable.of(name)));
        Button away = new Button("×");
        away.getStyleClass().addAll("flat", "small");
        away.setAccessibleText("Take away " + Printable.of(name));
        away.setOnAction(event -> ghosts.unpin(name));
        addRow(
                row,
                label,
                number(new Label(Numbers.count(one.ghost().spectrum().size()))),
                new Label(Printable.of(estimate.law().isEmpty() ? "not fitted" : estimate.law())),
                number(new Label(Numbers.format(estimate.kappa()))),
                new Label(interval(estimate)),
                away);
    }

    /** The ends, ∞ where the data set none. */
    static String interval(DrawnGhost.Estimate estimate) {
        if (!estimate.hasInterval()) {
            return "–";
        }
        String low = Double.isNaN(estimate.low()) ? "not bounded" : Numbers.format(estimate.low());
        String high = Double.isNaN(estimate.high()) ? "not bounded" : Numbers.format(estimate.high());
        return low + " to " + high;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private static <N extends Node> N number(N node) {
        GridPane.setHalignment(node, HPos.RIGHT);
        return node;
    }
}
