package org.eigenscope.ui.fit;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.FocusScroll;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.likelihood.StripsModel;
import org.eigenscope.ui.fit.parameter.ParameterRowController;
import org.eigenscope.ui.fit.parameter.WarningPlacement;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.theme.ThemeModel;

/** The fit pane: orientation, the four parameters, what follows from them. */
public final class FitController {
    private final Tooltip whole = new Tooltip();
    private final FitModel model;
    private final StripsModel strips;
    private final ThemeModel theme;
    private final ActivityModel refits;
    private final ActivityModel comparison;

    @FXML
    private ScrollPane scroll;

    @FXML
    private ToggleGroup orientations;

    @FXML
    private ToggleButton inverse;

    @FXML
    private ToggleButton direct;

    @FXML
    private Label orientation;

    @FXML
    private Button turn;

    @FXML
    private InlineMessage message;

    @FXML
    private ParameterRowController kappaController;

    @FXML
    private ParameterRowController gammaController;

    @FXML
    private ParameterRowController tauController;

    @FXML
    private ParameterRowController scaleController;

    @FXML
    private Label remark;

    @FXML
    private ActivityBar refitting;

    @FXML
    private ActivityBar comparing;

    /**
     * @param model the law over the spectrum
     * @param strips the likelihood along the sliders
     * @param theme light or dark
     * @param refits shows how refits get on
     * @param comparison shows how the comparison of the laws gets on
     */
    public FitController(
            FitModel model, StripsModel strips, ThemeModel theme, ActivityModel refits, ActivityModel comparison) {
        this.model = model;
        this.strips = strips;
        this.theme = theme;
        this.refits = refits;
        this.comparison = comparison;
    }

    @FXML
    private void initialize() {
        FocusScroll.follow(scroll);
        scroll.skinProperty().addListener((source, old, skin) -> paintDirectly());
        bind(kappaController, Parameter.KAPPA);
        bind(gammaController, Parameter.GAMMA);
        bind(tauController, Parameter.TAU);
        bind(scaleController, Parameter.SCALE);
        refitting.follow(refits, model::cancelRefit);
        comparing.follow(comparison, model::cancelRefit);
        remark.visibleProperty().bind(remark.textProperty().isNotEmpty());
        model.lastFitProperty().addListener((source, old, fit) -> showRemark(fit));
        showRemark(model.lastFitProperty().get());
        orientation.textProperty().bind(model.league().orientationProperty());
        turn.visibleProperty().bind(model.league().otherBetterProperty());
        turn.managedProperty().bind(turn.visibleProperty());
        remark.setTooltip(whole);
        message.show(model.failureProperty(), model::dismissFailure);
        model.orientationProperty().addListener((source, old, orientation) -> showOrientation());
        showOrientation();
        orientations.selectedToggleProperty().addListener((source, old, selected) -> chooseOrientation());
    }

    /** A scroll pane keeps an image of all that it shows, and would paint it anew for every digit that a drag changes. */
    private void paintDirectly() {
        scroll.lookup(".viewport").setCache(false);
    }

    private void bind(ParameterRowController row, Parameter parameter) {
        row.bind(model.parameter(parameter), model.drag());
        row.follow(strips.stripProperty(parameter), theme);
    }

    private void showRemark(Optional<FitResult> fit) {
        remark.setText(fit.map(WarningPlacement::general).orElse(""));
        whole.setText(remark.getText());
    }

    private void showOrientation() {
        boolean isInverse = model.orientationProperty().get() == Orientation.INVERSE;
        orientations.selectToggle(isInverse ? inverse : direct);
        turn.setText("Use " + (isInverse ? Orientation.DIRECT : Orientation.INVERSE).id());
    }

    @FXML
    private void turn() {
        model.chooseOrientation(model.orientationProperty().get().other());
    }

    private void chooseOrientation() {
        if (orientations.getSelectedToggle() == null) {
            // One of the two is always on: pressing it again changes nothing.
            showOrientation();
        } else {
            model.chooseOrientation(inverse.isSelected() ? Orientation.INVERSE : Orientation.DIRECT);
        }
    }

    @FXML
    private void refitAll() {
        model.refitAll();
    }
}
