package org.eigenscope.ui.fit.law;

import java.util.Arrays;
import org.eigenscope.analysis.FitPlan.Trims;
import org.eigenscope.figure.compose.KeptWindow;

/** The eigenvalues on screen that laws are fitted to, ascending: the positive ones, or all for laws of any sign. Immutable; one object for as long as the same sample is shown. */
public final class Eigenvalues {
    static final Eigenvalues NONE = new Eigenvalues(new double[0]);

    /** The largest relative deviation from proportional at which two samples count as the same one in other units. */
    private static final double PROPORTIONAL = 1e-6;

    private final double[] values;

    private Eigenvalues(double[] values) {
        this.values = values;
    }

    /** @param values in any order; copied */
    public static Eigenvalues of(double[] values) {
        double[] sorted = values.clone();
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

    /** The eigenvalues in ascending order, as a new array. */
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

    /** The eigenvalues without the given numbers of them at either end. */
    Eigenvalues trimmed(int bottom, int top) {
        return bottom + top == 0 ? this : new Eigenvalues(Arrays.copyOfRange(values, bottom, values.length - top));
    }

    /** The window that a fit with these trims uses. */
    public KeptWindow window(Trims trims) {
        return KeptWindow.of(values.length, this::at, trims.bottom(), trims.top());
    }

    /** The factor f with other = f·this, up to 1e-6 relatively; NaN if there is none. */
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
