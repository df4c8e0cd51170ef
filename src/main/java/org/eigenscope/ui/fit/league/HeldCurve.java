package org.eigenscope.ui.fit.league;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;

/**
 * The score of HTMP as it is drawn while a parameter is set by hand.
 *
 * @param logLikelihood Σ ln ρ over the eigenvalues used, at the values on screen
 * @param deltaAic its AIC above the best of the league. It counts as many parameters as the law's own fit, because a value set by hand was
 *     chosen with the eigenvalues in sight
 */
public record HeldCurve(double logLikelihood, double deltaAic) {
    /** Empty when nothing is held, or as long as the law or the league has no fit. */
    static Optional<HeldCurve> among(List<LeagueRow> rows, LawFamily drawn, OptionalDouble logLikelihood) {
        Optional<FitResult> best = rows.stream().findFirst().flatMap(LeagueRow::result);
        Optional<FitResult> own =
                rows.stream().filter(row -> row.family() == drawn).findFirst().flatMap(LeagueRow::result);
        if (logLikelihood.isEmpty() || best.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        double value = logLikelihood.getAsDouble();
        double aic = own.get().aic() + 2 * (own.get().logLikelihood() - value);
        return Optional.of(new HeldCurve(value, aic - best.get().aic()));
    }
}
