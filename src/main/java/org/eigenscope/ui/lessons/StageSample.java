package org.eigenscope.ui.lessons;

import java.util.Optional;
import org.eigenscope.fit.FitResult;

/**
 * The eigenvalues on the stage.
 *
 * @param eigenvalues positive, ascending; copied in and out
 * @param fit the HTMP law fitted to them, where that was asked for
 * @param product where a population was multiplied in, what theory predicts
 */
public record StageSample(double[] eigenvalues, Optional<FitResult> fit, Optional<StageProduct> product) {
    static final StageSample NONE = new StageSample(new double[0], Optional.empty(), Optional.empty());

    public StageSample {
        eigenvalues = eigenvalues.clone();
    }

    @Override
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return eigenvalues.length == 0;
    }

    double smallest() {
        return isEmpty() ? Double.NaN : eigenvalues[0];
    }

    double largest() {
        return isEmpty() ? Double.NaN : eigenvalues[eigenvalues.length - 1];
    }

    double median() {
        return isEmpty() ? Double.NaN : eigenvalues[eigenvalues.length / 2];
    }
}
