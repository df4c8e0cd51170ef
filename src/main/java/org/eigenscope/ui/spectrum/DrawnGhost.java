package org.eigenscope.ui.spectrum;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.eigenscope.figure.compose.Ghost;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;

/**
 * A ghost on the chart, and what it takes to draw it again.
 *
 * @param ghost what is drawn
 * @param source the matrix and the conventions of a spectrum that was kept
 * @param seed what set the places of shuffled entries
 */
public record DrawnGhost(Ghost ghost, Optional<Source> source, OptionalLong seed) {
    public DrawnGhost {
        Objects.requireNonNull(ghost, "ghost");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(seed, "seed");
    }

    /**
     * Where a spectrum is from.
     *
     * @param target the matrix
     * @param options how its eigenvalues were taken
     */
    public record Source(MatrixTarget target, SpectrumOptions options) {
        static Source of(SpectrumModel.Shown shown) {
            return new Source(shown.tensor().target(), shown.options());
        }

        boolean isOf(SpectrumModel.Shown shown) {
            return shown.tensor().isAt(target) && shown.options().equals(options);
        }
    }

    /**
     * What was fitted to a spectrum elsewhere.
     *
     * @param law the name of the law
     * @param kappa κ̂; NaN if the law has none
     * @param low the lower end of its 95 % interval; NaN where the data set none
     * @param high the upper end
     * @param hasInterval whether there is an interval
     */
    public record Estimate(String law, double kappa, double low, double high, boolean hasInterval) {
        /** Nothing was. */
        static final Estimate NONE = new Estimate("", Double.NaN, Double.NaN, Double.NaN, false);

        public Estimate {
            Objects.requireNonNull(law, "law");
        }
    }

    static DrawnGhost kept(Source source, String label, Spectrum spectrum) {
        return new DrawnGhost(
                new Ghost(CurveRole.PREVIOUS, label, spectrum), Optional.of(source), OptionalLong.empty());
    }

    static DrawnGhost pinned(Optional<Source> source, String label, Spectrum spectrum) {
        return new DrawnGhost(new Ghost(CurveRole.PREVIOUS, label, spectrum), source, OptionalLong.empty());
    }

    /** The same, drawn otherwise. */
    DrawnGhost inRole(CurveRole role) {
        return new DrawnGhost(new Ghost(role, ghost.label(), ghost.spectrum()), source, seed);
    }

    /** The same, named by the folder of its file as well. */
    DrawnGhost withFolder() {
        Optional<String> folder = source.map(
                        from -> from.target().file().toAbsolutePath().getParent())
                .map(Path::getFileName)
                .map(Path::toString);
        return folder.map(name -> new DrawnGhost(
                        new Ghost(ghost.role(), name + "/" + ghost.label(), ghost.spectrum()), source, seed))
                .orElse(this);
    }

    /** Whether another is of the same matrix under the same conventions. */
    boolean isAs(DrawnGhost other) {
        return source.isPresent() && source.equals(other.source);
    }

    /** Whether it can be drawn again from files. */
    public boolean isKeepable() {
        return source.isPresent() || seed.isPresent();
    }

    static DrawnGhost shuffled(long seed, Spectrum spectrum) {
        return new DrawnGhost(
                new Ghost(CurveRole.RANDOMISED, "entries permuted, seed " + seed, spectrum),
                Optional.empty(),
                OptionalLong.of(seed));
    }
}
