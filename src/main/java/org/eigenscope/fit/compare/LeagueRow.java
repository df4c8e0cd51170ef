package org.eigenscope.fit.compare;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.family.LawFamily;

/**
 * One law's place in the league.
 *
 * @param family the law
 * @param result its fit; empty when it could not be fitted
 * @param deltaAic AIC minus the least of the league, so 0 for the best and never negative; NaN without a fit
 * @param failure why it could not be fitted, a sentence; empty when it could
 */
public record LeagueRow(LawFamily family, Optional<FitResult> result, double deltaAic, String failure) {
    public LeagueRow {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(failure, "failure");
    }

    /** Whether the law is fitted as a bulk with outliers: eigenvalues lie outside its bounded support. */
    public boolean hasOutliers() {
        return result.map(FitResult::hasOutliers).orElse(false);
    }

    /** What the row is called: the law's name, and whether outliers are beside it. */
    public String displayName() {
        return family.displayName() + (hasOutliers() ? " with outliers" : "");
    }
}
