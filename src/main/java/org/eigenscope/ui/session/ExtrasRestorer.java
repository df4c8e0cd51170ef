package org.eigenscope.ui.session;

import java.util.List;
import java.util.Optional;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.Screen;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.DrawnGhost;

/** Restores the extras of a chart, once its spectrum and law are on screen. */
final class ExtrasRestorer {
    private final ChartExtras extras;

    ExtrasRestorer(ChartExtras extras) {
        this.extras = extras;
    }

    /** The ghosts that are spectra of their own. */
    static List<GhostPlan> kept(SeriesPlan series) {
        return series.ghosts().stream()
                .filter(ghost -> ghost.kind() == GhostPlan.Kind.KEPT)
                .toList();
    }

    /**
     * Shows what was shown.
     *
     * @param series the spectrum on screen, as saved
     * @param targets the places of the session's inputs
     * @param spectra the eigenvalues of the ghosts that were kept, in order
     */
    void restore(SeriesPlan series, Screen screen, List<MatrixTarget> targets, List<Spectrum> spectra) {
        extras.table().shownProperty().set(screen.table());
        extras.range().shownProperty().set(screen.range());
        series.range().ifPresent(extras.range()::resume);
        if (series.spikes().isPresent()) {
            extras.spikes()
                    .resume(series.spikes().get().lower(), series.spikes().get().upper());
        } else {
            extras.spikes().shownProperty().set(screen.spikes());
        }
        restoreGhosts(series, screen, targets, spectra);
    }

    private void restoreGhosts(SeriesPlan series, Screen screen, List<MatrixTarget> targets, List<Spectrum> spectra) {
        extras.ghosts().keptProperty().set(false);
        extras.ghosts().keptProperty().set(screen.kept());
        List<GhostPlan> kept = kept(series);
        for (int i = 0; i < Math.min(kept.size(), spectra.size()); i++) {
            GhostPlan ghost = kept.get(i);
            DrawnGhost.Source source = new DrawnGhost.Source(
                    targets.get(ghost.input()),
                    ghost.conventions().orElseThrow().options());
            if (i == 0) {
                extras.ghosts().keep(source, ghost.label(), spectra.get(i));
            } else {
                extras.ghosts().pin(Optional.of(source), ghost.label(), spectra.get(i));
            }
        }
        Optional<GhostPlan> shuffled = series.ghosts().stream()
                .filter(ghost -> ghost.kind() == GhostPlan.Kind.SHUFFLED)
                .findFirst();
        shuffled.ifPresentOrElse(
                ghost -> extras.ghosts().shuffle(ghost.seed().orElseThrow()),
                () -> extras.ghosts().shuffledProperty().set(false));
    }
}
