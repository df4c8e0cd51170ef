package org.eigenscope.ui.fit;

import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.eigenscope.fit.Orientation;
import org.eigenscope.law.Parameter;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.work.ActivityModel;

/** The fit pane: orientation, the four parameters, what follows from them. */
public final class FitController {
    private final FitModel model;
    private final ActivityModel refits;
    private final ActivityModel games;

    @FXML
    private ToggleGroup orientations;

    @FXML
    private ToggleButton inverse;

    @FXML
    private ToggleButton direct;

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
    private ActivityBar refitting;

    @FXML
    private ActivityBar comparing;

    /**
     * @param model the law over the spectrum
     * @param refits shows how refits get on
     * @param games shows how the comparison of the laws gets on
     */
    public FitController(FitModel model, ActivityModel refits, ActivityModel games) {
        this.model = model;
        this.refits = refits;
        this.games = games;
    }

    @FXML
    private void initialize() {
        kappaController.bind(model.parameter(Parameter.KAPPA));
        gammaController.bind(model.parameter(Parameter.GAMMA));
        tauController.bind(model.parameter(Parameter.TAU));
        scaleController.bind(model.parameter(Parameter.SCALE));
        refitting.follow(refits, model::cancelRefit);
        comparing.follow(games, model::cancelRefit);
        message.show(model.failureProperty(), model::dismissFailure);
        model.orientationProperty().addListener((source, old, orientation) -> showOrientation());
        showOrientation();
        orientations.selectedToggleProperty().addListener((source, old, selected) -> chooseOrientation());
    }

    private void showOrientation() {
        boolean isInverse = model.orientationProperty().get() == Orientation.INVERSE;
        orientations.selectToggle(isInverse ? inverse : direct);
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
