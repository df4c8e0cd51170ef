package org.eigenscope.ui.fit.law;

import java.util.Arrays;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.KeptWindow;

/** The positive eigenvalues on screen, ascending. Immutable; one object for as long as the same sample is shown. */
public final class Eigenvalues {
    static final Eigenvalues NONE = new Eigenvalues(new double[0]);

    /** How far two samples may be from proportional and still count as one in other units. */
    private static final double PROPORTIONAL = 1e-6;

    private final double[] values;

    private Eigenvalues(double[] values) {
        this.values = values;
    }

    /** @param positive in any order; copied */
    public static Eigenvalues of(double[] positive) {
        double[] sorted = positive.clone();
        Arrays.sort(sorted);
        return new Eigenvalues(sorted);
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The value at an index, the smallest at 0. */
    public double at(int index) {
        return values[index];
    }

    /** A copy. */
    public double[] toArray() {
        return values.clone();
    }

    /** How many lie below a value. */
    public int countBelow(double bound) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What is left without the given numbers at either end. */
    Eigenvalues trimmed(int bottom, int top) {
        return bottom + top == 0 ? this : new Eigenvalues(Arrays.copyOfRange(values, bottom, values.length - top));
    }

    /** What a fit with trims looks through. */
    public KeptWindow window(Trims trims) {
        return KeptWindow.of(values.length, this::at, trims.bottom(), trims.top());
    }

    /** The factor that makes this sample of another; NaN unless one does. */
    double factorTo(Eigenvalues other) {
        if (isEmpty() || other.size() != size()) {
            return Double.NaN;
        }
        double factor = other.values[size() - 1] / values[size() - 1];
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(other.values[i] - factor * values[i]) <= PROPORTIONAL * other.values[i])) {
                return Double.NaN;
            }
        }
        return factor;
    }
}
