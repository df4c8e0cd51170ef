package org.eigenscope.ui.fit.law;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.FitState;
import org.eigenscope.ui.fit.parameter.ParameterModel;
import org.eigenscope.ui.fit.parameter.ParameterTable;

/**
 * The sample on screen and the law over it: draws the law at the values on screen, and refits the parameters that are neither
 * locked nor set by hand.
 */
final class CurrentFit {
    private final Refits refits;
    private final LeagueModel league;
    private final FitDisplay display;
    private final ParameterTable table;
    private final TrimModel trims;
    private final ReadOnlyObjectWrapper<Orientation> orientation =
            new ReadOnlyObjectWrapper<>(this, "orientation", Orientation.INVERSE);
    private Eigenvalues sample = Eigenvalues.NONE;

    /** @param editor receives what the user does to parameters and trims */
    <E extends ParameterModel.Editor & TrimModel.Editor> CurrentFit(
            E editor, Refits refits, LeagueModel league, FitDisplay display) {
        this.refits = refits;
        this.league = league;
        this.display = display;
        this.table = new ParameterTable(editor);
        this.trims = new TrimModel(editor);
        league.htmpProperty().addListener((source, old, result) -> result.ifPresent(table::markFitted));
        display.derivedProperty()
                .addListener((source, old, derived) -> league.showHeld(
                        derived.isEmpty() || table.byHand().isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(derived.get().logLikelihood())));
        league.drawnProperty()
                .addListener((source, old, laws) ->
                        display.redraw(laws, trims.trimsProperty().get()));
    }

    ParameterTable table() {
        return table;
    }

    TrimModel trims() {
        return trims;
    }

    Eigenvalues sample() {
        return sample;
    }

    ReadOnlyObjectProperty<Orientation> orientationProperty() {
        return orientation.getReadOnlyProperty();
    }

    /** @param all for laws of any sign; empty where no eigenvalue is negative */
    void takeOfAnySign(Eigenvalues all) {
        league.takeOfAnySign(all.toArray());
        display.takeOfAnySign(all);
        trims.takeOfAnySign(all);
    }

    /** Fits the laws of any sign where HTMP cannot be. */
    void compareOfAnySign() {
        Trims now = trims.trimsProperty().get();
        league.compareOfAnySign(now.bottom(), now.top());
    }

    private void fail(String sentence) {
        display.fail(sentence);
        if (!table.isComplete()) {
            compareOfAnySign();
        }
    }

    /** Takes a new sample, and forgets everything about the old one. */
    void reset(Eigenvalues next) {
        dropWork();
        sample = next;
        table.reset(sample.toArray());
        trims.show(sample, new Trims(0, 0));
        display.clear();
    }

    /**
     * Fits the new sample; γ is locked where the shape of the matrix determines it.
     *
     * @param chosen which way round; empty for the way of the greater likelihood
     */
    void fitFirst(OptionalDouble aspectRatio, Optional<Orientation> chosen) {
        aspectRatio.ifPresent(gamma -> {
            table.row(Parameter.GAMMA).setValue(gamma);
            table.row(Parameter.GAMMA).setLocked(true);
        });
        chosen.ifPresent(orientation::set);
        if (chosen.isPresent()) {
            refit(ParameterSet.EMPTY);
        } else {
            FitRequest request =
                    scene().request().forFamily(LawFamily.INVERSE_HTMP).withFixed(table.valuesOf(table.kept()));
            refits.askBothWays(request, this::turnTo, this::fail);
        }
    }

    /** Takes the first fit, whichever way round it stands. */
    private void turnTo(FitResult better) {
        better.family().orientation().ifPresent(orientation::set);
        accept(better);
    }

    /** Takes the same sample in another unit, all eigenvalues the given factor larger; {@link #draw} shows it. */
    void rescale(Eigenvalues next, double factor) {
        dropWork();
        sample = next;
        trims.show(sample, trims.trimsProperty().get());
        table.rescale(factor, sample.toArray());
    }

