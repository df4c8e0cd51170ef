package org.eigenscope.ui.fit.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.interval.LikelihoodMap;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * The likelihood over κ and s, the path that the parameters took on it, and the drag on the map.
 *
 * <p>The map is computed again when a refit has arrived and no drag is in progress; the path is updated at every move.
 */
public final class LikelihoodMapModel {
    private static final int COARSE = 17;
    private static final int FINE = 49;
    private static final int MOST_ZOOMS = 5;
    private static final int LONGEST_PATH = 2000;

    private final FitModel fit;
    private final LatestTask work;
    private final ReadOnlyObjectWrapper<Optional<LikelihoodMapPicture>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());
    private final ReadOnlyObjectWrapper<List<LikelihoodMapPoint>> path =
            new ReadOnlyObjectWrapper<>(this, "path", List.of());
    private Optional<FitScene> asked = Optional.empty();

    /**
     * @param fit the law whose κ and s are mapped
     * @param work computes the maps
     */
    public LikelihoodMapModel(FitModel fit, LatestTask work) {
        this.fit = fit;
        this.work = work;
        fit.stopAlongside(work::cancel);
        fit.sceneProperty().addListener((source, old, scene) -> follow(old, scene));
        fit.lastFitProperty().addListener((source, old, result) -> refresh());
        fit.drag().draggingProperty().addListener((source, old, dragging) -> refresh());
    }

    private void follow(Optional<FitScene> old, Optional<FitScene> scene) {
        if (scene.isEmpty()) {
            work.cancel();
            asked = Optional.empty();
            picture.set(Optional.empty());
            path.set(List.of());
            return;
        }
        FitScene now = scene.get();
        boolean another = old.isEmpty() || !old.get().sameQuestion(now);
        boolean nothingByHand =
                !now.byHand().contains(Parameter.KAPPA) && !now.byHand().contains(Parameter.SCALE);
        List<LikelihoodMapPoint> before = another || nothingByHand ? List.of() : path.get();
        path.set(extended(before, pointOf(now)));
    }

    private static List<LikelihoodMapPoint> extended(List<LikelihoodMapPoint> path, LikelihoodMapPoint point) {
        if (!path.isEmpty() && path.get(path.size() - 1).equals(point)) {
            return path;
        }
        List<LikelihoodMapPoint> longer =
                new ArrayList<>(path.subList(Math.max(0, path.size() - LONGEST_PATH), path.size()));
        longer.add(point);
        return List.copyOf(longer);
    }

    private static LikelihoodMapPoint pointOf(FitScene scene) {
        return new LikelihoodMapPoint(
                scene.values().get(Parameter.KAPPA), scene.values().get(Parameter.SCALE));
    }

    /** Computes the map that goes with what is on screen, unless it is there. */
    private void refresh() {
        Optional<FitScene> scene = fit.sceneProperty().get();
        boolean moving = fit.drag().draggingProperty().get();
        if (moving
                || scene.isEmpty()
                || asked.filter(old -> answers(old, scene.get())).isPresent()) {
            return;
        }
        asked = scene;
        List<LikelihoodMapPoint> shown = path.get();
        work.submit(
                "Likelihood map",
                (progress, cancel) -> compute(scene.get(), shown, cancel),
                new Outcome<LikelihoodMapPicture>() {
                    @Override
                    public void succeeded(LikelihoodMapPicture result) {
                        picture.set(Optional.of(result));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        // the refit shows the reason in its own place
                        picture.set(Optional.empty());
                    }
                });
    }

    private boolean answers(FitScene old, FitScene now) {
        return picture.get().isPresent()
                && old.sameQuestion(now)
                && held(old).equals(held(now))
                && LikelihoodMapWindow.ofInterest(picture.get().get().map()).contains(pointOf(now));
    }

    private static ParameterSet held(FitScene scene) {
        return ParameterSet.EMPTY
                .with(Parameter.GAMMA, scene.values().get(Parameter.GAMMA))
                .with(Parameter.TAU, scene.values().get(Parameter.TAU));
    }

    /** Finds the region where the likelihood is high, then maps this region and the path. */
    private static LikelihoodMapPicture compute(FitScene scene, List<LikelihoodMapPoint> path, CancelToken cancel)
            throws EigenscopeException {
        LikelihoodMapWindow window = LikelihoodMapWindow.about(pointOf(scene));
        for (int zoom = 0; zoom < MOST_ZOOMS; zoom++) {
            LikelihoodMapWindow next = LikelihoodMapWindow.ofInterest(map(scene, window, COARSE, cancel));
            boolean settled = !next.isMuchSmallerThan(window);
            window = next;
            if (settled) {
                break;
            }
        }
        return new LikelihoodMapPicture(map(scene, window.including(path), FINE, cancel), held(scene));
    }

    private static LikelihoodMap map(FitScene scene, LikelihoodMapWindow window, int cells, CancelToken cancel)
            throws EigenscopeException {
        return LikelihoodMap.of(scene.request(), held(scene), window.kappas(cells), window.scales(cells), cancel);
    }

    /** The drag that moves the law. */
    DragState drag() {
        return fit.drag();
    }

    /** A drag on the map begins: what follows until {@link #release} is one undo step. */
    void grab() {
        fit.editStarted();
    }

    /** Sets κ and s by hand, within the ranges of their sliders. */
    void place(LikelihoodMapPoint point) {
        if (picture.get().isPresent()) {
            fit.placeChosen(within(Parameter.KAPPA, point.kappa()), within(Parameter.SCALE, point.scale()));
        }
    }

    private double within(Parameter parameter, double value) {
        var scale = fit.parameter(parameter).scaleProperty().get();
        return Math.max(scale.minimum(), Math.min(scale.maximum(), value));
    }

    void release() {
        fit.editEnded();
    }

    /** The map; empty before the first fit. */
    ReadOnlyObjectProperty<Optional<LikelihoodMapPicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The path of κ and s since the last fit of both, the present point last. */
    ReadOnlyObjectProperty<List<LikelihoodMapPoint>> pathProperty() {
        return path.getReadOnlyProperty();
    }
}
