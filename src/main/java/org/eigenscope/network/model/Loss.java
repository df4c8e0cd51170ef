package org.eigenscope.network.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The loss ℓ(f, y) of one sample with outputs f; that of a batch is the mean over its samples. Computed in double precision whatever the
 * precision of the network.
 */
public enum Loss {
    /**
     * −ln p_y with p = softmax(f); with one output the logistic loss ln(1 + e^f) − y·f of the classes 0 and 1. Its Hessian by f is
     * diag(p) − ppᵀ, or σ(1 − σ).
     */
    CROSS_ENTROPY {
        @Override
        double evaluate(Outputs f, Targets targets, int sample) {
            if (f.count == 1) {
                double z = f.values[f.at];
                int label = targets.label(sample);
                f.adjoints[f.at] = logistic(z) - label;
                return Math.max(z, 0) - z * label + Math.log1p(Math.exp(-Math.abs(z)));
            }
            double sum = f.softmax();
            int label = targets.label(sample);
            double shifted = f.values[f.at + label] - f.largest();
            f.adjoints[f.at + label] -= 1;
            return Math.log(sum) - shifted;
        }

        @Override
        void curvature(Outputs f, double[] direction) {
            if (f.count == 1) {
                double p = logistic(f.values[f.at]);
                f.adjoints[f.at] = p * (1 - p) * direction[f.at];
                return;
            }
            f.softmax();
            double mean = 0;
            for (int i = f.at; i < f.at + f.count; i++) {
                mean += f.adjoints[i] * direction[i];
            }
            for (int i = f.at; i < f.at + f.count; i++) {
                f.adjoints[i] *= direction[i] - mean;
            }
        }
    },
    /** Σ_c (f_c − y_c)², without a factor ½: its Hessian by f is 2. */
    SQUARED {
        @Override
        double evaluate(Outputs f, Targets targets, int sample) {
            double sum = 0;
            for (int i = 0; i < f.count; i++) {
                double error = f.values[f.at + i] - targets.value(sample, i);
                f.adjoints[f.at + i] = 2 * error;
                sum += error * error;
            }
            return sum;
        }

        @Override
        void curvature(Outputs f, double[] direction) {
            for (int i = f.at; i < f.at + f.count; i++) {
                f.adjoints[i] = 2 * direction[i];
            }
        }
    };

    /** The outputs of one sample within those of a batch, and where derivatives by them go. */
    static final class Outputs {
        private final double[] values;
        private final double[] adjoints;
        private final int count;
        private int at;

        Outputs(double[] values, double[] adjoints, int count) {
            this.values = values;
            this.adjoints = adjoints;
            this.count = count;
        }

        /** Goes to a sample, counted from 0. */
        void sample(int index) {
            at = index * count;
        }

        double largest() {
            double largest = values[at];
            for (int i = 1; i < count; i++) {
                largest = Math.max(largest, values[at + i]);
            }
            return largest;
        }

        /** Puts the softmax in the place of the adjoints and returns Σ e^(f − max f). */
        double softmax() {
            double largest = largest();
            double sum = 0;
            for (int i = at; i < at + count; i++) {
                adjoints[i] = Math.exp(values[i] - largest);
                sum += adjoints[i];
            }
            for (int i = at; i < at + count; i++) {
                adjoints[i] /= sum;
            }
            return sum;
        }

        /** The first of the largest outputs; with one output the class 1 if it is positive. */
        int choice() {
            if (count == 1) {
                return values[at] > 0 ? 1 : 0;
            }
            int best = 0;
            for (int i = 1; i < count; i++) {
                if (values[at + i] > values[at + best]) {
                    best = i;
                }
            }
            return best;
        }
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** ℓ of a sample, and ∂ℓ/∂f. */
    abstract double evaluate(Outputs f, Targets targets, int sample);

    /** The Hessian of ℓ by f, times a direction. */
    abstract void curvature(Outputs f, double[] direction);

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The loss of that name. */
    public static Optional<Loss> of(String id) {
        return Stream.of(values()).filter(loss -> loss.id().equals(id)).findFirst();
    }
}
