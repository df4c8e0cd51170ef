package org.eigenscope.ui.spectrum;

import java.util.Optional;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.text.Numbers;

/**
 * What stands in the middle of a chart that has no distribution to draw.
 *
 * @param headline what is the matter
 * @param hint what can be done
 */
record ChartState(String headline, String hint) {
    private static final ChartState EMPTY = new ChartState(
            "Open a matrix file or drop it here",
            "Its eigenvalue spectrum appears here, with the laws that describe it.");

    /**
     * What happens besides.
     *
     * @param opening whether files are being opened
     * @param awaited the matrix that is being read; empty for none
     * @param failure why the last one could not be shown; empty if it could
     */
    record Progress(boolean opening, String awaited, String failure) {}

    /** The state of a chart; empty where there is a distribution to draw. */
    static Optional<ChartState> of(Optional<SpectrumModel.Shown> shown, boolean isDrawn, Progress progress) {
        if (shown.isPresent()) {
            return ofSpectrum(shown.get(), isDrawn);
        }
        if (!progress.awaited().isEmpty()) {
            return Optional.of(
                    new ChartState("Opening " + progress.awaited() + " …", "Its eigenvalue spectrum appears here."));
        }
        if (progress.opening()) {
            return Optional.of(new ChartState("Opening files …", "The first matrix in them appears here."));
        }
        return Optional.of(
                progress.failure().isEmpty()
                        ? EMPTY
                        : new ChartState("There is no spectrum to show", progress.failure()));
    }

    private static Optional<ChartState> ofSpectrum(SpectrumModel.Shown shown, boolean isDrawn) {
        Spectrum spectrum = shown.spectrum();
        String label = shown.tensor().label();
        if (spectrum.estimate().isPresent()) {
            return Optional.empty();
        }
        int negative = spectrum.negative().length;
        if (spectrum.size() == 1) {
            return Optional.of(new ChartState(
                    label + " has one eigenvalue, λ = " + Numbers.format(spectrum.ascending()[0]),
                    "A distribution has more of them, and so has what a law is fitted to. Open a larger matrix."));
        }
        if (spectrum.positiveCount() == 0 && negative == 0) {
            return Optional.of(
                    new ChartState(
                            "All " + Numbers.count(spectrum.size()) + " eigenvalues of " + label + " are zero",
                            "Its entries are 0, or too small to count. There is nothing to draw or to fit: open another matrix."));
        }
        if (!isDrawn) {
            return Optional.of(new ChartState(
                    "No eigenvalue of " + label + " is positive",
                    Numbers.count(negative) + " negative " + (negative == 1 ? "eigenvalue has" : "eigenvalues have")
                            + " no place on a logarithmic axis: choose ± log x, or switch log x off."));
        }
        return Optional.empty();
    }
}
