package org.eigenscope.figure;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;

/**
 * A histogram of densities, drawn as filled steps. Empty bins are gaps.
 *
 * @param edges the n + 1 bin edges, finite and ascending, in the units of the eigenvalues; copied in and out
 * @param densities the n heights, count/(N·Δλ); 0 or NaN marks an empty bin; copied in and out
 * @param standardErrors how far each height may be off when it is an estimate; empty when the heights are counts; copied in
 *     and out
 * @param label what the legend calls it
 */
public record HistogramSteps(double[] edges, double[] densities, double[] standardErrors, String label) {
    public HistogramSteps {
        Objects.requireNonNull(label, "label");
        edges = edges.clone();
        densities = densities.clone();
        standardErrors = standardErrors.clone();
        if (standardErrors.length != densities.length && standardErrors.length > 0) {
            throw new IllegalArgumentException(
                    standardErrors.length + " standard errors do not match " + densities.length + " bins");
        }
        if (edges.length != densities.length + 1 && edges.length + densities.length > 0) {
            throw new IllegalArgumentException(edges.length + " edges do not enclose " + densities.length + " bins");
        }
        requireAscending(edges);
        for (double density : densities) {
            if (density < 0 || Double.isInfinite(density)) {
                throw new IllegalArgumentException("density " + density + " is negative or infinite");
            }
        }
    }

    /** A histogram of counted heights, without standard errors. */
    public HistogramSteps(double[] edges, double[] densities, String label) {
        this(edges, densities, new double[0], label);
    }

    /** The same histogram with another label in the legend. */
    public HistogramSteps withLabel(String value) {
        return new HistogramSteps(edges, densities, standardErrors, value);
    }

    private static void requireAscending(double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException("edge " + edges[i] + " at " + i + " is not finite and ascending");
            }
        }
    }

    /** The number n of bins, empty ones included. */
    public int binCount() {
        return densities.length;
    }

    /** The lower edge of a bin, counted from 0, in the units of the eigenvalues. */
    public double lowerEdge(int bin) {
        return edges[bin];
    }

    /** The upper edge of a bin, counted from 0, in the units of the eigenvalues. */
    public double upperEdge(int bin) {
        return edges[bin + 1];
    }

    /** The height of a bin, counted from 0; 0 or NaN if it is empty. */
    public double density(int bin) {
        return densities[bin];
    }

    /** Whether the bin holds no eigenvalue and is left out of the drawing. */
    public boolean isGap(int bin) {
        return !(densities[bin] > 0);
    }

    /** The error bar of a bin, from one standard error below its height to one above; empty for counts and in gaps. */
    public Optional<AxisRange> errorBar(int bin) {
        if (standardErrors.length == 0 || isGap(bin) || !(standardErrors[bin] > 0)) {
            return Optional.empty();
        }
        double lower = Math.max(0, densities[bin] - standardErrors[bin]);
        double upper = densities[bin] + standardErrors[bin];
        // an error below the height's last digit has no length
        return lower < upper ? Optional.of(new AxisRange(lower, upper)) : Optional.empty();
    }

    /** The geometric centre of a bin of one sign, the arithmetic one of a bin that reaches 0. */
    public double center(int bin) {
        return center(edges[bin], edges[bin + 1]);
    }

    /** The centre of a bin where it is drawn in the middle of its bar: on a symmetric logarithmic axis in the axis's coordinate. */
    public double center(int bin, AxisScale abscissa) {
        return center(edges[bin], edges[bin + 1], abscissa);
    }

    /** The same between two values. */
    public static double center(double lower, double upper, AxisScale abscissa) {
        return abscissa instanceof SymmetricLogScale
                ? abscissa.backward((abscissa.forward(lower) + abscissa.forward(upper)) / 2)
                : center(lower, upper);
    }

    /** The geometric centre between two values of one sign, the arithmetic one where 0 lies between. */
    public static double center(double lower, double upper) {
        if (lower > 0 || upper < 0) {
            return Math.copySign(Math.sqrt(Math.abs(lower)) * Math.sqrt(Math.abs(upper)), lower);
        }
        return lower / 2 + upper / 2;
    }

    /** Whether there is no bar at all. */
    public boolean isEmpty() {
        return Arrays.stream(densities).noneMatch(d -> d > 0);
    }

    /** The line along the tops of the bars, down to 0 in gaps and at both ends. */
    public Curve outline(Curve prototype) {
        int n = binCount();
        double[] x = new double[n == 0 ? 0 : 2 * n + 2];
        double[] y = new double[x.length];
        for (int bin = 0; bin < n; bin++) {
            x[2 * bin + 1] = edges[bin];
            x[2 * bin + 2] = edges[bin + 1];
            y[2 * bin + 1] = isGap(bin) ? 0 : densities[bin];
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        if (n > 0) {
            x[0] = edges[0];
            x[2 * n + 1] = edges[n];
        }
        return prototype.withPoints(x, y);
    }

    /** The bars whose {@linkplain #outline outline} a curve is; empty for a curve that is none. */
    public static Optional<HistogramSteps> ofOutline(Curve outline) {
        int n = (outline.size() - 2) / 2;
        if (n < 1 || outline.size() % 2 != 0) {
            return Optional.empty();
        }
        double[] edges = new double[n + 1];
        double[] densities = new double[n];
        for (int bin = 0; bin < n; bin++) {
            edges[bin] = outline.xAt(2 * bin + 1);
            edges[bin + 1] = outline.xAt(2 * bin + 2);
            densities[bin] = outline.yAt(2 * bin + 1);
            boolean ascends = edges[bin] < edges[bin + 1] && edges[bin] == outline.xAt(2 * bin);
            if (!ascends || !(densities[bin] >= 0) || densities[bin] != outline.yAt(2 * bin + 2)) {
                return Optional.empty();
            }
        }
        return Optional.of(new HistogramSteps(edges, densities, outline.label()));
    }

    /** The density of the bin that holds λ; NaN in a gap and outside. */
    public double densityAt(double lambda) {
        int found = Arrays.binarySearch(edges, lambda);
        int bin = found >= 0 ? found : -found - 2;
        return bin < 0 || bin >= densities.length || isGap(bin) ? Double.NaN : densities[bin];
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public double[] densities() {
        return densities.clone();
    }

    @Override
    public double[] standardErrors() {
        return standardErrors.clone();
    }
}
