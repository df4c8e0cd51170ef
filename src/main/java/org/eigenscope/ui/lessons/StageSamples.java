package org.eigenscope.ui.lessons;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.NoConvergenceException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;

/** Where the stage's eigenvalues come from: draws of the ensemble, or layers among the samples. Called in the background. */
public final class StageSamples {
    private final MatrixLibrary files;
    private final SpectrumService spectra;
    private final LawFitter fitter;
    private final Function<String, Optional<Path>> bundled;

    /**
     * @param files opens files once
     * @param spectra computes each spectrum once
     * @param fitter fits the law that a lesson asks about
     * @param bundled finds a sample's file by its name
     */
    public StageSamples(
            MatrixLibrary files, SpectrumService spectra, LawFitter fitter, Function<String, Optional<Path>> bundled) {
        this.files = Objects.requireNonNull(files, "files");
        this.spectra = Objects.requireNonNull(spectra, "spectra");
        this.fitter = Objects.requireNonNull(fitter, "fitter");
        this.bundled = Objects.requireNonNull(bundled, "bundled");
    }

    /** One draw of N eigenvalues at the parameters κ, γ, s and τ. */
    StageSample draw(StageDraw draw) throws NoConvergenceException {
        BetaLaguerreSampler sampler = BetaLaguerreSampler.of(draw.orientation().htmp(), draw.parameters(), draw.size());
        double[] eigenvalues = sampler.sample(new SplittableRandom(draw.seed()));
        return new StageSample(eigenvalues, Optional.empty(), Optional.empty());
    }

    /**
     * A layer of a sample with the HTMP law fitted to it, γ held at the layer's shape.
     *
     * @param target FILE#NAME, the file among the samples
     * @throws EigenscopeException if there is no such sample, or reading, decomposing or fitting fails
     */
    StageSample layer(String target, Orientation orientation, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        MatrixTarget named = MatrixTarget.parse(target);
        Path file = bundled.apply(named.file().toString())
                .orElseThrow(() -> new BadInputException("This lesson needs the sample " + named.file()
                        + ", which is not beside the program; reinstall it with its folder samples."));
        SelectedTensor tensor = files.select(new MatrixTarget(file, named.name()), cancel);
        Spectrum spectrum = spectra.spectrum(tensor, SpectrumOptions.withDefaults(), progress, cancel);
        double[] positive = spectrum.positive();
        ParameterSet fixed = ParameterSet.EMPTY;
        if (spectrum.details().aspectRatio().isPresent()) {
            fixed = fixed.with(Parameter.GAMMA, spectrum.details().aspectRatio().getAsDouble());
        }
        FitResult fit = fitter.fit(FitRequest.of(positive, orientation.htmp()).withFixed(fixed), progress, cancel);
        return new StageSample(positive, Optional.of(fit), Optional.empty());
    }
}
