package org.eigenscope.law.convolution;

import org.apache.commons.math3.complex.Complex;

/**
 * Densities of a free product at points of the positive axis. Each search starts from the solution at the point before.
 * For one thread.
 */
final class AxisWalk {
    /** Where |Im M| is below this fraction of |M| it is rounding, and the density is set to 0. */
    private static final double NEGLIGIBLE = 1e-13;

    /** A point farther than this from the last one, in ln x, is not started from its solution. */
    private static final double FAR = 1.5;

    private final Subordination subordination;
    private final double lower;
    private final double upper;
    private double lastX = Double.NaN;
    private Complex lastOmega;

    /**
     * @param lower no mass but at 0 lies below
     * @param upper no mass lies above
     */
    AxisWalk(Subordination subordination, double lower, double upper) {
        this.subordination = subordination;
        this.lower = lower;
        this.upper = upper;
    }

    /** ρ(x) of the continuous part; 0 also where it is not larger than rounding errors. */
    double density(double x) {
        if (!(x > 0 && x >= lower && x <= upper)) {
            return 0;
        }
        Complex z = new Complex(x, 0);
        if (lastOmega != null && Math.abs(Math.log(x / lastX)) < FAR) {
            Subordination.Point near = subordination.solve(z, lastOmega.multiply(x / lastX));
            if (near.converged() && isPositive(near.moment())) {
                return accept(near, x);
            }
        }
        Subordination.Point point = subordination.descend(z);
        return isPositive(point.moment()) ? accept(point, x) : 0;
    }

    private double accept(Subordination.Point point, double x) {
        lastX = x;
        lastOmega = point.omega();
        return -point.moment().getImaginary() / (Math.PI * x);
    }

    private static boolean isPositive(Complex moment) {
        return -moment.getImaginary() > NEGLIGIBLE * moment.abs();
    }
}
