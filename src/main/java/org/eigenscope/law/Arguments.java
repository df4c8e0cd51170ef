package org.eigenscope.law;

import org.apache.commons.math3.complex.Complex;

/** Checks of arguments. The exception of each check names the argument and its value. */
public final class Arguments {
    private Arguments() {}

    static double positive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " = " + value + " is not a positive finite number");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " = " + value + " is not a finite number ≥ 0");
        }
        return value;
    }

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + " is not finite");
        }
        return value;
    }

    static double aspectRatio(double gamma) {
        if (!(gamma > 0 && gamma <= 1)) {
            throw new IllegalArgumentException("gamma = " + gamma + " is outside (0, 1]");
        }
        return gamma;
    }

    /** Returns {@code value} if it lies in [0, 1]; throws IllegalArgumentException otherwise. */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " = " + value + " is outside [0, 1]");
        }
        return value;
    }

    /** Returns {@code value} unless it is NaN; throws IllegalArgumentException then. */
    public static double notNaN(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " = NaN is not a number");
        }
        return value;
    }

    static SpectralLaw withoutAtom(SpectralLaw law) {
        if (law.atomAtZero() > 0) {
            throw new IllegalArgumentException("base has an atom of " + law.atomAtZero() + " at zero");
        }
        return law;
    }

    /** Refuses a z that is neither in the open upper half-plane nor on the real axis left of a support. */
    static Complex transformArgument(Complex z, double supportLower) {
        double re = z.getReal();
        double im = z.getImaginary();
        boolean left = im == 0 && re < supportLower;
        if (!Double.isFinite(re) || !Double.isFinite(im) || !(im > 0 || left)) {
            throw new IllegalArgumentException(
                    "z = " + re + " + " + im + "i is neither above the real axis nor on it left of " + supportLower);
        }
        return z;
    }
}
