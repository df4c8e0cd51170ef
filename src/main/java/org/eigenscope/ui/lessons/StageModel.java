package org.eigenscope.ui.lessons;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.Overlays;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.lessons.script.StageScript;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * What a lesson shows and lets be moved: eigenvalues, laws, a marker, and the controls. Curves follow a control at once; draws
 * are made in the background, the newest wins.
 */
public final class StageModel {
    private static final List<String> LAW_ORDER = List.of("htmp", "mp", "gamma");
    private static final long DEFAULT_SEED = 1;

    private final StageSamples samples;
    private final LatestTask drawing;
    private final Map<StageControl, StageControlModel> controls = new EnumMap<>(StageControl.class);
    private final ReadOnlyObjectWrapper<FigureSpec> figure =
            new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.EMPTY);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private StageScript script = StageScript.EMPTY;
    private StageSample sample = StageSample.NONE;
    private boolean settingUp;
    private boolean fresh;
    private Runnable onSettled = () -> {};
    private Runnable onMoved = () -> {};

    /**
     * @param samples where eigenvalues come from
     * @param drawing runs what is slow
     */
    public StageModel(StageSamples samples, LatestTask drawing) {
        this.samples = samples;
        this.drawing = drawing;
        for (StageControl control : StageControl.values()) {
            StageControlModel model = new StageControlModel(control, standard(control));
            controls.put(control, model);
            model.valueProperty().addListener((source, old, value) -> moved(control));
            model.setOnRested(() -> onSettled.run());
        }
    }

    private static double standard(StageControl control) {
        return switch (control) {
            case KAPPA, MARKER, SCALE -> 1;
            case GAMMA -> 0.5;
            case TAU -> 0;
            case N -> 400;
        };
    }

    /** Sets the stage: controls are put where the script says, and what it leaves open to their standard places. */
    public void show(StageScript newScript) {
        settingUp = true;
        boolean sameSource = StageScript.isLayer(source(newScript))
                && source(newScript).equals(source(script))
                && orientation(newScript) == orientation(script);
        script = newScript;
        List<String> movable = script.list(StageScript.Key.CONTROLS);
        controls.forEach((control, model) -> {
            model.setScale(new SliderScale(control.minimum(), control.maximum(), control.isLogarithmic()));
            model.setMovable(movable.contains(control.id()));
            model.put(script.values().getOrDefault(control, standard(control)));
        });
        settingUp = false;
        fresh = true;
        if (!sameSource) {
            sample = StageSample.NONE;
            draw();
        } else {
            adoptFit();
        }
        redraw();
    }

    /** Puts everything back to how the step began. */
    public void reset() {
        show(script);
    }

    private void moved(StageControl control) {
        if (settingUp) {
            return;
        }
        boolean drawn = source().equals(StageScript.ENSEMBLE) && control != StageControl.MARKER;
        redraw();
        if (drawn) {
            draw();
        }
        onMoved.run();
    }

    private String source() {
        return source(script);
    }

    private static String source(StageScript script) {
        return script.setting(StageScript.Key.SAMPLE).orElse(StageScript.NOTHING);
    }

    private void draw() {
        String source = source();
        if (source.equals(StageScript.NOTHING)) {
            drawing.cancel();
            return;
        }
        long seed = script.setting(StageScript.Key.SEED).map(Long::parseLong).orElse(DEFAULT_SEED);
        StageDraw wanted = new StageDraw(orientation(), parameters(), (int) value(StageControl.N), seed);
        Optional<Double> population = population();
        drawing.submit(
                StageScript.isLayer(source) ? "Reading " + source : "Drawing eigenvalues",
                (progress, cancel) -> {
                    if (StageScript.isLayer(source)) {
                        return samples.layer(source, wanted.orientation(), progress, cancel);
                    }
                    return population.isPresent()
                            ? StageProduct.draw(population.get(), wanted, cancel)
                            : samples.draw(wanted);
                },
                new Outcome<StageSample>() {
                    @Override
                    public void succeeded(StageSample result) {
                        accept(result);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    private void accept(StageSample result) {
        failure.set("");
        sample = result;
        if (fresh) {
            adoptFit();
        }
        redraw();
        onSettled.run();
    }

    /** The controls of a layer start at the fit, unless the script sets them. */
    private void adoptFit() {
        fresh = false;
        if (sample.fit().isEmpty()) {
            return;
        }
        ParameterSet fitted = sample.fit().get().parameters();
        settingUp = true;
        for (StageControl control : StageQuantities.PARAMETERS.keySet()) {
            double value = fitted.get(StageQuantities.PARAMETERS.get(control));
            StageControlModel model = controls.get(control);
            model.setScale(reach(control, value));
            if (!script.values().containsKey(control)) {
                model.put(value);
            }
        }
        settingUp = false;
    }

    /** The range of a slider around the fitted value of a layer. */
    private SliderScale reach(StageControl control, double fitted) {
        return switch (control) {
            case SCALE -> SliderScale.logarithmic(fitted / 100, fitted * 100);
            case TAU -> SliderScale.linear(0, sample.smallest() * (1 - 1e-6));
            default ->
                new SliderScale(
                        Math.min(control.minimum(), fitted),
                        Math.max(control.maximum(), fitted),
                        control.isLogarithmic());
        };
    }

    private void redraw() {
        StageFigure painter = new StageFigure(script, sample);
        List<StageFigure.Drawn> laws = laws();
        FigureSpec shown = painter.of(laws, marker());
        if (script.list(StageScript.Key.CONTROLS).contains(StageControl.MARKER.id())) {
            FigureRanges ranges = FigureRanges.of(shown);
            boolean log = painter.abscissa() == AxisScale.LOG;
            StageControlModel pointer = controls.get(StageControl.MARKER);
            pointer.setScale(new SliderScale(
                    log ? ranges.x().lower() : Math.max(0, ranges.x().lower()),
                    ranges.x().upper(),
                    log));
        }
        figure.set(shown);
    }

    private Optional<Double> marker() {
        boolean shown = script.list(StageScript.Key.CONTROLS).contains(StageControl.MARKER.id());
        return shown ? Optional.of(value(StageControl.MARKER)) : Optional.empty();
    }

    private Optional<Double> population() {
        return script.setting(StageScript.Key.POPULATION).map(Double::valueOf);
    }

    private List<StageFigure.Drawn> laws() {
        List<Overlays.Overlay> all = Overlays.of(orientation(), parameters()).all();
        List<StageFigure.Drawn> drawn = new ArrayList<>();
        List<String> wanted = script.list(StageScript.Key.LAWS);
        for (int i = 0; i < all.size(); i++) {
            if (wanted.contains(LAW_ORDER.get(i))) {
                LawFamily family = all.get(i).family();
                drawn.add(new StageFigure.Drawn(
                        CurveRole.of(family), family.displayName(), all.get(i).law()));
            }
        }
        population()
                .map(StageProduct::population)
                .ifPresent(law -> drawn.add(new StageFigure.Drawn(CurveRole.PREVIOUS, "population Σ", law)));
        return drawn;
    }

    Orientation orientation() {
        return orientation(script);
    }

    private static Orientation orientation(StageScript script) {
        return script.setting(StageScript.Key.ORIENTATION).orElse("direct").equals("inverse")
                ? Orientation.INVERSE
                : Orientation.DIRECT;
    }

    ParameterSet parameters() {
        return ParameterSet.ofHtmp(
                value(StageControl.KAPPA),
                value(StageControl.GAMMA),
                value(StageControl.SCALE),
                value(StageControl.TAU));
    }

    StageSample sample() {
        return sample;
    }

    double value(StageControl control) {
        return controls.get(control).valueProperty().get();
    }

    /** A quantity that tasks and explanations speak of, as {@link StageQuantities} lists them; NaN if unknown. */
    public double quantity(String name) {
        return StageQuantities.of(this, name);
    }

    public StageControlModel control(StageControl control) {
        return controls.get(control);
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Stops the draw in flight; what is on the stage stays. */
    public void cancelDrawing() {
        drawing.cancel();
    }

    /** Called when a control rests or a draw is there. */
    void setOnSettled(Runnable action) {
        onSettled = action;
    }

    /** Called while a control moves, unless the stage itself puts it somewhere. */
    void setOnMoved(Runnable action) {
        onMoved = action;
    }

    public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** Why the stage lacks what the lesson wants, empty when it does not. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
