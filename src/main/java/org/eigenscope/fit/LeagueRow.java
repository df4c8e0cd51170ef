package org.eigenscope.fit;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.law.LawFamily;

/**
 * One law's place in the league.
 *
 * @param family the law
 * @param result its fit; empty when it could not be fitted
 * @param deltaAic AIC minus the best AIC of the league; NaN without a fit
 * @param failure why it could not be fitted, a sentence; empty when it could
 */
public record LeagueRow(LawFamily family, Optional<FitResult> result, double deltaAic, String failure) {
    public LeagueRow {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(failure, "failure");
    }
}
