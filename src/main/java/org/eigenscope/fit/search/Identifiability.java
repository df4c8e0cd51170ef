package org.eigenscope.fit.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.numeric.Optimum;
import org.eigenscope.law.family.Parameter;

/**
 * How well the data determine the shape and scale, from the information matrix at the maximum.
 *
 * @param widest the standard error, in log coordinates, along the direction the data say least about; τ is left out,
 *     because it can often move below a small λmin without changing the fit
 * @param along the parameters which that direction moves
 * @param errors the standard error of each free coordinate; infinite when on the box or without information
 */
public record Identifiability(double widest, List<Parameter> along, double[] errors) {
    /** A standard error of 1.5 in ln κ is a 95 % interval from κ/20 to 20κ. */
    static final double POOR = 1.5;

    private static final double NOTABLE_LOADING = 0.3;
    /** The ridge as a fraction of the trace; standard errors beyond a million times the smallest count as infinite. */
    private static final double RIDGE = 1e-12;

    public static Identifiability of(Optimum optimum, Coordinates coordinates) {
        List<Integer> inside = interior(optimum, coordinates);
        double[] errors = new double[coordinates.dimension()];
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
        if (inside.isEmpty()) {
            return new Identifiability(0, List.of(), errors);
        }
        RealMatrix covariance = covariance(optimum.information(), inside);
        if (!Double.isFinite(covariance.getFrobeniusNorm())) {
            return new Identifiability(Double.POSITIVE_INFINITY, coordinates.free(), errors);
        }
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < inside.size(); j++) {
            errors[inside.get(j)] = Math.sqrt(Math.max(0, covariance.getEntry(j, j)));
            if (coordinates.free().get(inside.get(j)) != Parameter.TAU) {
                kept.add(j);
            }
        }
        return kept.isEmpty()
                ? new Identifiability(0, List.of(), errors)
                : alongWidest(covariance, kept, inside, coordinates, errors);
    }

    private static Identifiability alongWidest(
            RealMatrix covariance, List<Integer> kept, List<Integer> inside, Coordinates coordinates, double[] errors) {
        int[] rows = kept.stream().mapToInt(j -> j).toArray();
        EigenDecomposition spectral = new EigenDecomposition(covariance.getSubMatrix(rows, rows));
        List<Parameter> along = new ArrayList<>();
        for (int j = 0; j < rows.length; j++) {
            if (Math.abs(spectral.getEigenvector(0).getEntry(j)) > NOTABLE_LOADING) {
                along.add(coordinates.free().get(inside.get(rows[j])));
            }
        }
        return new Identifiability(Math.sqrt(Math.max(0, spectral.getRealEigenvalue(0))), along, errors);
    }

    private static RealMatrix covariance(double[][] information, List<Integer> inside) {
        int[] rows = inside.stream().mapToInt(j -> j).toArray();
        RealMatrix matrix = new Array2DRowRealMatrix(information, false).getSubMatrix(rows, rows);
        // near 1, or a huge penalty's squares overflow
        double unit = Math.max(matrix.getTrace(), Double.MIN_NORMAL);
        RealMatrix scaled = matrix.scalarMultiply(1 / unit);
        for (int j = 0; j < rows.length; j++) {
            scaled.addToEntry(j, j, RIDGE);
        }
        RealMatrix inverse = new SingularValueDecomposition(scaled).getSolver().getInverse();
        // exactly symmetric, or its eigenvectors are searched as a general matrix's
        return inverse.add(inverse.transpose()).scalarMultiply(0.5 / unit);
    }

    private static List<Integer> interior(Optimum optimum, Coordinates coordinates) {
        List<Integer> inside = new ArrayList<>();
        double[] lower = coordinates.lower();
        double[] upper = coordinates.upper();
        for (int j = 0; j < lower.length; j++) {
            if (optimum.theta()[j] > lower[j] && optimum.theta()[j] < upper[j]) {
                inside.add(j);
            }
        }
        return inside;
    }
}
