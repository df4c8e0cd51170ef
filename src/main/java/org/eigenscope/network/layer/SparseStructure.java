package org.eigenscope.network.layer;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** A matrix with zeros at fixed places; the parameters are its other entries, row by row. */
public final class SparseStructure implements WeightStructure {
    private final String id;
    private final int[] places;
    private final double bound;

    private SparseStructure(String id, int rows, int columns, IntBinaryOperator isEntry) {
        this.id = id;
        int[] found = new int[rows * columns];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isEntry.applyAsInt(row, column) != 0) {
                    found[count++] = row * columns + column;
                }
            }
        }
        places = Arrays.copyOf(found, count);
        bound = Math.sqrt((double) rows / count);
    }

    /**
     * Dense blocks along the diagonal, as equal as the sizes allow.
     *
     * @throws IllegalArgumentException unless there are 1 to min(rows, columns) blocks
     */
    public static SparseStructure blocks(int rows, int columns, int blocks) {
        if (blocks < 1 || blocks > Math.min(rows, columns)) {
            throw new IllegalArgumentException("blocks = " + blocks + " is outside 1 to " + Math.min(rows, columns));
        }
        return new SparseStructure(
                "block-diagonal:" + blocks,
                rows,
                columns,
                (row, column) -> (long) row * blocks / rows == (long) column * blocks / columns ? 1 : 0);
    }

    /**
     * Entries near the diagonal from one corner to the other, wrapped round: row i has those whose column is at most {@code width} from
     * i·columns/rows.
     *
     * @throws IllegalArgumentException if the width is negative
     */
    public static SparseStructure banded(int rows, int columns, int width) {
        if (width < 0) {
            throw new IllegalArgumentException("width = " + width + " is negative");
        }
        return new SparseStructure("banded:" + width, rows, columns, (row, column) -> {
            int away = Math.abs(column - (int) ((long) row * columns / rows));
            return Math.min(away, columns - away) <= width ? 1 : 0;
        });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int parameterCount() {
        return places.length;
    }

    @Override
    public void expand(double[] theta, double[] w) {
        for (int i = 0; i < places.length; i++) {
            w[places[i]] = theta[i];
        }
    }

    @Override
    public void expandTangent(double[] theta, double[] v, double[] tangent) {
        expand(v, tangent);
    }

    @Override
    public void pullBack(double[] theta, double[] adjoint, double[] gradient) {
        for (int i = 0; i < places.length; i++) {
            gradient[i] = adjoint[places[i]];
        }
    }

    @Override
    public void pullBackTangent(
            double[] theta, double[] v, double[] adjoint, double[] adjointTangent, double[] gradient) {
        pullBack(theta, adjointTangent, gradient);
    }

    @Override
    public void initialize(double[] theta, SplittableRandom random) {
        Uniform.fill(theta, 0, places.length, bound, random);
    }
}
