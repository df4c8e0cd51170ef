package org.eigenscope.ui.fit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.League;
import org.eigenscope.fit.LeagueRow;
import org.eigenscope.fit.Orientation;
import org.eigenscope.law.LawFamily;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** Compares HTMP with its two limits, each fitted on its own to the same sample with the same parameters locked. */
public final class LeagueModel {
    private final LawFitter fitter;
    private final LatestTask games;
    private final ReadOnlyObjectWrapper<List<LeagueRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<FitResult>> htmp =
            new ReadOnlyObjectWrapper<>(this, "htmp", Optional.empty());
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");

    /**
     * @param fitter does the fitting, in the background
     * @param games runs it
     */
    public LeagueModel(LawFitter fitter, LatestTask games) {
        this.fitter = fitter;
        this.games = games;
    }

    /**
     * Fits the three laws and ranks them.
     *
     * @param request the sample, its trims and what is locked; its family does not count
     * @param known the HTMP fit, if it is already there
     */
    void play(FitRequest request, Orientation orientation, Optional<FitResult> known) {
        if (known.isPresent()) {
            htmp.set(known);
        }
        League league = new League(known.isPresent() ? reusing(known.get()) : fitter);
        games.submit(
                "Comparing laws",
                (progress, cancel) -> league.table(request, orientation.families(), progress, cancel),
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

    /** A fitter that does not repeat a fit that is already there. */
    private LawFitter reusing(FitResult known) {
        return (request, progress, cancel) ->
                request.family() == known.family() ? known : fitter.fit(request, progress, cancel);
    }

    /** Stops the comparison in flight; what is on screen stays. */
    void cancel() {
        games.cancel();
    }

    void clear() {
        games.cancel();
        rows.set(List.of());
        htmp.set(Optional.empty());
        remark.set("");
    }

    private void show(List<LeagueRow> table, LawFamily wanted) {
        rows.set(table);
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

    /** The HTMP fit with nothing kept but what is locked. */
    public ReadOnlyObjectProperty<Optional<FitResult>> htmpProperty() {
        return htmp.getReadOnlyProperty();
    }

    /** Why the laws could not be compared at all, empty when they could. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }
}
