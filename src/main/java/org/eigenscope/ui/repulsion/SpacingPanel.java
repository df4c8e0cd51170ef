package org.eigenscope.ui.repulsion;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** Local statistics: two charts and the mean spacing ratio beside its references. */
final class SpacingPanel extends VBox {
    private final SpacingView view = new SpacingView();
    private final Label ratio = new Label();
    private final Label averaged = new Label();

    SpacingPanel(LabModel lab, ThemeModel theme) {
        getStyleClass().add("lab-panel");
        Label references = new Label("Poisson 0.3863 · β = 1: 0.5307 · β = 2: 0.5996 · β = 4: 0.6744");
        references.getStyleClass().addAll("caption", "text-muted");
        ratio.getStyleClass().add("lab-reading");
        averaged.getStyleClass().addAll("caption", "text-muted");
        setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(ratio, references, averaged, view);
        Themes.follow(theme, view);
        lab.frameProperty().addListener((source, old, frame) -> show(frame));
        show(lab.frameProperty().get());
    }

    private void show(Optional<LabFrame> frame) {
        view.show(frame.map(LabFrame::local));
        frame.map(LabFrame::local).ifPresent(local -> {
            ratio.setText("mean spacing ratio ⟨r⟩ = "
                    + Numbers.formatFixed3(local.ratio().mean()) + " ± "
                    + Numbers.formatFixed3(local.ratio().standardError()));
            averaged.setText("Charts: mean of " + Numbers.count(local.frames())
                    + (local.frames() == 1 ? " picture" : " pictures") + ", unfolded by HTMP. Play to gather more.");
        });
    }
}
