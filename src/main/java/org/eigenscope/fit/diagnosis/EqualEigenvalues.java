package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Whether eigenvalues are all the same, as those of an orthogonal matrix are up to rounding or a little noise. */
final class EqualEigenvalues {
    private static final double NARROW = 0.1;
    /** Marchenko–Pastur's law of mean 1 is 4√γ wide. */
    private static final double OF_ROOT = 0.25;

    private EqualEigenvalues() {}

    /**
     * Whether max − min is at most 10 % of the mean and √γ/4 of it, a sixteenth of the width of Marchenko–Pastur's law.
     *
     * @param ascending positive
     * @param aspectRatio γ, if the shape tells it
     */
    static boolean are(double[] ascending, OptionalDouble aspectRatio) {
        if (ascending.length == 0) {
            return false;
        }
        double smallest = ascending[0];
        double width = (ascending[ascending.length - 1] - smallest) / smallest;
        double mean = Arrays.stream(ascending).map(v -> v / smallest).average().orElseThrow();
        double limit =
                aspectRatio.isPresent() ? Math.min(NARROW, OF_ROOT * Math.sqrt(aspectRatio.getAsDouble())) : NARROW;
        return width <= limit * mean;
    }
}
