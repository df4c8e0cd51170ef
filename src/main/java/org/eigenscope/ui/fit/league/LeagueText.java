package org.eigenscope.ui.fit.league;

import java.util.stream.Collectors;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.ui.fit.parameter.WarningPlacement;
import org.eigenscope.ui.text.Numbers;

/** A league row in words, for tooltips and screen readers. */
final class LeagueText {
    private static final double GREATEST_WITH_DECIMALS = 1_000;

    private LeagueText() {}

    static boolean isBest(LeagueRow row) {
        return row.deltaAic() == 0;
    }

    /** Two decimals, or none from 1,000 on: they would no longer matter, and not fit. */
    static String number(double value) {
        return Math.abs(value) < GREATEST_WITH_DECIMALS
                ? Numbers.formatFixed2(value)
                : Numbers.count(Math.round(value));
    }

    static String of(LeagueRow row) {
        String name = row.family().displayName();
        return row.result()
                .map(result -> of(name + (isBest(row) ? ", the best by AIC" : ""), result))
                .orElse(name + "\n" + row.failure());
    }

    private static String of(String title, FitResult result) {
        String parameters = result.parameters().asMap().entrySet().stream()
                .map(entry -> entry.getKey().symbol() + " = " + Numbers.format(entry.getValue())
                        + (result.fixed().contains(entry.getKey()) ? " (held)" : ""))
                .collect(Collectors.joining(", "));
        String warnings = WarningPlacement.all(result);
        return title + "\n" + parameters + "\nlog L " + Numbers.formatFixed2(result.logLikelihood()) + ", AIC "
                + Numbers.formatFixed2(result.aic()) + ", KS " + Numbers.formatFixed3(result.kolmogorovSmirnov())
                + (warnings.isEmpty() ? "" : "\n" + warnings);
    }
}
