package org.eigenscope.law.special;

/**
 * The regularised incomplete Gamma functions P(a, x) = γ(a, x)/Γ(a) and Q(a, x) = Γ(a, x)/Γ(a), a > 0, x ≥ 0.
 *
 * <p>Each is accurate relatively in its own tail, down to the smallest normal double: error ≤ 1e-12 for 1e-3 ≤ a ≤ 1e6
 * against mpmath (see {@code incomplete_gamma.csv} among the tests). P by its series (DLMF 8.7.1), Q by Legendre's
 * continued fraction (DLMF 8.9.2), Q at small a and x by the series of Q itself, and Temme's uniform expansion
 * (DLMF 8.12) from a = 1e4 on, so that the time does not grow with a.
 */
public final class IncompleteGamma {
    private static final double TEMME_FROM = 1e4;

    private static final double CONVERGED = 1e-15;

    /** The most terms of a series or fraction, many times what any a below Temme's range needs. */
    private static final int MOST_TERMS = 100_000;

    /** |η| beyond which e^(−aη²/2) underflows for every a that Temme's expansion serves. */
    private static final double TEMME_REACH = 0.4;

    private static final double SQRT_TWO_PI = 2.5066282746310005024;

    /** Taylor coefficients in η of Temme's c_0 … c_3, made by {@code temme_coefficients.py} in exact arithmetic. */
    private static final double[][] TEMME = {
        {
            -0.3333333333333333,
            0.08333333333333333,
            -0.014814814814814815,
            0.0011574074074074073,
            0.0003527336860670194,
            -0.0001787551440329218,
            3.919263178522438e-05,
            -2.185448510679992e-06,
            -1.85406221071516e-06,
            8.296711340953087e-07,
            -1.7665952736826078e-07,
            6.707853543401498e-09,
            1.0261809784240309e-08,
            -4.382036018453353e-09,
            9.14769958223679e-10,
            -2.5514193994946248e-11,
            -5.830772132550426e-11,
            2.4361948020667415e-11,
            -5.0276692801141755e-12,
            1.1004392031956135e-13
        },
        {
            -0.001851851851851852,
            -0.003472222222222222,
            0.0026455026455026454,
            -0.0009902263374485596,
            0.00020576131687242798,
            -4.018775720164609e-07,
            -1.8098550334489977e-05,
            7.64916091608111e-06,
            -1.6120900894563446e-06,
            4.647127802807434e-09,
            1.378633446915721e-07,
            -5.752545603517705e-08,
            1.1951628599778148e-08,
            -1.7543241719747647e-11,
            -1.0091543710600413e-09,
            4.162792991842583e-10
        },
        {
            0.004133597883597883,
            -0.0026813271604938273,
            0.0007716049382716049,
            2.0093878600823047e-06,
            -0.0001073665322636516,
            5.2923448829120125e-05,
            -1.2760635188618728e-05,
            3.423578734096138e-08,
            1.3721957309062934e-06,
            -6.298992138380055e-07
        },
        {0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557, 0.00026772063206283885}
    };

    private IncompleteGamma() {}

    /** P(a, x), the lower function. */
    public static double lower(double a, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        if (a >= TEMME_FROM) {
            return temme(a, x, -1);
        }
        return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
    }

    /** Q(a, x), the upper function. */
    public static double upper(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (a >= TEMME_FROM) {
            return temme(a, x, 1);
        }
        if (a < 1) {
            return x <= 1 ? upperAtSmallArguments(a, x) : upperFraction(a, x);
        }
        return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
    }

    private static double lowerSeries(double a, double x) {
        double term = 1;
        double sum = 1;
        double denominator = a;
        while (term > sum * 1e-17) {
            denominator += 1;
            term *= x / denominator;
            sum += term;
        }
        return Math.min(1, Math.exp(GammaFunctions.logPoissonWeight(a, x)) * sum);
    }

    /** 1 − P by the alternating series of P, with the leading 1 taken out by expm1. */
    private static double upperAtSmallArguments(double a, double x) {
        double logFactor = a * Math.log(x) - GammaFunctions.logGamma1p(a);
        double power = 1;
        double sum = 0;
        for (int k = 1; ; k++) {
            power *= -x / k;
            double next = sum + power / (a + k);
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return -Math.expm1(logFactor) - Math.exp(logFactor) * a * sum;
    }

    /** Legendre's continued fraction by the modified Lentz method; every partial sum here is positive. */
    private static double upperFraction(double a, double x) {
        double weight = Math.exp(GammaFunctions.logPoissonWeight(a, x));
        if (weight == 0) {
            return 0;
        }
        double b = x + 1 - a;
        double c = Double.POSITIVE_INFINITY;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; Math.abs(change - 1) > CONVERGED && n < MOST_TERMS; n++) {
            double numerator = n * (a - n);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            change = c * d;
            value *= change;
        }
        return Math.min(1, weight * a * value);
    }

    /** P for side −1, Q for side +1: ½ erfc(side·η√(a/2)) + side·R, with the common factor e^(−aη²/2) kept outside. */
    private static double temme(double a, double x, int side) {
        double deviation = (x - a) / a;
        double halfEtaSquared = GammaFunctions.minusLog1p(Math.max(deviation, -0.999));
        double eta = Math.copySign(Math.sqrt(2 * halfEtaSquared), deviation);
        if (Math.abs(eta) > TEMME_REACH) {
            return eta * side > 0 ? 0 : 1;
        }
        double decay = Math.exp(-a * halfEtaSquared);
        double remainder = temmeSum(a, eta) / (SQRT_TWO_PI * Math.sqrt(a));
        double z = Math.abs(eta) * Math.sqrt(a / 2);
        double near = 0.5 * ErrorFunction.scaledComplement(z);
        if (eta * side >= 0) {
            return decay * (near + side * remainder);
        }
        return 1 - decay * (near - side * remainder);
    }

    private static double temmeSum(double a, double eta) {
        double sum = 0;
        for (int k = TEMME.length - 1; k >= 0; k--) {
            double c = 0;
            for (int n = TEMME[k].length - 1; n >= 0; n--) {
                c = c * eta + TEMME[k][n];
            }
            sum = sum / a + c;
        }
        return sum;
    }
}
