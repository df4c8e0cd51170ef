package org.eigenscope.ui.fit;

import java.util.List;
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
import org.eigenscope.fit.TrimGrid;
import org.eigenscope.law.Parameter;
import org.eigenscope.law.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** How κ depends on the range it is fitted on, worked out on demand. */
public final class RangeModel {
    private final FitModel fit;
    private final LawFitter fitter;
    private final LatestTask work;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<Optional<Study>> study =
            new ReadOnlyObjectWrapper<>(this, "study", Optional.empty());
    private Optional<FitScene> asked = Optional.empty();

    /**
     * An estimate on one range.
     *
     * @param end the eigenvalue at which the range begins or ends
     * @param kappa κ fitted there
     */
    public record Estimate(double end, double kappa) {}

    /**
     * The estimates.
     *
     * @param all κ fitted to every eigenvalue
     * @param beginnings fits that leave out more and more at the bottom
     * @param ends fits that leave out more and more at the top, from the shortest range on
     */
    public record Study(double all, List<Estimate> beginnings, List<Estimate> ends) {}

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
        fit.sceneProperty().addListener((source, old, scene) -> refresh());
    }

    private void refresh() {
        Optional<FitScene> scene = fit.sceneProperty().get();
        if (!shown.get() || scene.isEmpty()) {
            work.cancel();
            asked = Optional.empty();
            study.set(Optional.empty());
        } else if (asked.filter(old -> sameStudy(old, scene.get())).isEmpty()) {
            asked = scene;
            study(scene.get());
        }
    }

    /** Neither trims nor what is by hand matter. */
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
                "Fitting other ranges", (progress, cancel) -> compute(scene, progress, cancel), new Outcome<Study>() {
                    @Override
                    public void succeeded(Study result) {
                        study.set(Optional.of(result));
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        study.set(Optional.empty());
                    }
                });
    }

    private Study compute(FitScene scene, ProgressListener progress, CancelToken cancel) throws CancelledException {
        FitScene whole = new FitScene(
                scene.eigenvalues(),
                new Trims(0, 0),
                scene.orientation(),
                scene.values(),
                scene.locked(),
                scene.byHand());
        FitRequest request = whole.request().withFixed(lockedValues(scene));
        List<Integer> counts = TrimGrid.counts(scene.eigenvalues().size());
        TrimGrid bottoms = TrimGrid.of(fitter, request, counts, List.of(0), progress, cancel);
        TrimGrid tops = TrimGrid.of(fitter, request, List.of(0), counts, progress, cancel);
        List<Estimate> beginnings = estimates(bottoms, true);
        List<Estimate> ends = estimates(tops, false);
        return new Study(kappaOfAll(bottoms), beginnings, ends);
    }

    private static double kappaOfAll(TrimGrid grid) {
        return grid.cell(0, 0)
                .fit()
                .map(result -> result.parameters().get(Parameter.KAPPA))
                .orElse(Double.NaN);
    }

    private static List<Estimate> estimates(TrimGrid grid, boolean atBeginning) {
        return grid.cells().stream()
                .filter(cell -> cell.fit().isPresent())
                .map(cell -> new Estimate(
                        atBeginning ? cell.from() : cell.to(),
                        cell.fit().orElseThrow().parameters().get(Parameter.KAPPA)))
                .sorted((a, b) -> Double.compare(a.end(), b.end()))
                .toList();
    }

    /** Whether the study is wanted. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The study; empty until it is there. */
    public ReadOnlyObjectProperty<Optional<Study>> studyProperty() {
        return study.getReadOnlyProperty();
    }
}
