package org.eigenscope.law;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.util.FastMath;
import org.eigenscope.law.special.AdaptiveQuadrature;

/**
 * ∫w(λ)ρ(λ)/(z − λ)dλ by quadrature, for any law.
 *
 * <p>Away from the real axis the integrand is smooth, and {@link Expectation} integrates it. Near the axis, the
 * interval about Re z of half the distance to the support's lower end is integrated in v with λ = Re z + Im z·sinh v.
 * In v the pole is wide however close z is to the axis. The two halves of the interval are integrated together, so that
 * the odd part cancels before it is summed. Error about 1e-11·|G| for a law whose density is smooth on the scale of λ.
 */
public final class StieltjesQuadrature {
    private static final double TOLERANCE = 1e-14;
    private static final double[] BREAKS = {1e-9, 1e-3, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-9};

    private final SpectralLaw law;
    private final DoubleUnaryOperator weight;
    private final double re;
    private final double im;

    private StieltjesQuadrature(SpectralLaw law, DoubleUnaryOperator weight, Complex z) {
        this.law = law;
        this.weight = weight;
        this.re = z.getReal();
        this.im = z.getImaginary();
    }

    /** The transform G(z) = ∫ρ(λ)/(z − λ) dλ. */
    public static Complex of(SpectralLaw law, Complex z) {
        return weighted(law, x -> 1, z);
    }

    /** E[w(Λ)/(z − Λ)] for a smooth weight. */
    static Complex weighted(SpectralLaw law, DoubleUnaryOperator weight, Complex z) {
        Arguments.transformArgument(z, law.supportLower());
        return new StieltjesQuadrature(law, weight, z).value();
    }

    private Complex value() {
        double lower = Expectation.lowerEnd(law);
        double radius = 0.5 * (re - lower);
        if (!(radius > 0) || im > 2 * radius) {
            return new Complex(Expectation.of(law, this::realPart), Expectation.of(law, this::imaginaryPart));
        }
        double from = re - radius;
        double to = re + radius;
        double real = Expectation.outside(law, this::realPart, from, to) + nearReal(radius);
        double imaginary = Expectation.outside(law, this::imaginaryPart, from, to) + nearImaginary(radius);
        return new Complex(real, imaginary);
    }

    private double realPart(double lambda) {
        double gap = re - lambda;
        // scaled: the squares of what is far below 1 would underflow
        double size = Math.max(Math.abs(gap), im);
        double x = gap / size;
        double y = im / size;
        return weight.applyAsDouble(lambda) * (x / (x * x + y * y)) / size;
    }

    private double imaginaryPart(double lambda) {
        double gap = re - lambda;
        double size = Math.max(Math.abs(gap), im);
        double x = gap / size;
        double y = im / size;
        return -weight.applyAsDouble(lambda) * (y / (x * x + y * y)) / size;
    }

    private double weighted(double lambda) {
        double density = law.density(lambda);
        return density == 0 ? 0 : density * weight.applyAsDouble(lambda);
    }

    /** With λ = re ± im·sinh v: ∓tanh v of the density at the two points. */
    private double nearReal(double radius) {
        return near(v -> Math.tanh(v) * (weighted(re - im * Math.sinh(v)) - weighted(re + im * Math.sinh(v))), radius);
    }

    private double nearImaginary(double radius) {
        return near(v -> -(weighted(re - im * Math.sinh(v)) + weighted(re + im * Math.sinh(v))) / Math.cosh(v), radius);
    }

    /**
     * ∫g dv up to the radius, in pieces between the law's quantiles, so that a narrow bulk away from Re z is not
     * missed.
     */
    private double near(DoubleUnaryOperator g, double radius) {
        TreeSet<Double> breaks = new TreeSet<>();
        breaks.add(asinhOfRatio(radius));
        for (double p : BREAKS) {
            double distance = Math.abs(law.quantile(p) - re);
            if (distance > 0 && distance < radius) {
                breaks.add(asinhOfRatio(distance));
            }
        }
        double sum = 0;
        double size = 0;
        double from = 0;
        for (double to : breaks) {
            double piece = AdaptiveQuadrature.integrate(g, from, to, TOLERANCE * size);
            sum += piece;
            size += Math.abs(piece);
            from = to;
        }
        return sum;
    }

    private double asinhOfRatio(double distance) {
        double ratio = distance / im;
        return ratio < 1e8 ? FastMath.asinh(ratio) : Math.log(2) + Math.log(distance) - Math.log(im);
    }
}
