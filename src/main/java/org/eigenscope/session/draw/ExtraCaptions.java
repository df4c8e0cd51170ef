package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.input.SessionSpectra;

/** Describes the extras of a figure in words. */
final class ExtraCaptions {
    private static final int DIGITS = 3;

    private ExtraCaptions() {}

    /** The sentences on the ghosts, the spikes and the strip of a spectrum. */
    static List<String> of(SeriesPlan series, Session session, SessionSpectra spectra) {
        List<String> sentences = new ArrayList<>();
        for (GhostPlan ghost : series.ghosts()) {
            if (!session.look().names().hidden().contains(series.role(ghost).id())) {
                sentences.add(ghost(ghost, session));
            }
        }
        series.spikes().ifPresent(band -> sentences.add(spikes(band, band.above(spectra.of(series)).length)));
        boolean isFirst =
                session.panels().stream().anyMatch(p -> p.series().get(0).equals(series));
        if (isFirst && session.look().estimate().isEmpty()) {
            strip(series, session.look()).ifPresent(sentences::add);
        }
        return sentences;
    }

    private static String ghost(GhostPlan ghost, Session session) {
        if (ghost.kind() == GhostPlan.Kind.SHUFFLED) {
            return "“" + ghost.label() + "” is the spectrum of the same entries in random places (seed "
                    + ghost.seed().orElseThrow() + ").";
        }
        SessionInput input = session.inputs().get(ghost.input());
        Conventions own = ghost.conventions().orElseThrow();
        String file = input.path().substring(input.path().lastIndexOf('/') + 1);
        return "“" + ghost.label() + "” is the spectrum of " + file
                + input.tensor().map(name -> "#" + name).orElse("") + ", normalisation "
                + own.normalization().id() + ", " + own.normalization().formula() + ".";
    }

    private static String spikes(SpikesPlan band, int count) {
        return count + (count == 1 ? " eigenvalue lies" : " eigenvalues lie")
                + " above the Marchenko–Pastur edge, whose 95 %"
                + " band under the Tracy–Widom law (β = 1) of a fitted bulk is [" + number(band.lower()) + ", "
                + number(band.upper()) + "].";
    }

    private static Optional<String> strip(SeriesPlan series, FigureLook look) {
        boolean laws = !series.laws().isEmpty();
        return switch (look.extras().strip()) {
            case NONE -> Optional.empty();
            case RATIO ->
                Optional.of("Below: eigenvalues in each bin over those that the first law expects, ± √count.")
                        .filter(text -> laws && look.view() == Ordinate.DENSITY);
            case EXCESS ->
                Optional.of(
                                "Below: the share of the data up to λ minus F(λ) of each law; the band is Kolmogorov’s of 95 %"
                                        + " for independent draws from a law fixed beforehand.")
                        .filter(text -> laws);
            case KAPPA_RANGE -> series.range().map(ExtraCaptions::range);
        };
    }

    private static String range(KappaByRange range) {
        return "Below: ln of κ, fitted to the eigenvalues from λ up (solid) or up to λ (dashed), over κ = "
                + number(range.all()) + " of all.";
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }
}
