package org.eigenscope.analysis;

import java.util.Objects;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.Spectrum;

/**
 * Eigenvalues to fit a law to.
 *
 * @param label what they are of, as users name it
 * @param spectrum the eigenvalues
 */
public record FitSample(String label, Spectrum spectrum) {
    public FitSample {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(spectrum, "spectrum");
    }

    /** The eigenvalues of a tensor. */
    public static FitSample of(TensorSpectrum tensor) {
        return new FitSample(tensor.label(), tensor.spectrum());
    }

    /**
     * Eigenvalues that someone else computed. Only those that are 0 count as zero, and nothing is known of a shape.
     *
     * @param eigenvalues at least one, finite, in any order
     */
    public static FitSample ofEigenvalues(String label, double[] eigenvalues) {
        int n = eigenvalues.length;
        Spectrum.Details details =
                new Spectrum.Details(n, n, Spectrum.Source.SYMMETRIC, Normalization.RAW, 0, "given as they are");
        return new FitSample(label, Spectrum.of(eigenvalues, details));
    }
}
