package org.eigenscope.study.energy;

import java.util.Arrays;
import java.util.Optional;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;

/**
 * The two terms of the free energy of a feature matrix M of n eigenvalues, of a spectrum and of the law fitted to it:
 *
 * <p>F(λ_r) = λ_r·tr/2 + ld/2 + ½ ln(2π/λ_r), tr = E[1/e], ld = E[ln e] for eigenvalues e of M, and tr = E[e], ld = −E[ln e] where
 * the eigenvalues are those of M⁻¹ (Wilson et al.). A law of the inverse orientation is one of M, of the direct one of M⁻¹.
 *
 * <p>Moving the law's rate β while κ, γ and the floor over the scale stay, F is stationary at β* = λ_r·β·tr of the law. For the direct
 * orientation this is λ_r(βτ + κ/(2γ)), the authors' form; for the inverse one with τ = 0 it is λ_rκ/(2γ), and with τ &gt; 0 it is our
 * derivation. h = κ/β and h* = κ/β*; training is to stop at the first step with h ≤ h*, that is with λ_r·tr ≤ 1.
 *
 * @param trace tr of the eigenvalues, in units of 1/λ_r
 * @param logDeterminant ld of the eigenvalues
 * @param lawTrace tr of the law, infinite where it has no such mean
 * @param lawLogDeterminant ld of the law
 * @param kappa κ of the law
 * @param beta β of the law, in the units of λ_r
 */
public record FreeEnergy(
        double trace, double logDeterminant, double lawTrace, double lawLogDeterminant, double kappa, double beta) {

    /**
     * Of a spectrum and its fit.
     *
     * @param values the positive eigenvalues, at least one
     * @return empty if the law is neither HTMP nor inverse HTMP
     */
    public static Optional<FreeEnergy> of(double[] values, FitResult fit) {
        LawFamily family = fit.family();
        if (!family.isHtmp() || values.length == 0) {
            return Optional.empty();
        }
        Orientation orientation = family.orientation().orElseThrow();
        boolean inverse = orientation == Orientation.INVERSE;
        ParameterSet p = fit.parameters();
        double logs = Arrays.stream(values).map(Math::log).average().orElseThrow();
        double trace =
                Arrays.stream(values).map(e -> inverse ? 1 / e : e).average().orElseThrow();
        SpectralLaw law = fit.law();
        double kappa = p.get(Parameter.KAPPA);
        return Optional.of(new FreeEnergy(
                trace,
                inverse ? logs : -logs,
                inverse ? law.reciprocalMean() : law.mean(),
                inverse ? law.logMoment() : -law.logMoment(),
                kappa,
                orientation.rate(kappa / (2 * p.get(Parameter.GAMMA)), p.get(Parameter.SCALE))));
    }

    /** λ_r = 1/tr of the eigenvalues, at which the data's own scale is the stationary one. */
    public double usualRegulariser() {
        return 1 / trace;
    }

    /** F of the eigenvalues. */
    public double ofData(double regulariser) {
        return energy(regulariser, trace, logDeterminant);
    }

    /** F of the law. */
    public double ofLaw(double regulariser) {
        return energy(regulariser, lawTrace, lawLogDeterminant);
    }

    /** h = κ/β. */
    public double h() {
        return kappa / beta;
    }

    /** h* = κ/β*. */
    public double critical(double regulariser) {
        return kappa / (regulariser * beta * lawTrace);
    }

    private static double energy(double regulariser, double trace, double logDeterminant) {
        if (!(regulariser > 0)) {
            throw new IllegalArgumentException("regulariser = " + regulariser + " is not positive");
        }
        return (regulariser * trace + logDeterminant + Math.log(2 * Math.PI / regulariser)) / 2;
    }
}
