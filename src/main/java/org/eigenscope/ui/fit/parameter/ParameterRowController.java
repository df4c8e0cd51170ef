package org.eigenscope.ui.fit.parameter;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.control.ColorBand;
import org.eigenscope.ui.control.MarkedSlider;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One parameter: symbol, typed value, lock and slider, and below them its meaning and how its value was set. */
public final class ParameterRowController {
    private static final PseudoClass BY_HAND = PseudoClass.getPseudoClass("by-hand");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass SLICE = PseudoClass.getPseudoClass("slice");
    private static final PseudoClass FACT = PseudoClass.getPseudoClass("fact");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    @FXML
    private Parent root;

    @FXML
    private Label symbol;

    @FXML
    private TextField field;

    @FXML
    private ToggleButton lock;

    @FXML
    private FontIcon lockIcon;

    @FXML
    private MarkedSlider marked;

    @FXML
    private ColorBand strip;

    @FXML
    private Label name;

    @FXML
    private Label interval;

    @FXML
    private Label origin;

    @FXML
    private Button reset;

    @FXML
    private Label warning;

    private final Tooltip sentence = new Tooltip();
    private final Tooltip intervalMeaning = new Tooltip();
    private ParameterModel model;
    private boolean following;
    private boolean held;
    private DragState.DeferredUpdate update;

    /**
     * Shows a parameter from now on.
     *
     * @param drag the drag that moves the law; the value of another row is updated less often during it
     */
    public void bind(ParameterModel parameter, DragState drag) {
        model = parameter;
        update = drag.deferredUpdate();
        symbol.setText(parameter.parameter().symbol());
        name.setText(ParameterText.name(parameter.parameter()));
        field.setId(parameter.parameter().id() + "-field");
        slider().setId(parameter.parameter().id() + "-slider");
        lock.setId(parameter.parameter().id() + "-lock");
        describe();
        bindField();
        bindSlider();
        bindState();
    }

    /** Shows the likelihood along the slider. */
    public void follow(ReadOnlyObjectProperty<Optional<LikelihoodStrip>> likelihood, ThemeModel theme) {
        Tooltip.install(strip, intervalMeaning);
        Tooltip.install(interval, intervalMeaning);
        strip.setId(model.parameter().id() + "-strip");
        interval.setId(model.parameter().id() + "-interval");
        likelihood.addListener((source, old, now) -> showStrip(now, theme));
        theme.darkProperty().addListener((source, old, dark) -> showStrip(likelihood.get(), theme));
        showStrip(likelihood.get(), theme);
    }

    private void showStrip(Optional<LikelihoodStrip> likelihood, ThemeModel theme) {
        if (likelihood.isEmpty()) {
            strip.clear();
            interval.setText("");
            return;
        }
        LikelihoodStrip shown = likelihood.get();
        SliderScale scale = model.scaleProperty().get();
        strip.show(
                position -> 1 / (1 + shown.depthAt(position) / LikelihoodStrip.DEPTH_95),
                scale.positionOf(shown.interval().lower()),
                scale.positionOf(shown.interval().upper()),
                theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
        strip.setAccessibleText(StripText.spoken(shown));
        interval.setText(StripText.brief(shown));
        interval.setAccessibleText(StripText.spoken(shown));
        interval.pseudoClassStateChanged(SLICE, shown.kind() == LikelihoodStrip.Kind.SLICE);
        strip.pseudoClassStateChanged(SLICE, shown.kind() == LikelihoodStrip.Kind.SLICE);
        intervalMeaning.setText(StripText.explained(shown));
    }

    private Slider slider() {
        return marked.slider();
    }

    private void describe() {
        String spoken = model.parameter().id() + ", " + name.getText();
        Tooltip meaning = new Tooltip(ParameterText.meaning(model.parameter(), model.domain()));
        meaning.setShowDelay(Duration.millis(400));
        Tooltip.install(symbol, meaning);
        Tooltip.install(name, meaning);
        field.setAccessibleText("Value of " + spoken);
        field.setAccessibleHelp(meaning.getText());
        lock.setAccessibleText("Lock " + spoken);
        reset.setAccessibleText("Let the fit set " + spoken + " again");
    }

    private void bindField() {
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((source, old, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(valueText())) {
                showValue();
                event.consume();
            }
        });
    }

    private void commit() {
        if (field.getText().equals(valueText())) {
            return;
        }
        String problem = model.type(field.getText());
        field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
        if (problem.isEmpty()) {
            showValue();
        } else {
            field.setText(valueText());
            show(problem, problem, true);
        }
    }

