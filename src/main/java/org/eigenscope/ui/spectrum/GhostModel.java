package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Which other spectra are drawn behind the one on screen. */
public final class GhostModel {
    /** The legend says it, and so does a shell: {@code spectrum --shuffle-entries 1} gives the same eigenvalues. */
    static final long SEED = 1;

    private final SpectrumModel spectrum;
    private final LatestTask work;
    private final BooleanProperty kept = new SimpleBooleanProperty(this, "kept");
    private final BooleanProperty shuffled = new SimpleBooleanProperty(this, "shuffled");
    private final ReadOnlyObjectWrapper<List<DrawnGhost>> drawn = new ReadOnlyObjectWrapper<>(this, "drawn", List.of());
    private final List<DrawnGhost> pinned = new ArrayList<>();
    private final Map<String, DrawnGhost.Estimate> estimates = new HashMap<>();
    private Optional<DrawnGhost> keptOne = Optional.empty();
    private Optional<DrawnGhost> shuffledOne = Optional.empty();
    private long seed = SEED;

    /**
     * @param spectrum the spectrum on screen
     * @param work decomposes the matrix with its entries shuffled
     */
    public GhostModel(SpectrumModel spectrum, LatestTask work) {
        this.spectrum = spectrum;
        this.work = work;
        kept.addListener((source, old, keep) -> keep(keep));
        shuffled.addListener((source, old, shuffle) -> shuffle());
        spectrum.shownProperty().addListener((source, old, shown) -> shuffle());
    }

    private void keep(boolean keep) {
        keptOne = keep
                ? spectrum.shownProperty()
                        .get()
                        .filter(shown -> shown.spectrum().positiveCount() > 0)
                        .map(shown -> DrawnGhost.kept(
                                DrawnGhost.Source.of(shown), shown.tensor().label(), shown.spectrum()))
                : Optional.empty();
        if (keep && keptOne.isEmpty()) {
            kept.set(false);
        }
        draw();
    }

    /** Keeps a spectrum that is not on screen. */
    public void keep(DrawnGhost.Source source, String label, Spectrum other) {
        kept.set(true);
        keptOne = Optional.of(DrawnGhost.kept(source, label, other));
        draw();
    }

    /**
     * Draws a spectrum behind others until it is taken away again.
     *
     * @param source where it is from; empty if that is nowhere it could be read again, so that sessions leave it out
     * @return whether there was room for it
     */
    public boolean pin(Optional<DrawnGhost.Source> source, String label, Spectrum other) {
        if (pinned.size() + 1 >= SeriesPlan.MOST_KEPT || other.positiveCount() == 0 || isPinned(label)) {
            return isPinned(label);
        }
        pinned.add(DrawnGhost.pinned(source, label, other));
        draw();
        return true;
    }

    /**
     * Draws a spectrum behind others, with what was fitted to it.
     *
     * @return whether there was room for it
     */
    public boolean pin(Optional<DrawnGhost.Source> source, String label, Spectrum other, DrawnGhost.Estimate estimate) {
        estimates.put(label, estimate);
        return pin(source, label, other);
    }

    /** The pinned spectra, in the order in which they were pinned. */
    public List<DrawnGhost> pinned() {
        return List.copyOf(pinned);
    }

    /** What was fitted to the pinned spectrum of that name. */
    public DrawnGhost.Estimate estimate(String label) {
        return estimates.getOrDefault(label, DrawnGhost.Estimate.NONE);
    }

    /** Takes a pinned spectrum away. */
    public void unpin(String label) {
        pinned.removeIf(ghost -> ghost.ghost().label().equals(label));
        estimates.remove(label);
        draw();
    }

    /** Whether a spectrum of that name is pinned. */
    public boolean isPinned(String label) {
        return pinned.stream().anyMatch(ghost -> ghost.ghost().label().equals(label));
    }

    /** Draws the spectrum of shuffled entries under a seed. */
    public void shuffle(long newSeed) {
        if (seed != newSeed) {
            seed = newSeed;
            shuffle();
        }
        shuffled.set(true);
    }

    /** What was computed for another spectrum goes at once, and what is being computed for it is stopped. */
    private void shuffle() {
        work.cancel();
        shuffledOne = Optional.empty();
        draw();
        Optional<SpectrumModel.Shown> now = spectrum.shownProperty().get();
        if (!shuffled.get() || now.isEmpty()) {
            return;
        }
        SpectrumModel.Shown shown = now.get();
        long places = seed;
        work.submit(
                "Permuting the entries",
                (progress, cancel) -> TensorSpectrum.ofShuffledEntries(
                                shown.tensor(), shown.options(), places, progress, cancel)
                        .spectrum(),
                new Outcome<Spectrum>() {
                    @Override
                    public void succeeded(Spectrum result) {
                        show(shown, result);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        giveUp(reason);
                    }
                });
    }

    private void show(SpectrumModel.Shown shown, Spectrum result) {
        if (result.positiveCount() == 0) {
            giveUp(new BadInputException(
                    "With its entries permuted, " + shown.tensor().label() + " has no positive eigenvalue to draw."));
        } else {
            shuffledOne = Optional.of(DrawnGhost.shuffled(seed, result));
            draw();
        }
    }

    private void giveUp(EigenscopeException reason) {
        shuffled.set(false);
        spectrum.fail(reason);
    }

    private void draw() {
        List<DrawnGhost> own = new ArrayList<>();
        Stream.concat(keptOne.stream(), pinned.stream())
                .filter(ghost -> !isOnScreen(ghost))
                // those that sessions leave out come last, so that the others look there as they do here
                .sorted(Comparator.comparing(ghost -> ghost.source().isEmpty()))
                .filter(ghost -> own.stream().noneMatch(ghost::isAs))
                .forEach(ghost -> own.add(ghost.inRole(CurveRole.kept(own.size()))));
        drawn.set(Stream.concat(
                        shuffledOne.stream(),
                        own.stream().map(ghost -> isNamedAlike(ghost, own) ? ghost.withFolder() : ghost))
                .toList());
        spectrum.showGhosts(drawn.get().stream().map(DrawnGhost::ghost).toList());
    }

    /** Whether another outline, or what is on screen, has the same name. */
    private boolean isNamedAlike(DrawnGhost ghost, List<DrawnGhost> all) {
        String label = ghost.ghost().label();
        long alike = all.stream()
                .filter(other -> other.ghost().label().equals(label))
                .count();
        boolean onScreen = spectrum.shownProperty()
                .get()
                .filter(shown -> shown.tensor().label().equals(label))
                .isPresent();
        return alike > 1 || onScreen;
    }

    private boolean isOnScreen(DrawnGhost ghost) {
        Optional<SpectrumModel.Shown> now = spectrum.shownProperty().get();
        return ghost.source()
                .filter(source -> now.filter(source::isOf).isPresent())
                .isPresent();
    }

    /** Whether a spectrum is kept as a ghost: the one on screen when this was set; it is drawn behind others. */
    public BooleanProperty keptProperty() {
        return kept;
    }

    /** Whether the spectrum of the same entries in random places is drawn behind the one on screen. */
    public BooleanProperty shuffledProperty() {
        return shuffled;
    }

    /** The ghosts on the chart. */
    public ReadOnlyObjectProperty<List<DrawnGhost>> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }
}
