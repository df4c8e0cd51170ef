package org.eigenscope.ui.repulsion;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** Local statistics: two charts and the mean spacing ratio beside its references. */
final class SpacingPanel extends VBox {
    private final LabModel lab;
    private final LayerModel layers;
    private final SpacingView view = new SpacingView();
    private final Label ratio = new Label();
    private final Label averaged = new Label();

    SpacingPanel(LabModel lab, LayerModel layers, ThemeModel theme) {
        this.lab = lab;
        this.layers = layers;
        getStyleClass().add("lab-panel");
        Label references = new Label("Poisson 0.3863 · β = 1: 0.5307 · β = 2: 0.5996 · β = 4: 0.6744");
        references.getStyleClass().addAll("caption", "text-muted");
        ratio.getStyleClass().add("lab-reading");
        averaged.setWrapText(true);
        averaged.getStyleClass().addAll("caption", "text-muted");
        setVgrow(view, Priority.ALWAYS);
        CheckBox layer = new CheckBox("the spectrum that is open, in place of the ensemble");
        layer.selectedProperty().bindBidirectional(layers.chosenProperty());
        getChildren().addAll(ratio, references, layer, averaged, view);
        Themes.follow(theme, view);
        lab.readingProperty().addListener((source, old, frame) -> show());
        layers.layerProperty().addListener((source, old, now) -> show());
        layers.chosenProperty().addListener((source, old, now) -> show());
        show();
    }

    private void show() {
        if (layers.chosenProperty().get()) {
            Optional<LayerModel.Layer> layer = layers.layerProperty().get();
            show(layer.map(LayerModel.Layer::local));
            averaged.setText(layer.map(l -> l.label() + ", unfolded by its fitted HTMP law.")
                    .orElse("Open a matrix: its neighbours are compared once it is fitted."));
        } else {
            Optional<LabFrame.Local> local = lab.readingProperty().get().map(LabFrame::local);
            show(local);
            averaged.setText(local.map(l -> "Charts: mean of " + Numbers.count(l.frames())
                            + (l.frames() == 1 ? " picture" : " pictures") + ", unfolded by HTMP. Play to gather more.")
                    .orElse(""));
        }
    }

    private void show(Optional<LabFrame.Local> local) {
        view.show(local);
        ratio.setText(local.map(LabFrame.Local::ratio)
                .map(r -> "mean spacing ratio ⟨r⟩ = " + Numbers.formatFixed3(r.mean()) + " ± "
                        + Numbers.formatFixed3(r.standardError()))
                .orElse(""));
    }
}
