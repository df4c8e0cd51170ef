package org.eigenscope.spectrum.engine;

/**
 * A bound on the errors that a solver's rounding leaves in the eigenvalues.
 *
 * <p>Backward stable solvers err by some units of 2^−52 times the largest value in every value they find. When those
 * are singular values σ, λ = σ² keeps a relative error of 2·units·2^−52·√(λmax/λ); when they are eigenvalues of a Gram
 * matrix, of units·2^−52·λmax/λ, which loses every digit of a λ below about 2^−52·λmax.
 *
 * @param units the absolute error over 2^−52 times the largest value
 * @param ofSingularValues whether the values are σ; otherwise they are λ
 */
public record ErrorBound(double units, boolean ofSingularValues) {
    /**
     * Measured on Gaussian and graded matrices with N from 7 to 2000, errors reach 1.4·√N units in the largest λ of a Gram
     * matrix and stay far below that elsewhere.
     */
    private static final double FACTOR = 2;

    private static final double UNIT = 0x1p-52;

    /** 2·√N units in σ: bidiagonalisation and the QR iteration, dgesdd or EJML's. */
    public static ErrorBound direct(int n) {
        return new ErrorBound(FACTOR * Math.sqrt(n), true);
    }

    /** 2·√N units in λ: a Gram matrix formed in double precision, or the eigenvalues of a symmetric one. */
    public static ErrorBound gram(int n) {
        return new ErrorBound(FACTOR * Math.sqrt(n), false);
    }

    /** N units in σ, or for a symmetric matrix in λ: complete Lanczos. */
    public static ErrorBound krylov(int n, boolean ofSingularValues) {
        return new ErrorBound(FACTOR * n, ofSingularValues);
    }

    /** The absolute error in each λ when these are eigenvalues, in the units of {@code largest}. */
    public double absolute(double largest) {
        return units * UNIT * largest;
    }

    /**
     * The relative error in an eigenvalue.
     *
     * @param eigenvalue λ > 0
     * @param largest |λ|max
     */
    public double relative(double eigenvalue, double largest) {
        double ratio = largest / eigenvalue;
        if (!ofSingularValues) {
            return absolute(ratio);
        }
        double error = absolute(Math.sqrt(ratio));
        return error * (2 + error);
    }
}
