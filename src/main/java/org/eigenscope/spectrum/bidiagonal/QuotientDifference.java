package org.eigenscope.spectrum.bidiagonal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eigenscope.error.NoConvergenceException;

/**
 * The eigenvalues of T = L·Lᵀ for a lower bidiagonal L, each to high relative accuracy however small it is.
 *
 * <p>Works on the squares q_i = L_ii² and e_i = L_{i+1,i}² by the differential quotient-difference algorithm with shifts
 * (K. V. Fernando and B. N. Parlett, Numer. Math. 67, 1994), which only multiplies, divides and adds positive numbers
 * apart from the shift. The shift is Laguerre's lower bound of the smallest eigenvalue, from the traces of T⁻¹ and T⁻²,
 * which positive recurrences give. Time O(N²), memory O(N).
 *
 * <p>Accuracy: relative error of order N·2^−52 in every eigenvalue above 2^−1000 times the largest number given; smaller
 * ones may come out as 0.
 */
public final class QuotientDifference {
    /** The square of the rounding unit: a squared coupling of this relative size changes no eigenvalue. */
    static final double NEGLIGIBLE = 0x1p-106;

    /** A factor below 1 on the bound, so that rounding does not put it above the eigenvalue. */
    private static final double SHIFT_SAFETY = 1 - 1e-11;

    /** Below this a quotient by it may overflow. */
    private static final double SAFE_DIVISOR = 0x1p-960;

    /** Transforms per eigenvalue; about 3 are usual. */
    private static final int MOST_TRANSFORMS = 100;

    private static final int SHIFT_ATTEMPTS = 12;

    private final double[] q;
    private final double[] e;
    private final double[] nextQ;
    private final double[] nextE;
    private final double[] eigenvalues;
    private final Deque<Block> pending = new ArrayDeque<>();
    private int count;

    /** Rows first…last, decoupled from the others. Their eigenvalues are σ plus those of the numbers held. */
    private record Block(int first, int last, double sigma) {}

    private QuotientDifference(double[] q, double[] e) {
        this.q = q;
        this.e = e;
        this.nextQ = new double[q.length];
        this.nextE = new double[e.length];
        this.eigenvalues = new double[q.length];
    }

    /**
     * All eigenvalues, ascending.
     *
     * @param squaredDiagonal q_1…q_N, finite and not negative, N ≥ 1
     * @param squaredSubdiagonal e_1…e_{N−1}, finite and not negative
     * @throws IllegalArgumentException if the lengths do not fit or a number is negative or not finite
     * @throws NoConvergenceException if the iteration fails, which is not known to happen
     */
    public static double[] eigenvalues(double[] squaredDiagonal, double[] squaredSubdiagonal)
            throws NoConvergenceException {
        // quotients of numbers up to 2 cannot overflow early
        int exponent = exponentOf(squaredDiagonal, squaredSubdiagonal);
        QuotientDifference work =
                new QuotientDifference(scaled(squaredDiagonal, exponent), scaled(squaredSubdiagonal, exponent));
        work.solve();
        return scaled(work.eigenvalues, -exponent);
    }

