package org.eigenscope.law.htmp;

/** The law beyond one end of the marched panels, in closed form. */
interface Tail {
    /** ln ρ(x). */
    double logDensity(double x);

    /** The probability beyond x, on the tail's own side. */
    double mass(double x);
}
