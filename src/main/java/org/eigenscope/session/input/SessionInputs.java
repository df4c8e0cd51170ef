package org.eigenscope.session.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/** Describes files as inputs of sessions, and finds, checks and reads them again. */
public final class SessionInputs {
    /** The digits of a checksum that are shown, unless more of them are the same. */
    private static final int DIGITS = 12;

    private final SpectrumService spectra;

    public SessionInputs(SpectrumService spectra) {
        this.spectra = spectra;
    }

    /** For one use, without a cache to share. */
    public static SessionInputs alone() {
        return new SessionInputs(new SpectrumService(new SpectrumCalculator()));
    }

    /**
     * Describes a matrix in a file, checksum included.
     *
     * @throws EigenscopeException if the file cannot be read, or the work was cancelled
     */
    public static SessionInput describe(MatrixTarget target, CancelToken cancel) throws EigenscopeException {
        return describe(target, new Checksums(), cancel);
    }

    /**
     * The same, where checksums may be known already.
     *
     * @throws EigenscopeException if the file cannot be read, or the work was cancelled
     */
    public static SessionInput describe(MatrixTarget target, Checksums checksums, CancelToken cancel)
            throws EigenscopeException {
        String sum = checksums.of(target.file(), cancel);
        return new SessionInput(
                SessionInput.named(target.file()),
                target.name(),
                sum,
                target.file().toFile().length());
    }

    /**
     * Finds the inputs of a session where they were, or beside the session, and makes sure that they are the same.
     *
     * @param beside the file that the session came from; empty when it came from none
     * @return the places of the inputs, in order
     * @throws BadInputException if one is missing or was changed; the sentence names it
     * @throws EigenscopeException if the work was cancelled
     */
    public static List<MatrixTarget> locate(Session session, Optional<Path> beside, CancelToken cancel)
            throws EigenscopeException {
        List<MatrixTarget> targets = new ArrayList<>();
        for (SessionInput input : session.inputs()) {
            Path file = find(input, beside);
            requireSame(input, file, cancel);
            targets.add(new MatrixTarget(file, input.tensor()));
        }
        return targets;
    }

    /** Refuses to write over what a session is drawn from, the files that its inputs name included, such as shards. */
    public static void requireNoneIs(Path file, Session session) throws BadInputException {
        if (!Files.exists(file)) {
            return;
        }
        for (SessionInput input : session.inputs()) {
            Optional<Path> named = path(input);
            if (named.isPresent()) {
                SafeFile.requireOtherThan(file, named.get());
                for (Path companion : companions(named.get())) {
                    SafeFile.requireOtherThan(file, companion);
                }
            }
        }
    }

    private static List<Path> companions(Path input) {
        try (MatrixFile opened = new MatrixFileOpener().open(input, CancelToken.NONE)) {
            return DerivedFile.over(opened).companions();
        } catch (EigenscopeException gone) {
            return List.of();
        }
    }

    /** Where an input was; empty if that is no file name here. */
    private static Optional<Path> path(SessionInput input) {
        try {
            return Optional.of(Path.of(input.path()));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private static Path find(SessionInput input, Optional<Path> beside) throws BadInputException {
        try {
            Path named = Path.of(input.path());
            List<Path> places = new ArrayList<>(List.of(named));
            Optional<Path> folder = beside.map(file -> file.toAbsolutePath().getParent());
            folder.ifPresent(f -> places.add(f.resolve(named)));
            folder.ifPresent(f -> places.add(f.resolve(String.valueOf(named.getFileName()))));
            return places.stream()
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new BadInputException("The session needs " + input.path()
                            + ", which is not there; put it back, or beside the session."));
        } catch (InvalidPathException malformed) {
            throw new BadInputException(
                    "The session needs \"" + input.path() + "\", which is no file name on this system.", malformed);
        }
    }

    private static void requireSame(SessionInput input, Path file, CancelToken cancel) throws EigenscopeException {
        long bytes = file.toFile().length();
        if (bytes != input.bytes()) {
            // nothing that is in it could make it the same
            throw changed(file, "it had " + input.bytes() + " bytes then and has " + bytes + " now");
        }
        SessionInput now = describe(new MatrixTarget(file, input.tensor()), cancel);
        if (!now.sha256().equals(input.sha256())) {
            throw changed(file, difference(input.sha256(), now.sha256()));
        }
    }

    private static BadInputException changed(Path file, String difference) {
        return new BadInputException(file + " has changed since the session was saved: " + difference
                + "; the same picture cannot be drawn from it.");
    }

    /** How two checksums differ, as far as they have to be shown for that. */
    private static String difference(String then, String now) {
        int common = 0;
        while (now.startsWith(then.substring(0, common + 1))) {
            common++;
        }
        int shown = Math.max(DIGITS, common + 1);
        return "its SHA-256 began with " + then.substring(0, shown) + " then and begins with " + now.substring(0, shown)
                + " now";
    }

    /**
     * Reads and decomposes what a session is drawn from: each input that a series is of under the session's conventions, and the
     * ghosts.
     *
     * @param targets the places of its inputs, in order
     * @throws EigenscopeException if one cannot be read or decomposed, or the work was cancelled
     */
    public SessionSpectra read(
            Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        Map<Integer, Spectrum> inputs = new HashMap<>();
        Map<GhostPlan, Spectrum> ghosts = new HashMap<>();
        for (SeriesPlan series : session.series()) {
            if (!inputs.containsKey(series.input())) {
                MatrixTarget target = targets.get(series.input());
                inputs.put(series.input(), spectrum(target, session.conventions(), progress, cancel));
            }
            for (GhostPlan ghost : series.ghosts()) {
                if (!ghosts.containsKey(ghost)) {
                    ghosts.put(ghost, ghost(ghost, session, targets, progress, cancel));
                }
            }
        }
        return new SessionSpectra(inputs, ghosts);
    }

    private Spectrum ghost(
            GhostPlan ghost, Session session, List<MatrixTarget> targets, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        MatrixTarget target = targets.get(ghost.input());
        return ghost.kind() == GhostPlan.Kind.KEPT
                ? spectrum(target, ghost.conventions().orElseThrow(), progress, cancel)
                : shuffled(target, session.conventions(), ghost.seed().orElseThrow(), progress, cancel);
    }

    /**
     * Reads and decomposes a matrix.
     *
     * @throws EigenscopeException if it cannot be read or decomposed, or the work was cancelled
     */
    public Spectrum spectrum(
            MatrixTarget target, Conventions conventions, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        try (MatrixFile file = new MatrixFileOpener().open(target.file(), cancel)) {
            SelectedTensor tensor = SelectedTensor.of(file, target.name());
            return spectra.spectrum(tensor, conventions.options(), progress, cancel);
        }
    }

    private static Spectrum shuffled(
            MatrixTarget target, Conventions conventions, long seed, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        try (MatrixFile file = new MatrixFileOpener().open(target.file(), cancel)) {
            SelectedTensor tensor = SelectedTensor.of(file, target.name());
            return TensorSpectrum.ofShuffledEntries(tensor, conventions.options(), seed, progress, cancel)
                    .spectrum();
        }
    }
}
