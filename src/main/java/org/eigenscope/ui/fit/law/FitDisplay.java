package org.eigenscope.ui.fit.law;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitResult;
import org.eigenscope.session.LawPlan;
import org.eigenscope.ui.task.DragState;

/**
 * The parts of a fit that the window shows: the scene, its curves, quantities derived from its parameters, and the
 * newest refit. During a drag the curves change at every step, and the numbers less often.
 */
final class FitDisplay {
    private final ReadOnlyObjectWrapper<List<LawCurve>> curves = new ReadOnlyObjectWrapper<>(this, "curves", List.of());
    private final ReadOnlyObjectWrapper<Optional<FitScene>> scene =
            new ReadOnlyObjectWrapper<>(this, "scene", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Derived>> derived =
            new ReadOnlyObjectWrapper<>(this, "derived", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FitResult>> lastFit =
            new ReadOnlyObjectWrapper<>(this, "lastFit", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Eigenvalues ofAnySign = Eigenvalues.NONE;
    private final DragState.DeferredUpdate lastFitUpdate;
    private final DragState.DeferredUpdate derivedUpdate;

    FitDisplay(DragState drag) {
        lastFitUpdate = drag.deferredUpdate();
        derivedUpdate = drag.deferredUpdate();
    }

    /** Shows no fit: no scene, curves, derived numbers or refit. */
    void clear() {
        curves.set(List.of());
        scene.set(Optional.empty());
        derivedUpdate.request(() -> derived.set(Optional.empty()));
        lastFit.set(Optional.empty());
        failure.set("");
    }

    /**
     * Shows a scene.
     *
     * @param rivals the laws of the comparison table that are drawn
     */
    void show(FitScene now, List<LawPlan> rivals) {
        draw(now, rivals);
        scene.set(Optional.of(now));
    }

    /** @param all the sample of laws of any sign; empty where no eigenvalue is negative */
    void takeOfAnySign(Eigenvalues all) {
        ofAnySign = all;
    }

    /**
     * Draws the scene that is shown again, with other laws of the comparison table; without a scene those of any sign alone.
     *
     * @param trims where there is no scene
     */
    void redraw(List<LawPlan> rivals, Trims trims) {
        scene.get()
                .ifPresentOrElse(now -> draw(now, rivals), () -> curves.set(FitScene.alone(rivals, ofAnySign, trims)));
    }

    private void draw(FitScene now, List<LawPlan> rivals) {
        List<LawCurve> laws = now.laws(rivals, ofAnySign);
        curves.set(laws);
        derivedUpdate.request(() -> derived.set(Optional.of(Derived.of(now, laws.get(0)))));
    }

    void showFit(FitResult result) {
        lastFit.set(Optional.of(result));
    }

    /** As {@link #showFit}, after a delay during a drag. */
    void showFitDeferred(FitResult result) {
        lastFitUpdate.request(() -> showFit(result));
    }

    void fail(String sentence) {
        failure.set(sentence);
    }

    void dismissFailure() {
        failure.set("");
    }

    ReadOnlyObjectProperty<List<LawCurve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FitScene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Derived>> derivedProperty() {
        return derived.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<FitResult>> lastFitProperty() {
        return lastFit.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
