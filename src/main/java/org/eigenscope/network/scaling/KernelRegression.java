package org.eigenscope.network.scaling;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;

/**
 * Ridgeless regression with a kernel matrix K of N inputs: from n of them, drawn at random, to the others. Its error is Σ (f − y)² over the
 * other inputs and all outputs, divided by Σ y² there, so that 1 is the error of the answer 0. Immutable.
 */
public final class KernelRegression {
    private final double[] kernel;
    private final int count;

    private KernelRegression(double[] kernel, int count) {
        this.kernel = kernel;
        this.count = count;
    }

    /**
     * Regression with a kernel.
     *
     * @param kernel N × N, symmetric; copied
     */
    public static KernelRegression of(double[] kernel, int count) {
        if (kernel.length != (long) count * count) {
            throw new IllegalArgumentException(kernel.length + " entries are not " + count + "×" + count);
        }
        return new KernelRegression(kernel.clone(), count);
    }

    /**
     * An error over several draws of the samples.
     *
     * @param mean of the relative errors
     * @param standardError of the mean; NaN for one draw
     */
    public record Measured(double mean, double standardError) {}

    /**
     * Answers of a random teacher that is isotropic in the features of the kernel: a Gaussian process with covariance K, L z with K = L Lᵀ.
     *
     * @throws BadInputException if K is not positive definite in double precision
     */
    public double[] teacher(SplittableRandom random) throws BadInputException {
        int[] all = new int[count];
        Arrays.setAll(all, i -> i);
        double[] lower = factor(all);
        double[] z = random.doubles(2L * count).toArray();
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            z[i] = Math.sqrt(-2 * Math.log1p(-z[i])) * Math.cos(2 * Math.PI * z[count + i]);
            for (int j = 0; j <= i; j++) {
                y[i] += lower[i * count + j] * z[j];
            }
        }
        return y;
    }

    /**
     * The error from n samples.
     *
     * @param targets y, a row an input
     * @param outputs columns of y
     * @param samples n, from 1 to N − 1
     * @param draws of the n samples, at least 1; the same seed draws the same ones
     * @throws BadInputException if the kernel of some n inputs is not positive definite in double precision
     * @throws EigenscopeException if cancelled
     */
    public Measured error(double[] targets, int outputs, int samples, int draws, long seed, CancelToken cancel)
            throws EigenscopeException {
        if (targets.length != (long) count * outputs || samples < 1 || samples >= count || draws < 1) {
            throw new IllegalArgumentException(targets.length + " targets, " + outputs + " outputs, " + samples
                    + " samples of " + count + ", " + draws + " draws");
        }
        double[] errors = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            cancel.throwIfCancelled();
            errors[draw] = error(targets, outputs, samples, order(new SplittableRandom(seed + draw)));
        }
        double mean = Arrays.stream(errors).average().orElseThrow();
        double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        return new Measured(mean, draws < 2 ? Double.NaN : Math.sqrt(squares / (draws - 1) / draws));
    }

    private int[] order(SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private double error(double[] targets, int outputs, int samples, int[] order) throws BadInputException {
        double[] lower = factor(Arrays.copyOf(order, samples));
        double wrong = 0;
        double all = 0;
        double[] a = new double[samples];
        for (int output = 0; output < outputs; output++) {
            for (int i = 0; i < samples; i++) {
                a[i] = targets[order[i] * outputs + output];
            }
            solve(lower, a);
            for (int t = samples; t < count; t++) {
                double answer = 0;
                for (int i = 0; i < samples; i++) {
                    answer += kernel[order[t] * count + order[i]] * a[i];
                }
                double y = targets[order[t] * outputs + output];
                wrong += (answer - y) * (answer - y);
                all += y * y;
            }
        }
        return wrong / all;
    }

    /** Cholesky's L of the kernel of some inputs, row by row. */
    private double[] factor(int[] inputs) throws BadInputException {
        int n = inputs.length;
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = kernel[inputs[i] * count + inputs[j]];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                if (i == j && !(sum > 0)) {
                    throw new BadInputException("The kernel matrix of " + n + " inputs is singular in double precision,"
                            + " so regression without a ridge has no answer; take a kernel of full rank, such as the NTK,"
                            + " or inputs that differ.");
                }
                lower[i * n + j] = i == j ? Math.sqrt(sum) : sum / lower[j * n + j];
            }
        }
        return lower;
    }

    /** Overwrites a with (L Lᵀ)⁻¹ a. */
    private static void solve(double[] lower, double[] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                a[i] -= lower[i * n + k] * a[k];
            }
            a[i] /= lower[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            a[i] /= lower[i * n + i];
            for (int k = 0; k < i; k++) {
                a[k] -= lower[i * n + k] * a[i];
            }
        }
    }
}
