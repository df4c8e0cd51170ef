package org.eigenscope.ui.fit.likelihood;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;
import org.eigenscope.ui.fit.parameter.ParameterTable;
import org.eigenscope.ui.task.Job;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Keeps the profile strips up to date, in two steps. Slices, which are quick, follow the drag: a change that comes
 * while slices are computed waits for them, so that strips move during a drag instead of being cancelled again and
 * again. Once nothing has changed meanwhile, profiles take their place one by one; any change cancels those.
 *
 * <p>A profile does not depend on the values of the refitted parameters, so the profile of a dragged parameter stays
 * during the drag.
 */
public final class StripsModel {
    /** The order of the profiles. γ is last, because its profile needs a table for every step and is the slowest. */
    private static final List<Parameter> PROFILED =
            List.of(Parameter.KAPPA, Parameter.TAU, Parameter.SCALE, Parameter.GAMMA);

    private final FitModel fit;
    private final StripCalculator profiles;
    private final LatestTask slicing;
    private final LatestTask profiling;
    private final Map<Parameter, ReadOnlyObjectWrapper<Optional<LikelihoodStrip>>> strips =
            new EnumMap<>(Parameter.class);
    private final Map<Parameter, Asked> answered = new EnumMap<>(Parameter.class);
    private Optional<FitScene> waiting = Optional.empty();
    private boolean isSlicing;

    /** The question that a profile was computed for. */
    private record Asked(FitScene scene, ParameterSet kept, SliderScale scale) {
        boolean isStillAskedBy(FitScene now, Parameter parameter, SliderScale nowScale) {
            return scene.sameQuestion(now) && kept.equals(now.keptBut(parameter)) && scale.equals(nowScale);
        }
    }

    /**
     * @param fit the law whose parameters the sliders move
     * @param fitter finds the tops of profiles
     * @param slicing runs slices, with a delay, because every slice that arrives is painted
     * @param profiling runs profiles
     */
    public StripsModel(FitModel fit, LawFitter fitter, LatestTask slicing, LatestTask profiling) {
        this.fit = fit;
        this.profiles = new StripCalculator(fitter);
        this.slicing = slicing;
        this.profiling = profiling;
        for (Parameter parameter : ParameterTable.ORDER) {
            strips.put(parameter, new ReadOnlyObjectWrapper<>(this, parameter.id(), Optional.empty()));
        }
        fit.stopAlongside(this::cancel);
        fit.sceneProperty().addListener((source, old, scene) -> follow(scene));
    }

    private void follow(Optional<FitScene> scene) {
        if (scene.isEmpty()) {
            cancel();
            answered.clear();
            strips.values().forEach(strip -> strip.set(Optional.empty()));
        } else if (isSlicing) {
            waiting = scene;
        } else {
            slice(scene.get());
        }
    }

    /** Stops the running computation; the strips on screen stay. */
    void cancel() {
        slicing.cancel();
        profiling.cancel();
        isSlicing = false;
        waiting = Optional.empty();
    }

    private void slice(FitScene scene) {
        List<Parameter> wanted = ParameterTable.ORDER.stream()
                .filter(parameter -> !isAnswered(parameter, scene))
                .toList();
        Map<Parameter, SliderScale> scales = scales();
        isSlicing = true;
        profiling.cancel();
        submit(
                slicing,
                (progress, cancel) -> slices(scene, wanted, scales, cancel),
                found -> {
                    isSlicing = false;
                    found.forEach(this::show);
                    Optional<FitScene> next = waiting;
                    waiting = Optional.empty();
                    next.ifPresentOrElse(this::slice, () -> profileNext(scene));
                },
                () -> isSlicing = false);
    }

    private static List<LikelihoodStrip> slices(
            FitScene scene, List<Parameter> wanted, Map<Parameter, SliderScale> scales, CancelToken cancel)
            throws EigenscopeException {
        SliceCalculator calculator = new SliceCalculator(scene, cancel);
        List<LikelihoodStrip> found = new ArrayList<>();
        for (Parameter parameter : wanted) {
            found.add(calculator.slice(parameter, scales.get(parameter)));
        }
        return found;
    }

    /** Computes the next profile that the scene asks for, if there is one left. */
    private void profileNext(FitScene scene) {
        Optional<Parameter> next = PROFILED.stream()
                .filter(parameter -> !isAnswered(parameter, scene))
                .findFirst();
        next.ifPresent(parameter -> {
            SliderScale scale = fit.parameter(parameter).scaleProperty().get();
            submit(
                    profiling,
                    (progress, cancel) -> profiles.profile(scene, parameter, scale, cancel),
                    strip -> {
                        show(strip);
                        leave(parameter, scene, scale);
                    },
                    () -> leave(parameter, scene, scale));
        });
    }

    private void leave(Parameter parameter, FitScene scene, SliderScale scale) {
        answered.put(parameter, new Asked(scene, scene.keptBut(parameter), scale));
        profileNext(scene);
    }

    private static <R> void submit(LatestTask work, Job<R> job, Consumer<R> shown, Runnable failed) {
        work.submit("Likelihood along the sliders", job, new Outcome<R>() {
            @Override
            public void succeeded(R result) {
                shown.accept(result);
            }

            @Override
            public void failed(EigenscopeException reason) {
                // the refit shows the reason in its own place; the slice stays
                failed.run();
            }
        });
    }

    private void show(LikelihoodStrip strip) {
        answered.remove(strip.parameter());
        strips.get(strip.parameter()).set(Optional.of(strip));
    }

    private boolean isAnswered(Parameter parameter, FitScene scene) {
        Asked asked = answered.get(parameter);
        return asked != null
                && asked.isStillAskedBy(
                        scene,
                        parameter,
                        fit.parameter(parameter).scaleProperty().get());
    }

    private Map<Parameter, SliderScale> scales() {
        Map<Parameter, SliderScale> scales = new EnumMap<>(Parameter.class);
        ParameterTable.ORDER.forEach(parameter ->
                scales.put(parameter, fit.parameter(parameter).scaleProperty().get()));
        return scales;
    }

    /** The likelihood along a slider; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<LikelihoodStrip>> stripProperty(Parameter parameter) {
        return strips.get(parameter).getReadOnlyProperty();
    }
}