    /**
     * The power of two that scales the largest number to order 1 and changes no digit; 0 if all are 0.
     *
     * @throws IllegalArgumentException if the lengths do not fit or a number is negative or not finite
     */
    static int exponentOf(double[] squaredDiagonal, double[] squaredSubdiagonal) {
        int n = squaredDiagonal.length;
        if (n == 0 || squaredSubdiagonal.length != n - 1) {
            throw new IllegalArgumentException(
                    "lengths " + n + " and " + squaredSubdiagonal.length + " are not those of a bidiagonal matrix");
        }
        double largest = Math.max(largest(squaredDiagonal), largest(squaredSubdiagonal));
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("square = " + value + " is negative or not finite");
            }
            largest = Math.max(largest, value);
        }
        return largest;
    }

    static double[] scaled(double[] values, int exponent) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Math.scalb(values[i], -exponent);
        }
        return scaled;
    }

    private void solve() throws NoConvergenceException {
        pending.push(new Block(0, q.length - 1, 0));
        while (!pending.isEmpty()) {
            solve(pending.pop());
        }
        Arrays.sort(eigenvalues);
    }

    /** Takes eigenvalues off the end of a block until it is empty; a part that splits off at its front is put aside. */
    private void solve(Block block) throws NoConvergenceException {
        int first = block.first();
        int last = block.last();
        double sigma = block.sigma();
        int transforms = 0;
        flipIfGradedUpwards(first, last);
        while (true) {
            int split = lastNegligible(first, last, sigma);
            if (split == last - 1) {
                eigenvalues[count++] = sigma + q[last];
                last--;
                transforms = 0;
                if (last < first) {
                    return;
                }
                continue;
            }
            if (split >= first) {
                pending.push(new Block(first, split, sigma));
                first = split + 1;
                flipIfGradedUpwards(first, last);
            }
            if (++transforms > MOST_TRANSFORMS + last - first) {
                throw new NoConvergenceException("The eigenvalues of a bidiagonal matrix did not converge.");
            }
            sigma += transform(first, last, shift(first, last));
        }
    }

    /**
     * The largest i in [first − 1, last − 1] whose e_i is negligible; e_{first−1} is, by definition of a block.
     *
     * <p>Dropping √e_i from L changes no singular value relatively by more than √(e_i/d_i), d_i = q_i·d_{i−1}/(d_{i−1} +
     * e_{i−1}) being the pivots of the block up to there, nor at the end by more than √(e_i/q_last) (J. Demmel and W. Kahan,
     * SIAM J. Sci. Stat. Comput. 11, 1990), nor any λ + σ by more than √(e_i/σ).
     */
    private int lastNegligible(int first, int last, double sigma) {
        int found = first - 1;
        double pivot = q[first];
        for (int i = first; i < last; i++) {
            double reference = i == last - 1 ? Math.max(pivot, q[last]) : pivot;
            if (e[i] <= NEGLIGIBLE * (reference + sigma)) {
                found = i;
                pivot = q[i + 1];
            } else {
                pivot = q[i + 1] * (pivot / (pivot + e[i]));
            }
        }
        return found;
    }

    /** Small eigenvalues leave at the end, so the end where the numbers are small has to be there. */
    private void flipIfGradedUpwards(int first, int last) {
        if (q[first] >= q[last]) {
            return;
        }
        reverse(q, first, last);
        reverse(e, first, last - 1);
    }

    private static void reverse(double[] values, int first, int last) {
        for (int i = first, j = last; i < j; i++, j--) {
            double swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /**
     * Laguerre's lower bound n/(t₁ + √((n−1)(n·t₂ − t₁²))) of the smallest eigenvalue, t_k = tr T^−k. With f_i = (T⁻¹)_ii
     * and g_i = Σ_{j>i} (T⁻¹)_ij²: f_i = (1 + e_i·f_{i+1})/q_i, g_i = (e_i/q_i)(f_{i+1}² + g_{i+1}).
     */
    private double shift(int first, int last) {
        // everything relative to q_last, of the order of the smallest eigenvalue or larger, so that squares do not
        // overflow
        double unit = q[last];
        double f = 1;
        double g = 0;
        double trace = 1;
        double squares = 1;
        for (int i = last - 1; i >= first; i--) {
            g = e[i] / q[i] * (f * f + g);
            f = (unit + e[i] * f) / q[i];
            trace += f;
            squares += f * f + 2 * g;
        }
        int n = last - first + 1;
        double root = Math.sqrt(Math.max(0, (n - 1) * (n * squares - trace * trace)));
        double bound = unit * (n / (trace + root)) * SHIFT_SAFETY;
        // zero when q_last is, and when a trace overflows because some eigenvalue is far below q_last
        return bound > 0 ? bound : 0;
    }

    /** One transform with the largest shift that leaves all numbers positive, of those tried; returns it. */
    private double transform(int first, int last, double bound) {
        double shift = bound;
        for (int attempt = 0; attempt < SHIFT_ATTEMPTS; attempt++) {
            if (tryTransform(first, last, shift)) {
                return accept(first, last, shift);
            }
            shift *= 0.7;
        }
        tryTransform(first, last, 0);
        return accept(first, last, 0);
    }

    private double accept(int first, int last, double shift) {
        System.arraycopy(nextQ, first, q, first, last - first + 1);
        System.arraycopy(nextE, first, e, first, last - first);
        return shift;
    }

    /** The dqds step; false as soon as the shift proves to be above the smallest eigenvalue. */
    private boolean tryTransform(int first, int last, double shift) {
        double d = q[first] - shift;
        for (int i = first; i < last; i++) {
            if (!(d >= 0)) {
                return false;
            }
            double sum = d + e[i];
            nextQ[i] = sum;
            if (sum > SAFE_DIVISOR) {
                double quotient = q[i + 1] / sum;
                nextE[i] = e[i] * quotient;
                d = d * quotient - shift;
            } else {
                nextE[i] = q[i + 1] * (e[i] / sum);
                d = q[i + 1] * (d / sum) - shift;
            }
        }
        nextQ[last] = d;
        return d >= 0;
    }
}
