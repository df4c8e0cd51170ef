package org.eigenscope.ui.fit.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.FitState;
import org.eigenscope.ui.fit.parameter.ParameterModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;

/**
 * The law over the spectrum: four parameters that the user drags and locks while the rest is refitted in the
 * background.
 *
 * <p>A parameter that the user moved is "set by hand": it keeps its value until everything is refitted or the parameter
 * is reset. A locked one is kept until it is unlocked. The same matrix in other units keeps both, rescaled.
 */
public final class FitModel implements ParameterModel.Editor, TrimModel.Editor {
    private static final int UNDO_STEPS = 200;

    private final LeagueModel league;
    private final DragState drag;
    private final FitDisplay display;
    private final CurrentFit current;
    private final UndoHistory<FitState> history = new UndoHistory<>(UNDO_STEPS);
    private final List<Runnable> alongside = new ArrayList<>();
    /** Whether the edit that is going on changed the sample. */
    private boolean trimsMoved;

    private Optional<FitState> beforeEdit = Optional.empty();
    private Optional<Orientation> chosenByHand = Optional.empty();

    /**
     * @param fitter does the fitting, in the background
     * @param refits runs the refits of the parameters on screen
     * @param league compares the laws
     * @param drag is told when the drag of a parameter or a trim begins and ends
     */
    public FitModel(LawFitter fitter, LatestTask refits, LeagueModel league, DragState drag) {
        this.league = league;
        this.drag = drag;
        this.display = new FitDisplay(drag);
        this.current = new CurrentFit(this, new Refits(fitter, refits, drag), league, display);
    }

    /**
     * Takes the sample of laws of any sign, before the positive one is shown.
     *
     * @param all every eigenvalue; empty where none is negative
     */
    public void takeOfAnySign(double[] all) {
        current.takeOfAnySign(Eigenvalues.of(all));
    }

    /**
     * Takes a new sample and fits it, the way round of the greater likelihood.
     *
     * @param positive its positive eigenvalues
     * @param aspectRatio γ if the shape determines it; γ is then locked
     */
    public void show(double[] positive, OptionalDouble aspectRatio) {
        chosenByHand = Optional.empty();
        fitAnew(positive, aspectRatio);
    }

    private void fitAnew(double[] positive, OptionalDouble aspectRatio) {
        forget(Eigenvalues.of(positive));
        if (current.sample().isEmpty()) {
            display.fail("There is no positive eigenvalue to fit a law to.");
            current.compareOfAnySign();
            return;
        }
        // very long matrices have a γ below what the law is computed for; there it is fitted
        current.fitFirst(isComputable(aspectRatio) ? aspectRatio : OptionalDouble.empty(), chosenByHand);
    }

    private static boolean isComputable(OptionalDouble aspectRatio) {
        return aspectRatio.isPresent() && LawFamily.HTMP.domain(Parameter.GAMMA).contains(aspectRatio.getAsDouble());
    }

    /**
     * Takes the same matrix under other conventions. If they only change the unit of λ, locks, trims, values set by
     * hand and the undo history stay, and s and τ are scaled. Otherwise this is a new sample, whose orientation stays if
     * it was chosen by hand.
     *
     * @param positive its positive eigenvalues
     * @param aspectRatio γ if the shape determines it
     */
    public void showAgain(double[] positive, OptionalDouble aspectRatio) {
        Eigenvalues next = Eigenvalues.of(positive);
        double factor = current.sample().factorTo(next);
        if (Double.isNaN(factor) || !current.table().isComplete()) {
            fitAnew(positive, aspectRatio);
            return;
        }
        current.rescale(next, factor);
        history.replaceAll(state -> state.rescaled(factor));
        current.draw();
        current.refit();
    }

    /** Removes the sample, its law and the undo history. */
    public void clear() {
        takeOfAnySign(new double[0]);
        forget(Eigenvalues.NONE);
    }

    private void forget(Eigenvalues next) {
        current.reset(next);
        history.clear();
        beforeEdit = Optional.empty();
    }

    /** Changes the orientation and fits the law again. */
    public void chooseOrientation(Orientation chosen) {
        if (chosen == orientationProperty().get()) {
            return;
        }
        chosenByHand = Optional.of(chosen);
        editStarted();
        current.turn(chosen);
        editEnded();
        current.clearLeague();
        current.refit(ParameterSet.EMPTY);
    }

