package org.eigenscope.ui.fit;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.FitScene;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** How κ depends on the range that it is fitted to, computed on demand. */
public final class RangeModel {
    private final FitModel fit;
    private final LawFitter fitter;
    private final LatestTask work;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final BooleanProperty needed = new SimpleBooleanProperty(this, "needed");
    private final ReadOnlyObjectWrapper<Optional<KappaByRange>> study =
            new ReadOnlyObjectWrapper<>(this, "study", Optional.empty());
    private Optional<FitScene> asked = Optional.empty();

    /**
     * @param fit the law on screen
     * @param fitter makes the fits
     * @param work runs them
     */
    public RangeModel(FitModel fit, LawFitter fitter, LatestTask work) {
        this.fit = fit;
        this.fitter = fitter;
        this.work = work;
        fit.stopAlongside(work::cancel);
        shown.addListener((source, old, show) -> refresh());
        needed.addListener((source, old, need) -> refresh());
        fit.sceneProperty().addListener((source, old, scene) -> refresh());
    }

    private void refresh() {
        Optional<FitScene> scene = fit.sceneProperty().get();
        if (!(shown.get() || needed.get()) || scene.isEmpty()) {
            work.cancel();
            asked = Optional.empty();
            study.set(Optional.empty());
        } else if (asked.filter(old -> sameStudy(old, scene.get())).isEmpty()) {
            asked = scene;
            study(scene.get());
        }
    }

    /** Whether two scenes ask the same question; trims and values set by hand do not matter. */
    private static boolean sameStudy(FitScene old, FitScene now) {
        return old.eigenvalues() == now.eigenvalues()
                && old.orientation() == now.orientation()
                && lockedValues(old).equals(lockedValues(now));
    }

    private static ParameterSet lockedValues(FitScene scene) {
        ParameterSet set = ParameterSet.EMPTY;
        for (Parameter parameter : scene.locked()) {
            // a locked κ would be the same on every range
            set = parameter == Parameter.KAPPA
                    ? set
                    : set.with(parameter, scene.values().get(parameter));
        }
        return set;
    }

    private void study(FitScene scene) {
        work.submit(
                "Fitting other ranges",
                (progress, cancel) -> compute(scene, progress, cancel),
                new Outcome<KappaByRange>() {
                    @Override
                    public void succeeded(KappaByRange result) {
                        study.set(Optional.of(result));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        study.set(Optional.empty());
                    }
                });
    }

    private KappaByRange compute(FitScene scene, ProgressListener progress, CancelToken cancel)
            throws CancelledException {
        FitScene whole = new FitScene(
                scene.eigenvalues(),
                new Trims(0, 0),
                scene.orientation(),
                scene.values(),
                scene.locked(),
                scene.byHand());
        FitRequest request = whole.request().withFixed(lockedValues(scene));
        return KappaByRange.of(fitter, request, progress, cancel);
    }

    /** Takes a study that was saved; it is kept while the sample, the locks and the orientation stay the same. */
    public void resume(KappaByRange known) {
        work.cancel();
        asked = fit.sceneProperty().get();
        study.set(Optional.of(known));
    }

    /** Whether the study is shown below the chart. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether something else than the chart needs it. */
    public BooleanProperty neededProperty() {
        return needed;
    }

    /** The study; empty until it is there. */
    public ReadOnlyObjectProperty<Optional<KappaByRange>> studyProperty() {
        return study.getReadOnlyProperty();
    }
}
