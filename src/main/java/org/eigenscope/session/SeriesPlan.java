package org.eigenscope.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.compare.KappaByRange;

/**
 * One spectrum and what is drawn with it.
 *
 * @param input which of the session's inputs, from 0
 * @param label what the legend calls it
 * @param at its abscissa in a plot of estimates, such as the batch size
 * @param laws the laws over it, the most important first
 * @param ghosts other spectra behind it, at most one of a kind
 * @param spikes the edge above which eigenvalues are marked
 * @param range κ fitted to other ranges
 */
public record SeriesPlan(
        int input,
        String label,
        OptionalDouble at,
        List<LawPlan> laws,
        List<GhostPlan> ghosts,
        Optional<SpikesPlan> spikes,
        Optional<KappaByRange> range) {
    /** Ghosts that are spectra of their own: as many as can be told apart. */
    public static final int MOST_KEPT = 6;

    public SeriesPlan {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(at, "at");
        laws = List.copyOf(laws);
        ghosts = List.copyOf(ghosts);
        Objects.requireNonNull(spikes, "spikes");
        Objects.requireNonNull(range, "range");
        if (input < 0) {
            throw new IllegalArgumentException("input = " + input + " is negative");
        }
        if (at.isPresent() && !AxisRange.reaches(AxisScale.LINEAR, at.getAsDouble())) {
            throw new IllegalArgumentException(
                    "the abscissa " + NumberText.typed(at.getAsDouble()) + " of " + label + " has no place on an axis");
        }
        Set<String> curves = new HashSet<>();
        for (LawPlan law : laws) {
            if (!curves.add(SpectrumFigure.curveId(law.role(), law.family(), curves))) {
                throw new IllegalArgumentException(
                        "the law " + law.family().id() + " of " + label + " appears more than twice");
            }
        }
        long shuffled = ghosts.stream()
                .filter(ghost -> ghost.kind() == GhostPlan.Kind.SHUFFLED)
                .count();
        if (ghosts.stream().distinct().count() < ghosts.size() || shuffled > 1) {
            throw new IllegalArgumentException("a ghost of " + label + " appears twice");
        }
        if (ghosts.size() - shuffled > MOST_KEPT) {
            throw new IllegalArgumentException(
                    label + " has " + (ghosts.size() - shuffled) + " kept ghosts, more than " + MOST_KEPT);
        }
    }

    /** A spectrum and its laws alone. */
    public SeriesPlan(int input, String label, OptionalDouble at, List<LawPlan> laws) {
        this(input, label, at, laws, List.of(), Optional.empty(), Optional.empty());
    }

    /** How a ghost is drawn: those that are kept by their order. */
    public CurveRole role(GhostPlan ghost) {
        if (ghost.kind() != GhostPlan.Kind.KEPT) {
            return ghost.kind().role();
        }
        List<GhostPlan> kept = ghosts.stream()
                .filter(other -> other.kind() == GhostPlan.Kind.KEPT)
                .toList();
        return CurveRole.kept(kept.indexOf(ghost));
    }

    /** Whether it has what only a panel of its own has room for. */
    public boolean isAccompanied() {
        return !ghosts.isEmpty() || spikes.isPresent() || range.isPresent();
    }

    /** The laws whose curves are drawn, given the ids of those that are not. */
    public List<LawPlan> lawsBut(Set<String> hidden) {
        List<LawPlan> drawn = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (LawPlan law : laws) {
            String id = SpectrumFigure.curveId(law.role(), law.family(), ids);
            ids.add(id);
            if (!hidden.contains(id)) {
                drawn.add(law);
            }
        }
        return drawn;
    }

    public SeriesPlan withGhosts(List<GhostPlan> value) {
        return new SeriesPlan(input, label, at, laws, value, spikes, range);
    }

    public SeriesPlan withSpikes(Optional<SpikesPlan> value) {
        return new SeriesPlan(input, label, at, laws, ghosts, value, range);
    }

    public SeriesPlan withRange(Optional<KappaByRange> value) {
        return new SeriesPlan(input, label, at, laws, ghosts, spikes, value);
    }
}