    /** Refits every parameter that is not locked. */
    public void refitAll() {
        editStarted();
        current.table().giveAllBack();
        editEnded();
        current.refit(ParameterSet.EMPTY);
    }

    /** Stops the running refit; the screen stays as it is. */
    public void cancelRefit() {
        current.cancel();
        alongside.forEach(Runnable::run);
    }

    /** Registers other work on the same sample that stops when refits are stopped. */
    public void stopAlongside(Runnable cancel) {
        alongside.add(cancel);
    }

    public void undo() {
        history.undo(current.state()).ifPresent(current::restore);
    }

    public void redo() {
        history.redo(current.state()).ifPresent(current::restore);
    }

    public void dismissFailure() {
        display.dismissFailure();
    }

    @Override
    public void editStarted() {
        beforeEdit = Optional.of(current.state());
        drag.begin();
    }

    @Override
    public void valueChosen(ParameterModel parameter, double value) {
        choose(() -> current.place(parameter, value));
    }

    /** Sets κ and s at once, as on the likelihood map; part of an edit that was started. */
    public void placeChosen(double kappa, double scale) {
        choose(() -> {
            current.place(parameter(Parameter.KAPPA), kappa);
            current.place(parameter(Parameter.SCALE), scale);
        });
    }

    private void choose(Runnable placement) {
        drag.move();
        current.acceptDuringDrag();
        placement.run();
        current.draw();
        current.refit();
    }

    @Override
    public void trimsChosen(Trims chosen) {
        trimsMoved = true;
        current.clearLeague();
        current.applyTrims(chosen);
    }

    @Override
    public void editEnded() {
        beforeEdit
                .filter(before -> current.table().isComplete() && !before.equals(current.state()))
                .ifPresent(history::record);
        beforeEdit = Optional.empty();
        drag.end();
        if (trimsMoved) {
            trimsMoved = false;
            // the fit of other eigenvalues may have led into a worse optimum, and back it would stay there
            current.refit(ParameterSet.EMPTY);
        }
    }

    @Override
    public void lockToggled(ParameterModel parameter) {
        editStarted();
        parameter.setLocked(!parameter.lockedProperty().get());
        parameter.setByHand(false);
        editEnded();
        current.clearLeague();
        // a search from the values on screen would stay in the optimum of what was held
        current.refit(ParameterSet.EMPTY);
    }

    @Override
    public void resetChosen(ParameterModel parameter) {
        editStarted();
        parameter.setByHand(false);
        editEnded();
        if (current.table().byHand().isEmpty()) {
            current.refit(ParameterSet.EMPTY);
        } else {
            current.refit();
        }
    }

    /** Restores a law as it was saved, on the sample on screen, and refits the free parameters from there. */
    public void resume(FitMemory memory) {
        if (current.sample().isEmpty()) {
            return;
        }
        current.restore(memory.state(current.sample().size()));
        current.refit(memory.values());
    }

    /** All that is needed to restore the law on screen; empty before the first fit. */
    public Optional<FitMemory> memory() {
        return current.table().isComplete() ? Optional.of(FitMemory.of(current.state())) : Optional.empty();
    }

    /** The drag that moves the law. */
    public DragState drag() {
        return drag;
    }

    /** The model of one of the parameters κ, γ, τ and s. */
    public ParameterModel parameter(Parameter parameter) {
        return current.table().row(parameter);
    }

    /** Which eigenvalues the fit leaves out. */
    public TrimModel trims() {
        return current.trims();
    }

    public LeagueModel league() {
        return league;
    }

    public ReadOnlyObjectProperty<Orientation> orientationProperty() {
        return current.orientationProperty();
    }

    /** The laws to draw at the values on screen, HTMP first; empty before the first fit. */
    public ReadOnlyObjectProperty<List<LawCurve>> curvesProperty() {
        return display.curvesProperty();
    }

    /** The law and the sample on screen, anew with every change; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<FitScene>> sceneProperty() {
        return display.sceneProperty();
    }

    /** Quantities derived from the values on screen; empty before the first fit. */
    public ReadOnlyObjectProperty<Optional<Derived>> derivedProperty() {
        return display.derivedProperty();
    }

    /** The newest refit, conditional on the parameters that were kept. */
    public ReadOnlyObjectProperty<Optional<FitResult>> lastFitProperty() {
        return display.lastFitProperty();
    }

    /** Why the last refit failed, empty when it did not. */
    public ReadOnlyStringProperty failureProperty() {
        return display.failureProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return history.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }
}
