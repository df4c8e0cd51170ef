package org.eigenscope.network.array;

import java.util.Locale;
import org.eigenscope.law.special.ErrorFunction;

/** An activation function φ of one variable, with its first two derivatives. Accuracy about 1e-15 of max(1, |z|). */
public enum Nonlinearity {
    /** max(z, 0); its derivatives at 0 are taken as 0. */
    RELU {
        @Override
        double value(double z) {
            return Math.max(z, 0);
        }

        @Override
        double derivative(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        double secondDerivative(double z) {
            return 0;
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        double value(double z) {
            return Math.tanh(z);
        }

        @Override
        double derivative(double z) {
            double t = Math.tanh(z);
            return 1 - t * t;
        }

        @Override
        double secondDerivative(double z) {
            double t = Math.tanh(z);
            return -2 * t * (1 - t * t);
        }
    },
    /** z·Φ(z) with the normal distribution function Φ (D. Hendrycks and K. Gimpel, arXiv 1606.08415), not its approximation by tanh. */
    GELU {
        @Override
        double value(double z) {
            return z * ErrorFunction.normalTail(-z);
        }

        @Override
        double derivative(double z) {
            return ErrorFunction.normalTail(-z) + z * density(z);
        }

        @Override
        double secondDerivative(double z) {
            return (2 - z * z) * density(z);
        }
    };

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The name in the descriptions of networks. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** φ(z). */
    abstract double value(double z);

    /** φ′(z). */
    abstract double derivative(double z);

    /** φ″(z). */
    abstract double secondDerivative(double z);
}
