package org.eigenscope.network.layer;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A matrix that is a product of two factors, linear in each: low rank, W = A B, or Kronecker, W = A ⊗ B. The parameters are A, then B. */
public final class ProductStructure implements WeightStructure {
    private final String id;
    private final int[] left;
    private final int[] right;
    private final boolean kronecker;
    private final double[] bounds;

    private ProductStructure(String id, int[] left, int[] right, boolean kronecker, double... bounds) {
        this.id = id;
        this.left = left;
        this.right = right;
        this.kronecker = kronecker;
        this.bounds = bounds;
    }

    /**
     * A rows × rank times B rank × columns.
     *
     * @throws IllegalArgumentException unless the rank is 1 to min(rows, columns)
     */
    public static ProductStructure lowRank(int rows, int columns, int rank) {
        if (rank < 1 || rank > Math.min(rows, columns)) {
            throw new IllegalArgumentException("rank = " + rank + " is outside 1 to " + Math.min(rows, columns));
        }
        // a sum of rank products of variances 1/rank and 1/(3 columns)
        return new ProductStructure(
                "low-rank:" + rank,
                new int[] {rows, rank},
                new int[] {rank, columns},
                false,
                Math.sqrt(3.0 / rank),
                Math.sqrt(1.0 / columns));
    }

    /**
     * A outer × inner times (Kronecker) B, whose sizes are rows/outer × columns/inner.
     *
     * @throws IllegalArgumentException if those are no whole numbers
     */
    public static ProductStructure kronecker(int rows, int columns, int outer, int inner) {
        if (outer < 1 || inner < 1 || rows % outer != 0 || columns % inner != 0) {
            throw new IllegalArgumentException(
                    outer + "×" + inner + " does not divide " + rows + "×" + columns + " into equal blocks");
        }
        double bound = Math.sqrt(3 / Math.sqrt(3.0 * columns));
        return new ProductStructure(
                "kronecker:" + outer + "x" + inner,
                new int[] {outer, inner},
                new int[] {rows / outer, columns / inner},
                true,
                bound,
                bound);
    }

    @Override
    public String id() {
        return id;
    }

    private int leftCount() {
        return left[0] * left[1];
    }

    @Override
    public int parameterCount() {
        return leftCount() + right[0] * right[1];
    }

    /** Visits each product of an entry of A and one of B that W has at a place. */
    private interface Visitor {
        void visit(int a, int b, int place);
    }

    private void each(Visitor visitor) {
        for (int a = 0; a < leftCount(); a++) {
            int row = a / left[1];
            int column = a % left[1];
            if (kronecker) {
                for (int b = 0; b < right[0] * right[1]; b++) {
                    int place = (row * right[0] + b / right[1]) * left[1] * right[1] + column * right[1] + b % right[1];
                    visitor.visit(a, b, place);
                }
            } else {
                for (int k = 0; k < right[1]; k++) {
                    visitor.visit(a, column * right[1] + k, row * right[1] + k);
                }
            }
        }
    }

    @Override
    public void expand(double[] theta, double[] w) {
        Arrays.fill(w, 0);
        int split = leftCount();
        each((a, b, place) -> w[place] += theta[a] * theta[split + b]);
    }

    @Override
    public void expandTangent(double[] theta, double[] v, double[] tangent) {
        int split = leftCount();
        each((a, b, place) -> tangent[place] += v[a] * theta[split + b] + theta[a] * v[split + b]);
    }

    @Override
    public void pullBack(double[] theta, double[] adjoint, double[] gradient) {
        Arrays.fill(gradient, 0);
        int split = leftCount();
        each((a, b, place) -> {
            gradient[a] += adjoint[place] * theta[split + b];
            gradient[split + b] += adjoint[place] * theta[a];
        });
    }

    @Override
    public void pullBackTangent(
            double[] theta, double[] v, double[] adjoint, double[] adjointTangent, double[] gradient) {
        Arrays.fill(gradient, 0);
        int split = leftCount();
        each((a, b, place) -> {
            gradient[a] += adjointTangent[place] * theta[split + b] + adjoint[place] * v[split + b];
            gradient[split + b] += adjointTangent[place] * theta[a] + adjoint[place] * v[a];
        });
    }

    @Override
    public void initialize(double[] theta, SplittableRandom random) {
        Uniform.fill(theta, 0, leftCount(), bounds[0], random);
        Uniform.fill(theta, leftCount(), right[0] * right[1], bounds[1], random);
    }
}
