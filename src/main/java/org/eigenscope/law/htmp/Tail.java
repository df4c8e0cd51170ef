package org.eigenscope.law.htmp;

/** The law beyond one end of the marched panels, in closed form. */
interface Tail {
    /** The log density ln ρ(x) beyond the marched panels. */
    double logDensity(double x);

    /** The probability beyond x, on the tail's own side. */
    double mass(double x);

    /** The probability between two points of the tail. */
    default double massBetween(double from, double to) {
        return Math.abs(mass(to) - mass(from));
    }
}
