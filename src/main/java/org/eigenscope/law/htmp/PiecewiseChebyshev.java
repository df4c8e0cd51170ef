package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A function on an interval, as Chebyshev sums on adjoining panels; evaluation allocates nothing. */
final class PiecewiseChebyshev {
    /** The function on one panel: values at the nodes of {@link ChebyshevNodes}, left to right. */
    record Panel(double from, double to, double[] values) {}

    private static final int NODES = ChebyshevNodes.COUNT;

    /** Mantissa bits kept in the index: 2⁶ buckets an octave. */
    private static final int INDEX_SHIFT = 52 - 6;

    private final double[] breaks;
    private final double[] scales;
    private final double[] coefficients;
    private final int firstKey;
    private final int[] panelOfKey;

    private PiecewiseChebyshev(List<Panel> panels) {
        int count = panels.size();
        breaks = new double[count + 1];
        scales = new double[count];
        coefficients = new double[count * NODES];
        for (int i = 0; i < count; i++) {
            Panel panel = panels.get(i);
            breaks[i] = panel.from();
            scales[i] = 2 / (panel.to() - panel.from());
            ChebyshevNodes.coefficients(panel.values(), coefficients, i * NODES);
        }
        breaks[count] = panels.get(count - 1).to();
        // below a first panel that starts at 0 lie a thousand octaves that need no buckets
        firstKey = key(breaks[0] > 0 ? breaks[0] : breaks[1] / 2);
        panelOfKey = index();
    }

    /** Joins panels that cover an interval of [0, ∞) without gaps, given in any order. */
    static PiecewiseChebyshev of(List<Panel> panels) {
        List<Panel> sorted = new ArrayList<>(panels);
        sorted.sort(Comparator.comparingDouble(Panel::from));
        return new PiecewiseChebyshev(sorted);
    }

    double from() {
        return breaks[0];
    }

    double to() {
        return breaks[breaks.length - 1];
    }

    int panels() {
        return scales.length;
    }

    double panelStart(int panel) {
        return breaks[panel];
    }

    double panelEnd(int panel) {
        return breaks[panel + 1];
    }

    /** The coefficient of T_k on a panel. */
    double coefficient(int panel, int k) {
        return coefficients[panel * NODES + k];
    }

    /** The value at x, which must lie in [from, to]. */
    double at(double x) {
        return at(panelAt(x), x);
    }

    /** The value at x, which must lie in the panel. */
    double at(int panel, double x) {
        double xi = (x - breaks[panel]) * scales[panel] - 1;
        return ChebyshevNodes.sum(coefficients, panel * NODES, xi);
    }

    int panelAt(double x) {
        int key = key(x) - firstKey;
        int low = panelOfKey[Math.min(Math.max(key, 0), panelOfKey.length - 2)];
        int high = panelOfKey[Math.min(Math.max(key, 0) + 1, panelOfKey.length - 1)];
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (breaks[middle] <= x) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** For each bucket of leading bits, the panel that holds the bucket's lower end. */
    private int[] index() {
        int count = key(to()) - firstKey + 2;
        int[] index = new int[count];
        int panel = 0;
        for (int i = 0; i < count; i++) {
            double lower = Double.longBitsToDouble((long) (firstKey + i) << INDEX_SHIFT);
            while (panel < scales.length - 1 && breaks[panel + 1] <= lower) {
                panel++;
            }
            index[i] = panel;
        }
        return index;
    }

    private static int key(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> INDEX_SHIFT);
    }
}