    /** Whether what is held can be held over another sample: τ stays below its eigenvalues. */
    boolean canFollow(Eigenvalues next) {
        double floor = table.valuesOf(table.kept()).getOrDefault(Parameter.TAU, 0);
        return !next.isEmpty() && floor < next.toArray()[0];
    }

    /** Takes another sample of the same matrix; the values on screen, what is held and the trims stay. */
    void follow(Eigenvalues next) {
        dropWork();
        sample = next;
        trims.show(sample, trims.trimsProperty().get());
        table.follow(sample.toArray());
        reachFor(trims.trimsProperty().get());
        draw();
        refit(ParameterSet.EMPTY);
    }

    private void dropWork() {
        refits.drop();
        league.clear();
    }

    /** Stops the running refit; the screen stays as it is. */
    void cancel() {
        refits.drop();
        league.cancel();
    }

    /** Takes a refit that arrived during the drag, before the next step is drawn. */
    void acceptDuringDrag() {
        refits.take().ifPresent(result -> {
            display.dismissFailure();
            table.accept(result);
            display.showFitDeferred(result);
        });
    }

    /** Moves a parameter, which then counts as set by hand, unless it is locked. */
    void place(ParameterModel row, double value) {
        row.setValue(value);
        row.setByHand(!row.lockedProperty().get());
    }

    /** Changes the orientation; parameters are free again, except those that are locked. */
    void turn(Orientation chosen) {
        orientation.set(chosen);
        table.giveAllBack();
    }

    /** Clears the comparison of the laws. */
    void clearLeague() {
        league.outdate();
    }

    /** Draws the law at the values on screen; before the first fit those of any sign alone. */
    void draw() {
        if (table.isComplete()) {
            display.show(scene(), league.drawnProperty().get());
        } else {
            display.redraw(league.drawnProperty().get(), trims.trimsProperty().get());
        }
    }

    /** Lets τ go up to the smallest eigenvalue that is used, and draws the law if there is one. */
    void applyTrims(Trims chosen) {
        reachFor(chosen);
        draw();
        refit();
    }

    private void reachFor(Trims chosen) {
        if (!sample.isEmpty()) {
            table.reachFor(sample.trimmed(chosen.bottom(), chosen.top()).toArray());
        }
    }

    /** Refits the parameters that are neither locked nor set by hand, from the values on screen. */
    void refit() {
        refit(table.isComplete() ? table.values() : ParameterSet.EMPTY);
    }

    /**
     * Refits the parameters that are neither locked nor set by hand.
     *
     * @param start where the search starts; empty for a search everywhere
     */
    void refit(ParameterSet start) {
        if (sample.isEmpty()) {
            compareOfAnySign();
            return;
        }
        FitRequest request =
                scene().request().withFixed(table.valuesOf(table.kept())).withStart(start);
        refits.ask(request, this::accept, this::fail);
    }

    private void accept(FitResult result) {
        display.dismissFailure();
        table.accept(result);
        draw();
        display.showFit(result);
        boolean nothingByHand = table.byHand().isEmpty();
        if (nothingByHand || league.rowsProperty().get().isEmpty()) {
            league.compare(
                    scene().request().withFixed(table.valuesOf(table.locked())),
                    orientation.get(),
                    nothingByHand ? Optional.of(result) : Optional.empty());
        }
    }

    private FitScene scene() {
        return new FitScene(
                sample, trims.trimsProperty().get(), orientation.get(), table.values(), table.locked(), table.byHand());
    }

    /** The state that undo restores. */
    FitState state() {
        return new FitState(
                orientation.get(),
                table.values(),
                table.locked(),
                table.byHand(),
                trims.trimsProperty().get());
    }

    /** Shows an earlier state, and refits if it holds other parameters or uses other eigenvalues. */
    void restore(FitState state) {
        refits.drop();
        boolean sameQuestion = state.orientation() == orientation.get()
                && state.locked().equals(table.locked())
                && state.trims().equals(trims.trimsProperty().get());
        orientation.set(state.orientation());
        trims.restore(state.trims());
        reachFor(state.trims());
        table.restore(state);
        draw();
        if (!sameQuestion) {
            league.clear();
            refit(state.values());
        }
    }
}
