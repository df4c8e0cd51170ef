package org.eigenscope.ui.fit.league;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
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
        if (Double.isNaN(value)) {
            return "–";
        }
        return Math.abs(value) < GREATEST_WITH_DECIMALS
                ? Numbers.formatFixed2(value)
                : Numbers.count(Math.round(value));
    }

    /** Which way round HTMP does better, and by how much; empty where one of the two has no fit. */
    static String orientation(List<LeagueRow> rows, Orientation shown) {
        OptionalDouble here = deltaAic(rows, shown.htmp());
        OptionalDouble turned = deltaAic(rows, shown.other().htmp());
        if (here.isEmpty() || turned.isEmpty()) {
            return "";
        }
        double better = turned.getAsDouble() - here.getAsDouble();
        return better >= 0
                ? shown.id() + ": " + number(better) + " AIC better than "
                        + shown.other().id()
                : shown.id() + " as chosen; " + shown.other().id() + " is " + number(-better) + " AIC better";
    }

    private static OptionalDouble deltaAic(List<LeagueRow> rows, LawFamily family) {
        return rows.stream()
                .filter(row -> row.family() == family && row.result().isPresent())
                .mapToDouble(LeagueRow::deltaAic)
                .findFirst();
    }

    static String of(LeagueRow row) {
        String name = row.displayName();
        return row.result()
                .map(result -> of(name + (isBest(row) ? ", the best by AIC" : ""), result) + sample(row))
                .orElse(name + "\n" + row.failure());
    }

    private static String sample(LeagueRow row) {
        return row.family().isOfAnySign()
                ? "\nFitted to all eigenvalues, negative ones included; the other laws to the positive ones alone, so log L and AIC"
                        + " cannot be compared with theirs."
                : "";
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
