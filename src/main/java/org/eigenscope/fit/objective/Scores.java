package org.eigenscope.fit.objective;

/**
 * The gradient of a log-likelihood and the information estimated from it.
 *
 * @param gradient Σᵢ sᵢ
 * @param information Σᵢ (sᵢ − s̄)(sᵢ − s̄)ᵀ, which at the maximum of a true model estimates minus the Hessian (Berndt,
 *     Hall, Hall and Hausman, Annals of Economic and Social Measurement 3, 1974); centred, so that far from the maximum
 *     the gradient does not add to the curvature
 */
public record Scores(double[] gradient, double[][] information) {
    /**
     * Sums up scores.
     *
     * @param rows one array over the sample for each coordinate
     * @param weights how often each entry of a row counts
     */
    static Scores of(double[][] rows, double[] weights) {
        int dimension = rows.length;
        double n = 0;
        for (double weight : weights) {
            n += weight;
        }
        double[] gradient = new double[dimension];
        double[][] information = new double[dimension][dimension];
        for (int j = 0; j < dimension; j++) {
            for (int i = 0; i < weights.length; i++) {
                gradient[j] += weights[i] * rows[j][i];
            }
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * rows[j][i] * rows[k][i];
                }
                information[j][k] = sum - gradient[j] * gradient[k] / n;
                information[k][j] = information[j][k];
            }
        }
        return new Scores(gradient, information);
    }

    /** Whether gradient and information are free of NaN and infinities. */
    public boolean isFinite() {
        double sum = 0;
        for (int j = 0; j < gradient.length; j++) {
            sum += gradient[j];
            for (double entry : information[j]) {
                sum += entry;
            }
        }
        return Double.isFinite(sum);
    }
}
