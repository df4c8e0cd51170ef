package org.eigenscope.ui.fit.league;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.compare.League;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.LawPlan;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Compares HTMP, its two limits, the same three in the other orientation, and laws without repulsion, each fitted separately
 * to the same sample. The laws without repulsion are drawn when the user ticks them.
 *
 * <p>Where there are negative eigenvalues, the semicircle is fitted too, to all of them. Its sample is another one, so it has no place
 * in the order by AIC.
 */
public final class LeagueModel {
    private final LawFitter fitter;
    private final LatestTask task;
    private final ReadOnlyObjectWrapper<Set<LawFamily>> ticked = new ReadOnlyObjectWrapper<>(this, "ticked", Set.of());
    private final ReadOnlyObjectWrapper<List<LawPlan>> drawn = new ReadOnlyObjectWrapper<>(this, "drawn", List.of());
    private final ReadOnlyObjectWrapper<List<LeagueRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<FitResult>> htmp =
            new ReadOnlyObjectWrapper<>(this, "htmp", Optional.empty());
    private final ReadOnlyStringWrapper orientation = new ReadOnlyStringWrapper(this, "orientation", "");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");

    /** Laws of any sign that stay drawn until they are fitted anew: the trims that they mark are being dragged. */
    private List<LawPlan> outdated = List.of();

    private double[] ofAnySign = {};
    private Orientation compared = Orientation.INVERSE;
    private List<LawPlan> saved = List.of();
    private Optional<Basis> savedBasis = Optional.empty();

    /** What the fit of another law depends on, apart from the sample. */
    private record Basis(ParameterSet fixed, int trimBottom, int trimTop) {}

    /**
     * @param fitter does the fitting, in the background
     * @param task runs it
     */
    public LeagueModel(LawFitter fitter, LatestTask task) {
        this.fitter = fitter;
        this.task = task;
    }

    /** @param ascending all eigenvalues, for laws of any sign; empty where none is negative */
    public void takeOfAnySign(double[] ascending) {
        ofAnySign = ascending.clone();
    }

    /** Fits the laws of eigenvalues of any sign alone, where no other can be fitted; nothing where none is negative. */
    public void compareOfAnySign(int trimBottom, int trimTop) {
        if (ofAnySign.length == 0) {
            return;
        }
        double[] all = ofAnySign;
        task.submit(
                "Comparing laws",
                (progress, cancel) -> signedRows(all, trimBottom, trimTop, cancel),
                new Outcome<List<LeagueRow>>() {
                    @Override
                    public void succeeded(List<LeagueRow> table) {
                        outdated = List.of();
                        rows.set(table);
                        updateDrawn();
                    }

                    @Override
                    public void failed(EigenscopeException failure) {
                        remark.set(failure.getMessage());
                    }
                });
    }

    private List<LeagueRow> signedRows(double[] all, int trimBottom, int trimTop, CancelToken cancel)
            throws CancelledException {
        if (all.length == 0) {
            return List.of();
        }
        FitRequest request = FitRequest.of(all, LawFamily.SEMICIRCLE).withTrims(trimBottom, trimTop);
        return new League(fitter)
                .table(request, LawFamily.ofAnySign(), ProgressListener.NONE, cancel).stream()
                        .map(row -> new LeagueRow(row.family(), row.result(), Double.NaN, row.failure()))
                        .toList();
    }

    /**
     * Fits the laws and ranks them.
     *
     * @param request the sample, its trims and what is locked; its family does not count
     * @param known the HTMP fit, if it is already there
     */
    public void compare(FitRequest request, Orientation orientation, Optional<FitResult> known) {
        if (known.isPresent()) {
            htmp.set(known);
        }
        compared = orientation;
        keepSavedFor(new Basis(request.fixed(), request.trimBottom(), request.trimTop()));
        League league = new League(known.isPresent() ? reusing(known.get()) : fitter);
        double[] all = ofAnySign;
        task.submit(
                "Comparing laws",
                (progress, cancel) -> {
                    List<LeagueRow> table =
                            new ArrayList<>(league.table(requests(request, orientation), progress, cancel));
                    table.addAll(signedRows(all, request.trimBottom(), request.trimTop(), cancel));
                    return List.copyOf(table);
                },
                new Outcome<List<LeagueRow>>() {
                    @Override
                    public void succeeded(List<LeagueRow> table) {
                        show(table, orientation.htmp());
                    }

                    @Override
                    public void failed(EigenscopeException failure) {
                        remark.set(failure.getMessage());
                    }
                });
    }

    /** HTMP and its limits both ways round, and the laws without repulsion. What is locked on screen holds that way round; γ holds always. */
    private static List<FitRequest> requests(FitRequest request, Orientation orientation) {
        List<FitRequest> requests = new ArrayList<>();
        orientation.families().forEach(family -> requests.add(request.forFamily(family)));
        FitRequest turned = request.withFixed(gammaOf(request.fixed()));
        orientation.other().families().forEach(family -> requests.add(turned.forFamily(family)));
        LawFamily.withoutRepulsion().forEach(family -> requests.add(request.forFamily(family)));
        return requests;
    }

