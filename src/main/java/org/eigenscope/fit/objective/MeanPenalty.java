package org.eigenscope.fit.objective;

import org.eigenscope.fit.model.Coordinates;
import org.eigenscope.fit.model.Sample;
import org.eigenscope.fit.model.StandardLaws;
import org.eigenscope.fit.numeric.WindowQuadrature;
import org.eigenscope.law.SpectralLaw;

/**
 * The penalty w·r² for the difference between the law's mean and the sample's, r = ln m − ln m̂, both on the kept
 * window.
 */
public final class MeanPenalty {
    private final Sample sample;
    private final Coordinates coordinates;
    private final StandardLaws laws;

    public MeanPenalty(Sample sample, Coordinates coordinates, StandardLaws laws) {
        this.sample = sample;
        this.coordinates = coordinates;
        this.laws = laws;
    }

    /** The weight w of the penalty. */
    public double weight() {
        return coordinates.constraints().meanPenalty();
    }

    /** w·r²; +∞ where the law has no mean. */
    public double at(double[] theta) {
        double residual = residual(theta);
        return Double.isFinite(residual) ? weight() * residual * residual : Double.POSITIVE_INFINITY;
    }

    /** r; +∞ where the law has no mean, NaN where there is no law. */
    double residual(double[] theta) {
        double scale = coordinates.scale(theta);
        double shift = coordinates.shift(theta);
        return Math.log((shift + scale * standardMean(theta, scale, shift)) / sample.mean());
    }

    private double standardMean(double[] theta, double scale, double shift) {
        double whole = coordinates.standard().mean(p -> coordinates.value(p, theta));
        if (!sample.isTrimmed()) {
            return whole;
        }
        SpectralLaw law = laws.at(theta);
        double lower = (sample.windowLower() - shift) / scale;
        double upper = (sample.windowUpper() - shift) / scale;
        if (upper < Double.POSITIVE_INFINITY) {
            WindowQuadrature window = WindowQuadrature.of(law, lower, upper);
            return window.integral(z -> z) / window.mass();
        }
        WindowQuadrature below = WindowQuadrature.of(law, Double.NEGATIVE_INFINITY, lower);
        return (whole - below.integral(z -> z)) / law.survival(lower);
    }
}
