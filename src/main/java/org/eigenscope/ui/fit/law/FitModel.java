package org.eigenscope.ui.fit.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.FitState;
import org.eigenscope.ui.fit.parameter.ParameterModel;
import org.eigenscope.ui.fit.parameter.ParameterTable;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;

/**
 * The law over the spectrum: four parameters that the user drags and locks while the rest is refitted in the background.
 *
 * <p>A parameter that the user moved is kept exactly ("by hand") until everything is refitted or it is given back; a
 * locked one is kept until unlocked. The same matrix in other units keeps both, rescaled.
 */
public final class FitModel implements ParameterModel.Editor, TrimModel.Editor {
    private static final int UNDO_STEPS = 200;

    private final Refits refits;
    private final LeagueModel league;
    private final DragState hand;
    private final DragState.Follower verdicts;
    private final DragState.Follower numbers;
    private final ParameterTable table = new ParameterTable(this);
    private final TrimModel trims = new TrimModel(this);
    private final UndoHistory<FitState> history = new UndoHistory<>(UNDO_STEPS);
    private final ReadOnlyObjectWrapper<Orientation> orientation =
            new ReadOnlyObjectWrapper<>(this, "orientation", Orientation.INVERSE);
    private final ReadOnlyObjectWrapper<List<LawCurve>> curves = new ReadOnlyObjectWrapper<>(this, "curves", List.of());
    private final ReadOnlyObjectWrapper<Optional<FitScene>> scene =
            new ReadOnlyObjectWrapper<>(this, "scene", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Derived>> derived =
            new ReadOnlyObjectWrapper<>(this, "derived", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FitResult>> lastFit =
            new ReadOnlyObjectWrapper<>(this, "lastFit", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Eigenvalues sample = Eigenvalues.NONE;
    private FitState beforeEdit;
    private final List<Runnable> alongside = new ArrayList<>();

    /**
     * @param fitter does the fitting, in the background
     * @param refits runs the refits of the parameters on screen
     * @param league compares the laws
     * @param hand is told when a parameter or a trim is taken hold of
     */
    public FitModel(LawFitter fitter, LatestTask refits, LeagueModel league, DragState hand) {
        this.refits = new Refits(fitter, refits, hand);
        this.league = league;
        this.hand = hand;
        this.verdicts = hand.follower();
        this.numbers = hand.follower();
        league.htmpProperty().addListener((source, old, result) -> result.ifPresent(table::markFitted));
        league.drawnProperty().addListener((source, old, laws) -> scene.get().ifPresent(this::draw));
    }

    /**
     * Takes a new sample and fits it.
     *
     * @param positive its positive eigenvalues
     * @param aspectRatio γ where the shape tells it; it is locked there
     */
    public void show(double[] positive, OptionalDouble aspectRatio) {
        forget(Eigenvalues.of(positive));
        if (sample.isEmpty()) {
            failure.set("There is no positive eigenvalue to fit a law to.");
            return;
        }
        if (isComputable(aspectRatio)) {
            table.row(Parameter.GAMMA).setValue(aspectRatio.getAsDouble());
            table.row(Parameter.GAMMA).setLocked(true);
        }
        refit(ParameterSet.EMPTY);
    }

    /** Very long matrices have a γ below what the law is computed for; there it is fitted. */
    private static boolean isComputable(OptionalDouble aspectRatio) {
        return aspectRatio.isPresent() && LawFamily.HTMP.domain(Parameter.GAMMA).contains(aspectRatio.getAsDouble());
    }

    /**
     * Takes the same matrix under other conventions. Where they only change the unit of λ, locks, trims, what is by hand and
     * the undo history stay, s and τ scaled along; otherwise this is a new sample.
     *
     * @param positive its positive eigenvalues
     * @param aspectRatio γ where the shape tells it
     */
    public void showAgain(double[] positive, OptionalDouble aspectRatio) {
        Eigenvalues next = Eigenvalues.of(positive);
        double factor = sample.factorTo(next);
        if (Double.isNaN(factor) || !table.isComplete()) {
            show(positive, aspectRatio);
            return;
        }
        refits.drop();
        league.clear();
        sample = next;
        trims.show(sample, trims.trimsProperty().get());
        history.replaceAll(state -> state.rescaled(factor));
        table.rescale(factor, sample.toArray());
        drawLaws();
        refit(table.values());
    }

    /** Forgets the sample. */
    public void clear() {
        forget(Eigenvalues.NONE);
    }

    private void forget(Eigenvalues next) {
        refits.drop();
        league.clear();
        sample = next;
        table.reset(sample.toArray());
        trims.show(sample, new Trims(0, 0));
        curves.set(List.of());
        scene.set(Optional.empty());
        numbers.follow(() -> derived.set(Optional.empty()));
        lastFit.set(Optional.empty());
        failure.set("");
        history.clear();
        beforeEdit = null;
    }

    /** Turns the law round and fits it anew. */
    public void chooseOrientation(Orientation chosen) {
        if (chosen == orientation.get()) {
            return;
        }
        editStarted();
        orientation.set(chosen);
        table.giveAllBack();
        editEnded();
        league.clear();
        refit(ParameterSet.EMPTY);
    }

    /** Gives every parameter that is not locked back to the fit. */
    public void refitAll() {
        editStarted();
        table.giveAllBack();
        editEnded();
        refit(ParameterSet.EMPTY);
    }

    /** Stops the refit in flight; what is on screen stays. */
    public void cancelRefit() {
        refits.drop();
        league.cancel();
        alongside.forEach(Runnable::run);
    }

    /** Work on the same sample that is to stop when refits are stopped. */
    public void stopAlongside(Runnable cancel) {
        alongside.add(cancel);
    }

    public void undo() {
        history.undo(state()).ifPresent(this::restore);
    }

    public void redo() {
        history.redo(state()).ifPresent(this::restore);
    }

    public void dismissFailure() {
        failure.set("");
    }

    @Override
    public void editStarted() {
        beforeEdit = state();
        hand.take();
    }

    @Override
    public void valueChosen(ParameterModel parameter, double value) {
        hand.step();
        refits.take().ifPresent(this::acceptUnderTheHand);
        parameter.setValue(value);
        parameter.setByHand(!parameter.lockedProperty().get());
        drawLaws();
        refit(table.values());
    }

    /** Sets κ and s at once, as on the likelihood map; part of an edit that was started. */
    public void placeChosen(double kappa, double scale) {
        hand.step();
        refits.take().ifPresent(this::acceptUnderTheHand);
        for (ParameterModel row : List.of(table.row(Parameter.KAPPA), table.row(Parameter.SCALE))) {
            row.setValue(row.parameter() == Parameter.KAPPA ? kappa : scale);
            row.setByHand(!row.lockedProperty().get());
        }
        drawLaws();
        refit(table.values());
    }

    @Override
    public void trimsChosen(Trims chosen) {
        league.clear();
        table.reachFor(sample.trimmed(chosen.bottom(), chosen.top()).toArray());
        if (table.isComplete()) {
            drawLaws();
        }
        refit(table.isComplete() ? table.values() : ParameterSet.EMPTY);
    }

    @Override
    public void editEnded() {
        if (beforeEdit != null && table.isComplete() && !beforeEdit.equals(state())) {
            history.record(beforeEdit);
        }
        beforeEdit = null;
        hand.letGo();
    }

    @Override
    public void lockToggled(ParameterModel parameter) {
        editStarted();
        parameter.setLocked(!parameter.lockedProperty().get());
        parameter.setByHand(false);
        editEnded();
        league.clear();
        refit(table.values());
    }

    @Override
    public void resetChosen(ParameterModel parameter) {
        editStarted();
        parameter.setByHand(false);
        editEnded();
        refit(table.byHand().isEmpty() ? ParameterSet.EMPTY : table.values());
    }

    private void refit(ParameterSet start) {
        if (sample.isEmpty()) {
            return;
        }
        FitRequest request = unfitted().withFixed(table.valuesOf(table.kept())).withStart(start);
        refits.ask(request, this::accept, failure::set);
    }

    /** The sample and its trims, nothing held. */
    private FitRequest unfitted() {
        Trims kept = trims.trimsProperty().get();
        return FitRequest.of(sample.toArray(), orientation.get().htmp()).withTrims(kept.bottom(), kept.top());
    }

    private void accept(FitResult result) {
        failure.set("");
        table.accept(result);
        drawLaws();
        lastFit.set(Optional.of(result));
        boolean nothingByHand = table.byHand().isEmpty();
        if (nothingByHand || league.rowsProperty().get().isEmpty()) {
            league.play(
                    unfitted().withFixed(table.valuesOf(table.locked())),
                    orientation.get(),
                    nothingByHand ? Optional.of(result) : Optional.empty());
        }
    }

    /** The law is drawn anyway; what is only said follows. */
    private void acceptUnderTheHand(FitResult result) {
        failure.set("");
        table.accept(result);
        verdicts.follow(() -> lastFit.set(Optional.of(result)));
    }

    private void drawLaws() {
        FitScene now = new FitScene(
                sample, trims.trimsProperty().get(), orientation.get(), table.values(), table.locked(), table.byHand());
        draw(now);
        scene.set(Optional.of(now));
    }

    private void draw(FitScene now) {
        List<LawCurve> laws = now.laws(league.drawnProperty().get());
        curves.set(laws);
        numbers.follow(() -> derived.set(Optional.of(Derived.of(now, laws.get(0)))));
    }

    private void restore(FitState state) {
        refits.drop();
        boolean sameGame = state.orientation() == orientation.get()
                && state.locked().equals(table.locked())
                && state.trims().equals(trims.trimsProperty().get());
        orientation.set(state.orientation());
        trims.restore(state.trims());
        table.reachFor(
                sample.trimmed(state.trims().bottom(), state.trims().top()).toArray());
        table.restore(state);
        drawLaws();
        if (!sameGame) {
            league.clear();
            refit(state.values());
        }
    }

    /** Brings a law back as it was left, on the sample on screen; what the fit was free to move is fitted from there. */
    public void resume(FitMemory memory) {
        if (sample.isEmpty()) {
            return;
        }
        int n = sample.size();
        Trims kept = memory.trims().bottom() + memory.trims().top() < n ? memory.trims() : new Trims(0, 0);
        restore(new FitState(memory.orientation(), memory.values(), memory.locked(), memory.byHand(), kept));
        refit(memory.values());
    }

    /** What it takes to bring the law on screen back; empty before the first fit. */
    public Optional<FitMemory> memory() {
        return table.isComplete()
                ? Optional.of(new FitMemory(
                        orientation.get(),
                        table.values(),
                        table.locked(),
                        table.byHand(),
                        trims.trimsProperty().get()))
                : Optional.empty();
    }

    private FitState state() {
        return new FitState(
                orientation.get(),
                table.values(),
                table.locked(),
                table.byHand(),
                trims.trimsProperty().get());
    }

    /** What moves the law. */
    public DragState hand() {
        return hand;
    }

    /** One of κ, γ, τ, s. */
    public ParameterModel parameter(Parameter parameter) {
        return table.row(parameter);
    }

    /** Which eigenvalues the fit leaves out. */
    public TrimModel trims() {
        return trims;
    }

    public LeagueModel league() {
        return league;
    }

    public ReadOnlyObjectProperty<Orientation> orientationProperty() {
        return orientation.getReadOnlyProperty();
    }

    /** The laws to draw at the values on screen, HTMP first; empty before the first fit. */
    public ReadOnlyObjectProperty<List<LawCurve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The law and the sample on screen, anew with every change; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<FitScene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** What follows from the values on screen; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<Derived>> derivedProperty() {
        return derived.getReadOnlyProperty();
    }

    /** The newest refit, conditional on what was kept. */
    public ReadOnlyObjectProperty<Optional<FitResult>> lastFitProperty() {
        return lastFit.getReadOnlyProperty();
    }

    /** Why the last refit failed, empty when it did not. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return history.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }
}
