package org.eigenscope.network.scaling;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

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
        return measured(errors);
    }

    /**
     * The error of a random teacher that is isotropic in the features of the kernel, a Gaussian process with covariance K, in expectation over
     * teachers: tr(K_tt − K_tn K_nn⁻¹ K_nt)/tr K_tt for n samples and the other inputs t.
     *
     * @param samples n, from 1 to N − 1
     * @param draws of the n samples, at least 1; the same seed draws the same ones
     * @throws BadInputException if the kernel of some n inputs is not positive definite in double precision
     * @throws EigenscopeException if cancelled
     */
    public Measured errorOfTeachers(int samples, int draws, long seed, CancelToken cancel) throws EigenscopeException {
        if (samples < 1 || samples >= count || draws < 1) {
            throw new IllegalArgumentException(samples + " samples of " + count + ", " + draws + " draws");
        }
        double[] errors = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            cancel.throwIfCancelled();
            errors[draw] = errorOfTeachers(samples, order(new SplittableRandom(seed + draw)));
        }
        return measured(errors);
    }

    private double errorOfTeachers(int samples, int[] order) throws BadInputException {
        DMatrixRMaj across = block(order, samples, count, samples);
        DMatrixRMaj weights = new DMatrixRMaj(samples, count - samples);
        solver(order, samples).solve(CommonOps_DDRM.transpose(across, null), weights);
        double all = 0;
        double explained = 0;
        for (int t = samples; t < count; t++) {
            all += kernel[order[t] * count + order[t]];
            for (int i = 0; i < samples; i++) {
                explained += across.get(t - samples, i) * weights.get(i, t - samples);
            }
        }
        return (all - explained) / all;
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

    private static Measured measured(double[] errors) {
        int draws = errors.length;
        double mean = Arrays.stream(errors).average().orElseThrow();
        double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
        return new Measured(mean, draws < 2 ? Double.NaN : Math.sqrt(squares / (draws - 1) / draws));
    }

    private double error(double[] targets, int outputs, int samples, int[] order) throws BadInputException {
        DMatrixRMaj weights = new DMatrixRMaj(samples, outputs);
        solver(order, samples).solve(rows(targets, outputs, order, 0, samples), weights);
        DMatrixRMaj answers = new DMatrixRMaj(count - samples, outputs);
        CommonOps_DDRM.mult(block(order, samples, count, samples), weights, answers);
        DMatrixRMaj right = rows(targets, outputs, order, samples, count);
        double all = NormOps_DDRM.fastNormF(right);
        CommonOps_DDRM.subtractEquals(answers, right);
        double wrong = NormOps_DDRM.fastNormF(answers);
        return wrong * wrong / (all * all);
    }

    /** Some rows of the kernel, in the order of the inputs, cut to the first columns. */
    private DMatrixRMaj block(int[] order, int from, int to, int columns) {
        DMatrixRMaj block = new DMatrixRMaj(to - from, columns);
        for (int i = from; i < to; i++) {
            for (int j = 0; j < columns; j++) {
                block.set(i - from, j, kernel[order[i] * count + order[j]]);
            }
        }
        return block;
    }

    private static DMatrixRMaj rows(double[] targets, int outputs, int[] order, int from, int to) {
        DMatrixRMaj rows = new DMatrixRMaj(to - from, outputs);
        for (int i = from; i < to; i++) {
            System.arraycopy(targets, order[i] * outputs, rows.data, (i - from) * outputs, outputs);
        }
        return rows;
    }

    /** Solves with the kernel of the first samples. */
    private LinearSolverDense<DMatrixRMaj> solver(int[] order, int samples) throws BadInputException {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(samples);
        if (!solver.setA(block(order, 0, samples, samples))) {
            throw new BadInputException("The kernel matrix of " + samples + " inputs is singular in double precision,"
                    + " so regression without a ridge has no answer; take a kernel of full rank, such as the NTK,"
                    + " or inputs that differ.");
        }
        return solver;
    }
}