    private void bindSlider() {
        slider().valueProperty().addListener((source, old, position) -> {
            if (!following) {
                model.dragTo(position.doubleValue());
            }
        });
        slider().addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.resetToFitted();
                event.consume();
            } else {
                held = true;
                model.grab();
            }
        });
        slider().addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            held = false;
            model.release();
        });
        slider().addEventFilter(KeyEvent.KEY_PRESSED, this::nudge);
        model.valueProperty().addListener((source, old, value) -> followValue());
        model.scaleProperty().addListener((source, old, scale) -> showValue());
        marked.markPositionProperty()
                .bind(Bindings.createDoubleBinding(
                        this::fittedPosition, model.fittedProperty(), model.scaleProperty()));
        showValue();
    }

    private void nudge(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> 1;
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> -1;
            default -> 0;
        };
        if (direction != 0) {
            model.nudge(direction, event.isShiftDown());
            event.consume();
        }
    }

    private double fittedPosition() {
        double fitted = model.fittedProperty().get();
        return Double.isNaN(fitted) ? Double.NaN : model.scaleProperty().get().positionOf(fitted);
    }

    private void bindState() {
        lock.selectedProperty().addListener((source, old, selected) -> {
            if (selected != model.lockedProperty().get()) {
                model.toggleLock();
                lock.setSelected(model.lockedProperty().get());
            }
        });
        reset.setOnAction(event -> model.resetToFitted());
        reset.visibleProperty().bind(model.byHandProperty());
        reset.managedProperty().bind(reset.visibleProperty());
        origin.managedProperty().bind(origin.textProperty().isNotEmpty());
        origin.textProperty()
                .bind(Bindings.createStringBinding(
                        this::originText, model.byHandProperty(), model.lockedProperty(), model.fittedProperty()));
        warning.setTooltip(sentence);
        model.warningProperty().addListener((source, old, now) -> showRemark());
        model.factProperty().addListener((source, old, now) -> showRemark());
        model.briefProperty().addListener((source, old, now) -> showRemark());
        interval.managedProperty().bind(name.managedProperty());
        model.lockedProperty().addListener((source, old, locked) -> showState());
        model.byHandProperty().addListener((source, old, byHand) -> showState());
        showState();
    }

    private String originText() {
        double fitted = model.fittedProperty().get();
        if (model.lockedProperty().get()) {
            return "locked";
        }
        if (!model.byHandProperty().get()) {
            return "";
        }
        return Double.isNaN(fitted) ? "by hand" : "by hand, fit " + Numbers.format(fitted);
    }

    private void showState() {
        boolean locked = model.lockedProperty().get();
        lock.setSelected(locked);
        lockIcon.setIconCode(locked ? Feather.LOCK : Feather.UNLOCK);
        lock.setTooltip(new Tooltip(locked ? "Locked: refits keep this value" : "Lock at this value"));
        root.pseudoClassStateChanged(LOCKED, locked);
        root.pseudoClassStateChanged(BY_HAND, model.byHandProperty().get());
    }

    /** What the fit says of the parameter, in the line of its name, so that nothing below moves. */
    private void showRemark() {
        String doubt = model.warningProperty().get();
        String text = doubt.isEmpty() ? model.factProperty().get() : doubt;
        show(model.briefProperty().get(), text, !doubt.isEmpty());
    }

    /** A refusal of what was typed takes the whole line: it is as long as it has to be, and in the tooltip too. */
    private void show(String words, String text, boolean doubtful) {
        boolean refusal = !words.isEmpty() && words.equals(text);
        name.setManaged(!refusal);
        warning.setVisible(!text.isEmpty());
        warning.setText(words);
        warning.setAccessibleText(text);
        sentence.setText(text);
        warning.pseudoClassStateChanged(FACT, !doubtful);
        warning.getGraphic().setVisible(doubtful);
        warning.getGraphic().setManaged(doubtful);
    }

    private void followValue() {
        if (held) {
            showValue();
        } else {
            update.request(this::showValue);
        }
    }

    private void showValue() {
        double value = model.valueProperty().get();
        root.setDisable(Double.isNaN(value));
        field.setText(valueText());
        field.pseudoClassStateChanged(INVALID, false);
        slider().setAccessibleText(
                        "Slider of " + model.parameter().id() + ", " + name.getText() + ", at " + valueText());
        showRemark();
        following = true;
        slider().setValue(Double.isNaN(value) ? 0 : model.scaleProperty().get().positionOf(value));
        following = false;
    }

    private String valueText() {
        double value = model.valueProperty().get();
        return Double.isNaN(value) ? "" : Numbers.format(value);
    }
}
