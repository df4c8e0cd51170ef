package org.eigenscope.fit.compare;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.law.family.LawFamily;

/**
 * One law's place in the league.
 *
 * @param family the law
 * @param result its fit; empty when it could not be fitted
 * @param deltaAic AIC minus that of the league's first row; negative only for a bulk with outliers; NaN without a fit
 * @param failure why it could not be fitted, a sentence; empty when it could
 */
public record LeagueRow(LawFamily family, Optional<FitResult> result, double deltaAic, String failure) {
    public LeagueRow {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(failure, "failure");
    }

    /**
     * Whether the law accounts for every eigenvalue. A law of bounded support that leaves some outside was fitted as a
     * bulk with outliers. The other laws have no such component, so this row is ranked after them.
     */
    public boolean coversSample() {
        return result.isPresent()
                && result.get().warnings().stream()
                        .noneMatch(warning -> warning.kind() == FitWarning.Kind.OUTSIDE_SUPPORT);
    }
}