    private static ParameterSet gammaOf(ParameterSet fixed) {
        return fixed.has(Parameter.GAMMA)
                ? ParameterSet.EMPTY.with(Parameter.GAMMA, fixed.get(Parameter.GAMMA))
                : ParameterSet.EMPTY;
    }

    /** Whether a law is drawn only when it is ticked; the others always are, at the values on screen. */
    static boolean isDrawnOnRequest(LawFamily family) {
        return LawFamily.besideHtmp().contains(family);
    }

    /** Whether a law stands the other way round than the one on screen. */
    boolean isTurned(LawFamily family) {
        return family.orientation().isPresent() && !family.orientation().get().equals(compared);
    }

    boolean isTicked(LawFamily family) {
        return ticked.get().contains(family);
    }

    /** Draws a law at its own best fit, or stops drawing it. */
    public void tick(LawFamily family, boolean on) {
        if (on != isTicked(family)) {
            Set<LawFamily> changed = EnumSet.noneOf(LawFamily.class);
            changed.addAll(ticked.get());
            if (on) {
                changed.add(family);
            } else {
                changed.remove(family);
            }
            ticked.set(Set.copyOf(changed));
            updateDrawn();
        }
    }

    /**
     * Ticks laws that were saved with the law on screen, and draws them as saved until something changes that their
     * fits depend on.
     */
    public void resume(List<LawPlan> laws) {
        saved = List.copyOf(laws);
        savedBasis = Optional.empty();
        ticked.set(laws.stream().map(LawPlan::family).collect(Collectors.toUnmodifiableSet()));
        updateDrawn();
    }

    /** Keeps saved laws for the first comparison after they were restored; another question makes them outdated. */
    private void keepSavedFor(Basis basis) {
        if (savedBasis.isPresent() && !savedBasis.get().equals(basis)) {
            saved = List.of();
        }
        savedBasis = Optional.of(basis);
    }

    private void updateDrawn() {
        drawn.set(LawFamily.besideHtmp().stream()
                .filter(this::isTicked)
                .flatMap(family -> law(family).stream())
                .toList());
    }

    private Optional<LawPlan> law(LawFamily family) {
        return saved.stream()
                .filter(law -> law.family() == family)
                .findFirst()
                .or(() -> rows.get().stream()
                        .filter(row -> row.family() == family)
                        .flatMap(row -> row.result().stream())
                        .map(fit -> LawPlan.ofFit(fit, Map.of()))
                        .findFirst())
                .or(() ->
                        outdated.stream().filter(law -> law.family() == family).findFirst());
    }

    /** A fitter that does not repeat a fit that is already there. */
    private LawFitter reusing(FitResult known) {
        return (request, progress, cancel) ->
                request.family() == known.family() ? known : fitter.fit(request, progress, cancel);
    }

    /** Stops the running comparison; the screen stays as it is. */
    public void cancel() {
        task.cancel();
    }

    /** Clears the comparison of the same sample, which another question will be asked of. */
    public void outdate() {
        List<LawPlan> shown =
                drawn.get().stream().filter(law -> law.family().isOfAnySign()).toList();
        clear(shown);
    }

    public void clear() {
        clear(List.of());
    }

    private void clear(List<LawPlan> stay) {
        task.cancel();
        saved = List.of();
        outdated = stay;
        rows.set(List.of());
        orientation.set("");
        updateDrawn();
        htmp.set(Optional.empty());
        remark.set("");
    }

    private void show(List<LeagueRow> table, LawFamily wanted) {
        outdated = List.of();
        rows.set(table);
        orientation.set(LeagueText.orientation(table, compared));
        updateDrawn();
        remark.set("");
        table.stream()
                .filter(row -> row.family() == wanted && row.result().isPresent())
                .findFirst()
                .ifPresent(row -> htmp.set(row.result()));
    }

    /** The laws, best first; empty until they are compared. */
    public ReadOnlyObjectProperty<List<LeagueRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The laws that are to be drawn. */
    ReadOnlyObjectProperty<Set<LawFamily>> tickedProperty() {
        return ticked.getReadOnlyProperty();
    }

    /** The ticked laws, in an order that does not depend on how they do. */
    public ReadOnlyObjectProperty<List<LawPlan>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** The HTMP fit with only the locked parameters held. */
    public ReadOnlyObjectProperty<Optional<FitResult>> htmpProperty() {
        return htmp.getReadOnlyProperty();
    }

    /** Which way round HTMP does better, and by how much; empty until the laws are compared. */
    public ReadOnlyStringProperty orientationProperty() {
        return orientation.getReadOnlyProperty();
    }

    /** Why the laws could not be compared at all, empty when they could. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }
}
