package org.eigenscope.figure;

import java.util.Arrays;
import java.util.Objects;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.style.CurveRole;

/**
 * A curve of a law's density.
 *
 * @param id names the curve across updates of the figure
 * @param role what the curve is; carries its colour and dash pattern
 * @param label what the legend calls it
 * @param x the abscissae, finite and not descending; copied in and out
 * @param y the densities; NaN interrupts the line; copied in and out
 * @param visible whether it is drawn; a hidden curve stays in the legend
 */
public record Curve(String id, CurveRole role, String label, double[] x, double[] y, boolean visible) {
    public Curve {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(label, "label");
        x = x.clone();
        y = y.clone();
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " abscissae do not match " + y.length + " densities");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || (i > 0 && x[i] < x[i - 1])) {
                throw new IllegalArgumentException("abscissa " + x[i] + " at " + i + " is not finite and ascending");
            }
        }
    }

    /** A visible curve with the id of its role. */
    public static Curve of(CurveRole role, String label, double[] x, double[] y) {
        return new Curve(role.id(), role, label, x, y, true);
    }

    /** The number of points. */
    public int size() {
        return x.length;
    }

    /** The abscissa of the point with an index, counted from 0. */
    public double xAt(int i) {
        return x[i];
    }

    /** The density at the point with an index, counted from 0; NaN interrupts the line. */
    public double yAt(int i) {
        return y[i];
    }

    /** The density at λ, interpolated linearly in log λ and log ρ where both are positive; NaN outside. */
    public double densityAt(double lambda) {
        int found = Arrays.binarySearch(x, lambda);
        if (found >= 0) {
            return y[found];
        }
        int next = -found - 1;
        if (next <= 0 || next >= x.length) {
            return Double.NaN;
        }
        boolean positive = x[next - 1] > 0 && y[next - 1] > 0 && y[next] > 0;
        AxisScale scale = positive ? AxisScale.LOG : AxisScale.LINEAR;
        double weight = (scale.forward(lambda) - scale.forward(x[next - 1]))
                / (scale.forward(x[next]) - scale.forward(x[next - 1]));
        return scale.backward((1 - weight) * scale.forward(y[next - 1]) + weight * scale.forward(y[next]));
    }

    /** The same curve through other points. */
    public Curve withPoints(double[] newX, double[] newY) {
        return new Curve(id, role, label, newX, newY, visible);
    }

    /** The same curve with another label in the legend. */
    public Curve withLabel(String value) {
        return new Curve(id, role, value, x, y, visible);
    }

    /** The same curve, drawn or hidden. */
    public Curve withVisible(boolean value) {
        return new Curve(id, role, label, x, y, value);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }
}
