package org.eigenscope.ui.repulsion;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.control.FocusScroll;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.repulsion.lab.GasView;
import org.eigenscope.ui.repulsion.lab.LabFrame;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.lab.LabSettings;
import org.eigenscope.ui.repulsion.lab.LabSlider;
import org.eigenscope.ui.repulsion.lab.Pulses;
import org.eigenscope.ui.repulsion.lab.TogglePair;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The repulsion lab: controls on the left, the gas in the middle, one of four panels on the right. */
public final class RepulsionController {
    private static final SliderScale SPEEDS = SliderScale.logarithmic(0.0005, 1);

    private final LabModel lab;
    private final Panels panels;
    private final ThemeModel theme;
    private final GasView gas = new GasView();
    private final Pulses pulses;

    @FXML
    private ScrollPane controls;

    @FXML
    private LabSlider kappa;

    @FXML
    private LabSlider gamma;

    @FXML
    private LabSlider size;

    @FXML
    private Slider speed;

    @FXML
    private TextField seed;

    @FXML
    private Label drawn;

    @FXML
    private Button play;

    @FXML
    private FontIcon playIcon;

    @FXML
    private CheckBox logarithmic;

    @FXML
    private CheckBox trails;

    @FXML
    private CheckBox reducedMotion;

    @FXML
    private ToggleGroup orientations;

    @FXML
    private ToggleButton direct;

    @FXML
    private ToggleButton inverse;

    @FXML
    private ToggleGroup moves;

    @FXML
    private ToggleButton walk;

    @FXML
    private ToggleButton langevin;

    @FXML
    private InlineMessage message;

    @FXML
    private StackPane stage;

    @FXML
    private StackPane side;

    @FXML
    private ToggleGroup sides;

    /**
     * @param lab the ensemble
     * @param panels the panels on the right
     * @param theme light or dark
     */
    public RepulsionController(LabModel lab, Panels panels, ThemeModel theme) {
        this.lab = lab;
        this.panels = panels;
        this.theme = theme;
        this.pulses = new Pulses(lab);
    }

    @FXML
    private void initialize() {
        FocusScroll.follow(controls);
        stage.getChildren().add(gas);
        gas.setFocusTraversable(true);
        gas.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                togglePlaying();
                event.consume();
            }
        });
        gas.connect(new GasView.DragHandler(lab::grab, lab::pullTo, lab::release));
        bindSliders();
        bindToggles();
        bindSeed();
        lab.frameProperty().addListener((source, old, frame) -> show(frame));
        show(lab.frameProperty().get());
        message.show(lab.failureProperty(), () -> {});
        Themes.follow(theme, gas);
        sides.selectedToggleProperty().addListener((source, old, now) -> {
            if (now == null) {
                // one of them is always on: pressing it again changes nothing
                sides.selectToggle(old);
            } else {
                showSide();
            }
        });
        showSide();
        lab.shownProperty().addListener((source, old, shown) -> follow(shown));
        follow(lab.shownProperty().get());
    }

    private void bindSliders() {
        kappa.bind(
                "lab-kappa",
                "κ",
                "κ, repulsion of the ensemble; κ = N is real Wishart, κ → 0 no repulsion at all",
                lab.kappaProperty(),
                SliderScale.logarithmic(LabModel.LEAST_KAPPA, LabModel.GREATEST_KAPPA));
        gamma.bind(
                "lab-gamma",
                "γ",
                "γ, the aspect ratio",
                lab.gammaProperty(),
                SliderScale.linear(LabModel.LEAST_GAMMA, 1));
        size.bind(
                "lab-size",
                "N",
                "N, how many eigenvalues",
                lab.sizeProperty(),
                SliderScale.logarithmic(LabModel.LEAST_SIZE, LabModel.GREATEST_SIZE));
        gamma.caption().setText("aspect ratio");
        InvalidationListener perPair = source -> describePair();
        lab.kappaProperty().addListener(perPair);
        lab.sizeProperty().addListener(perPair);
        describePair();
        speed.valueProperty().addListener((source, old, position) -> {
            lab.speedProperty().set(SPEEDS.valueAt(position.doubleValue()));
            speed.setAccessibleText("Speed of the motion, " + Math.round(100 * position.doubleValue()) + " of 100");
        });
        speed.setValue(SPEEDS.positionOf(lab.speedProperty().get()));
    }

    private void describePair() {
        double index = lab.kappaProperty().get() / lab.sizeProperty().get();
        kappa.caption().setText("repulsion per pair κ/N = " + Numbers.formatShort(index));
        size.caption().setText("eigenvalues; κ = N is real Wishart");
    }

    private void bindToggles() {
        logarithmic.selectedProperty().bindBidirectional(lab.logarithmicProperty());
        trails.selectedProperty().bindBidirectional(lab.trailsProperty());
        reducedMotion.selectedProperty().bindBidirectional(lab.reducedMotionProperty());
        InvalidationListener trailing = source -> gas.setTrails(
                lab.trailsProperty().get() && !lab.reducedMotionProperty().get());
        lab.trailsProperty().addListener(trailing);
        lab.reducedMotionProperty().addListener(trailing);
        trailing.invalidated(null);
        lab.playingProperty().addListener((source, old, playing) -> showPlaying());
        showPlaying();
        TogglePair.bind(
                orientations, direct, inverse, lab.orientationProperty(), Orientation.DIRECT, Orientation.INVERSE);
        TogglePair.bind(
                moves,
                walk,
                langevin,
                lab.dynamicsProperty(),
                LabSettings.Dynamics.WALK,
                LabSettings.Dynamics.LANGEVIN);
    }

    private void bindSeed() {
        seed.setText(Long.toString(lab.seedProperty().get()));
        lab.seedProperty().addListener((source, old, value) -> seed.setText(value.toString()));
        seed.setOnAction(event -> {
            Numbers.parse(seed.getText()).ifPresent(value -> lab.seedProperty().set((long) value));
            seed.setText(Long.toString(lab.seedProperty().get()));
        });
    }

    private void showPlaying() {
        boolean playing = lab.playingProperty().get();
        playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
        play.setText(playing ? "Pause" : "Play");
    }

    private void show(Optional<LabFrame> frame) {
        gas.show(frame);
        frame.ifPresent(f -> drawn.setText("draw " + (f.settings().draw().number() + 1)));
    }

    private void showSide() {
        String id = ((Node) sides.getSelectedToggle()).getId();
        side.getChildren().setAll(panels.panel(id, theme));
    }

    /** Computes and moves nothing while the tab is hidden. */
    private void follow(boolean shown) {
        if (shown) {
            lab.open();
            pulses.start();
        } else {
            pulses.stop();
        }
    }

    @FXML
    private void togglePlaying() {
        lab.playingProperty().set(!lab.playingProperty().get());
    }

    @FXML
    private void step() {
        lab.step();
    }

    @FXML
    private void drawAfresh() {
        lab.drawAfresh();
    }
}
