package org.eigenscope.analysis;

import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.spectrum.Spectrum;

/** Spectra of files that need not be computed, as the files were made of them. */
@FunctionalInterface
public interface KnownSpectra {
    /** There are none. */
    KnownSpectra NONE = file -> Optional.empty();

    /** The raw spectrum of the only matrix in a file; empty if it has to be computed. */
    Optional<Spectrum> find(Path file);
}
