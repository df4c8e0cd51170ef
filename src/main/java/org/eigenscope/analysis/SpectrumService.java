package org.eigenscope.analysis;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.spectrum.solve.SpectrumCalculator;

/**
 * Spectra of tensors in files, each computed once per version of the file and set of options, and kept. Safe for many
 * threads. It starts no thread: the first caller computes, and the others wait.
 */
public final class SpectrumService {
    private static final int SPECTRA_KEPT = 512;

    private final SpectrumCalculator calculator;
    private final ComputeOnceCache<Key, TensorSpectrum> cache = new ComputeOnceCache<>(SPECTRA_KEPT);

    private final KnownSpectra known;

    private record Key(FileFingerprint file, String tensor, SpectrumOptions options) {}

    public SpectrumService(SpectrumCalculator calculator) {
        this(calculator, KnownSpectra.NONE);
    }

    /** @param known asked before a file is decomposed under the usual conventions */
    public SpectrumService(SpectrumCalculator calculator, KnownSpectra known) {
        this.calculator = Objects.requireNonNull(calculator, "calculator");
        this.known = Objects.requireNonNull(known, "known");
    }

    /**
     * The spectrum of a tensor.
     *
     * @param progress told of reading and decomposing, if it is this call that does them
     * @param cancel ends this call only: others that wait for the same spectrum still get it
     * @throws EigenscopeException if the tensor cannot be read or decomposed, or the work was cancelled
     */
    public Spectrum spectrum(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return tensorSpectrum(tensor, options, progress, cancel).spectrum();
    }

    /**
     * As {@link #spectrum}, with what was left out of the tensor.
     *
     * @throws EigenscopeException as there
     */
    public TensorSpectrum tensorSpectrum(
            SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        return cache.get(key(tensor, options), cancel, () -> {
            Optional<Spectrum> there = options.equals(SpectrumOptions.withDefaults())
                    ? known.find(tensor.file().path())
                    : Optional.empty();
            return there.isPresent()
                    ? new TensorSpectrum(tensor.label(), there.get(), 0, "")
                    : TensorSpectrum.of(calculator, tensor, options, progress, cancel);
        });
    }

    /** The spectrum of a tensor if it has been computed already. */
    public Optional<Spectrum> known(SelectedTensor tensor, SpectrumOptions options) {
        return cache.peek(key(tensor, options)).map(TensorSpectrum::spectrum);
    }

    private static Key key(SelectedTensor tensor, SpectrumOptions options) {
        return new Key(FileFingerprint.of(tensor.file().path()), tensor.info().name(), options);
    }
}
