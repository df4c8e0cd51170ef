package org.eigenscope.ui.fit.likelihood;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The card with the likelihood map. */
public final class LikelihoodMapController implements LikelihoodMapView.Mover {
    private final LikelihoodMapModel model;
    private final ThemeModel theme;
    private final DragState.DeferredUpdate pathUpdate;
    private boolean held;

    @FXML
    private LikelihoodMapView map;

    @FXML
    private Label slice;

    @FXML
    private Node placeholder;

    public LikelihoodMapController(LikelihoodMapModel model, ThemeModel theme) {
        this.model = model;
        this.theme = theme;
        this.pathUpdate = model.drag().deferredUpdate();
    }

    @FXML
    private void initialize() {
        map.setMover(this);
        map.managedProperty().bind(map.visibleProperty());
        slice.managedProperty().bind(map.visibleProperty());
        slice.visibleProperty().bind(map.visibleProperty());
        placeholder.visibleProperty().bind(map.visibleProperty().not());
        placeholder.managedProperty().bind(placeholder.visibleProperty());
        model.pictureProperty().addListener((source, old, picture) -> show(picture));
        model.pathProperty().addListener((source, old, path) -> follow(path));
        theme.darkProperty().addListener((source, old, dark) -> showTheme());
        showTheme();
        show(model.pictureProperty().get());
        showPath(model.pathProperty().get());
    }

    private void showTheme() {
        map.setTheme(theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
    }

    private void show(Optional<LikelihoodMapPicture> picture) {
        map.setVisible(picture.isPresent());
        map.show(picture);
        slice.setText(picture.map(LikelihoodMapController::sliceText).orElse(""));
        describe();
    }

    /** A drag on the map is shown at once; during a drag of a slider the map is updated less often than the curve. */
    private void follow(List<LikelihoodMapPoint> path) {
        if (held) {
            showPath(path);
        } else {
            pathUpdate.request(() -> showPath(path));
        }
    }

    private void showPath(List<LikelihoodMapPoint> path) {
        map.showPath(path);
        describe();
    }

    private static String sliceText(LikelihoodMapPicture picture) {
        return "At γ " + Numbers.formatShort(picture.held().get(Parameter.GAMMA)) + ", τ "
                + Numbers.formatShort(picture.held().get(Parameter.TAU))
                + ". Contours hold 68, 95 and 99 %; on the dotted line the law has the sample's mean.";
    }

    private void describe() {
        List<LikelihoodMapPoint> path = model.pathProperty().get();
        map.setAccessibleText(model.pictureProperty()
                .get()
                .map(picture -> "Likelihood over κ and s. Highest near " + text(picture.top())
                        + (path.isEmpty() ? "." : "; now at " + text(path.get(path.size() - 1)) + ".")
                        + " Arrow keys move.")
                .orElse("No likelihood map."));
    }

    private static String text(LikelihoodMapPoint point) {
        return "κ " + Numbers.formatShort(point.kappa()) + ", s " + Numbers.formatShort(point.scale());
    }

    @Override
    public void grab() {
        held = true;
        model.grab();
    }

    @Override
    public void place(LikelihoodMapPoint point) {
        model.place(point);
    }

    @Override
    public void release() {
        held = false;
        model.release();
    }
}
