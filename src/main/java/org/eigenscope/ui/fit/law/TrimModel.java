package org.eigenscope.ui.fit.law;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.analysis.FitPlan.Trims;

/** How many of the smallest and of the largest eigenvalues the fit leaves out. */
public final class TrimModel {
    /** The fewest eigenvalues that trims leave, because a fit needs this many distinct ones. */
    private static final int LEAST_KEPT = 5;

    private static final Trims NONE = new Trims(0, 0);

    private final Editor editor;
    private final ReadOnlyObjectWrapper<Trims> trims = new ReadOnlyObjectWrapper<>(this, "trims", NONE);
    private final ReadOnlyObjectWrapper<Eigenvalues> sample =
            new ReadOnlyObjectWrapper<>(this, "sample", Eigenvalues.NONE);

    private Eigenvalues ofAnySign = Eigenvalues.NONE;

    /** Receives what the user does. */
    interface Editor {
        void editStarted();

        void trimsChosen(Trims trims);

        void editEnded();
    }

    TrimModel(Editor editor) {
        this.editor = editor;
    }

    /** An end of the spectrum. */
    public enum End {
        BOTTOM,
        TOP
    }

    /** The drag of a handle begins: what follows until {@link #release} is one undo step. */
    public void grab() {
        editor.editStarted();
    }

    /** @param all for laws of any sign; empty where no eigenvalue is negative */
    void takeOfAnySign(Eigenvalues all) {
        ofAnySign = all;
    }

    /** Moves an end to an abscissa: positive eigenvalues beyond it are left out. */
    public void dragTo(End end, double lambda) {
        dragTo(end, lambda, sample.get());
    }

    /** Moves an end to an abscissa: as many eigenvalues as lie beyond it, of any sign, are left out, by each law of its own sample. */
    public void dragAmongAllTo(End end, double lambda) {
        dragTo(end, lambda, ofAnySign);
    }

    private void dragTo(End end, double lambda, Eigenvalues all) {
        int beyond = end == End.BOTTOM ? all.countBelow(lambda) : all.size() - all.countBelow(Math.nextUp(lambda));
        choose(end, beyond);
    }

    public void release() {
        editor.editEnded();
    }

    /** Sets how many are left out at an end, in one step. */
    public void set(End end, int count) {
        grab();
        choose(end, count);
        release();
    }

    /** Removes all trims, so that the fit uses every eigenvalue. */
    public void reset() {
        grab();
        apply(NONE);
        release();
    }

    private void choose(End end, int wanted) {
        Trims now = trims.get();
        int other = end == End.BOTTOM ? now.top() : now.bottom();
        int count = Math.max(0, Math.min(wanted, sample.get().size() - LEAST_KEPT - other));
        apply(end == End.BOTTOM ? new Trims(count, other) : new Trims(other, count));
    }

    private void apply(Trims next) {
        if (!next.equals(trims.get())) {
            trims.set(next);
            editor.trimsChosen(next);
        }
    }

    /** Moves an end by some eigenvalues, inwards if positive. */
    public void nudge(End end, int eigenvalues) {
        set(end, (end == End.BOTTOM ? trims.get().bottom() : trims.get().top()) + eigenvalues);
    }

    void show(Eigenvalues all, Trims kept) {
        sample.set(all.isEmpty() ? ofAnySign : all);
        trims.set(kept);
    }

    void restore(Trims old) {
        trims.set(old);
    }

    /** How many eigenvalues the fit uses. */
    public int used() {
        return sample.get().size() - trims.get().bottom() - trims.get().top();
    }

    public ReadOnlyObjectProperty<Trims> trimsProperty() {
        return trims.getReadOnlyProperty();
    }

    /** The eigenvalues on screen. */
    public ReadOnlyObjectProperty<Eigenvalues> sampleProperty() {
        return sample.getReadOnlyProperty();
    }
}
