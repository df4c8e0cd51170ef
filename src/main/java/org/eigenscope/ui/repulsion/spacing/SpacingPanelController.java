package org.eigenscope.ui.repulsion.spacing;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.eigenscope.ui.repulsion.lab.LabFrame;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** Local statistics: two charts and the mean spacing ratio beside its references. */
public final class SpacingPanelController {
    private final LabModel lab;
    private final LayerModel layers;
    private final ThemeModel theme;
    private final SpacingView view = new SpacingView();

    @FXML
    private Label ratio;

    @FXML
    private CheckBox layer;

    @FXML
    private Label averaged;

    @FXML
    private StackPane chart;

    public SpacingPanelController(LabModel lab, LayerModel layers, ThemeModel theme) {
        this.lab = lab;
        this.layers = layers;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        chart.getChildren().add(view);
        Themes.follow(theme, view);
        layer.selectedProperty().bindBidirectional(layers.chosenProperty());
        lab.readingProperty().addListener((source, old, frame) -> show());
        layers.layerProperty().addListener((source, old, now) -> show());
        layers.chosenProperty().addListener((source, old, now) -> show());
        show();
    }

    private void show() {
        if (layers.chosenProperty().get()) {
            Optional<LayerModel.Layer> open = layers.layerProperty().get();
            show(open.map(LayerModel.Layer::local));
            averaged.setText(open.map(l -> l.label() + ", unfolded by its fitted HTMP law.")
                    .orElse("Open a matrix: its neighbours are compared once it is fitted."));
        } else {
            Optional<LabFrame.Local> local = lab.readingProperty().get().map(LabFrame::local);
            show(local);
            averaged.setText(local.map(
                            l -> "Charts: mean of " + Numbers.count(l.frames()) + (l.frames() == 1 ? " draw" : " draws")
                                    + ", unfolded by HTMP. Press Play to average over more.")
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
