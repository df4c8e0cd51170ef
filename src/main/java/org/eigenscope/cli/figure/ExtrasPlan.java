package org.eigenscope.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.analysis.Spikes;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.StripView;
import org.eigenscope.spectrum.Spectrum;

/**
 * Works out what is drawn besides the laws of a spectrum.
 *
 * @param extras what is wanted
 * @param conventions how spectra are taken
 * @param ghost the other spectrum
 * @param ghostInput its place among the session's inputs
 * @param fitter fits bulks and other ranges
 */
record ExtrasPlan(
        FigureExtras extras, Conventions conventions, Optional<MatrixTarget> ghost, int ghostInput, LawFitter fitter) {
    /**
     * A spectrum with all that is to be drawn with it.
     *
     * @throws EigenscopeException if something of it cannot be worked out
     */
    SeriesPlan of(SeriesPlan alone, Spectrum spectrum) throws EigenscopeException {
        List<GhostPlan> ghosts = new ArrayList<>();
        extras.shuffleSeed().ifPresent(seed -> ghosts.add(GhostPlan.shuffled(alone.input(), seed)));
        ghost.ifPresent(
                other -> ghosts.add(GhostPlan.kept(FigurePlan.label(other), ghostInput, conventions.withoutTrims())));
        SeriesPlan accompanied = alone.withGhosts(ghosts);
        if (extras.marksSpikes()) {
            accompanied = accompanied.withSpikes(Optional.of(spikes(alone, spectrum)));
        }
        if (extras.strip() == StripView.KAPPA_RANGE) {
            accompanied = accompanied.withRange(Optional.of(range(alone, spectrum)));
        }
        return accompanied;
    }

    private SpikesPlan spikes(SeriesPlan series, Spectrum spectrum) throws EigenscopeException {
        Spikes spikes = Spikes.of(fitter, spectrum, CancelToken.NONE)
                .orElseThrow(() -> new BadInputException("--spikes: " + series.label()
                        + " has no Marchenko–Pastur edge, because nothing tells its aspect ratio."));
        return new SpikesPlan(spikes.bandLower(), spikes.bandUpper());
    }

    /** The first law with what its fit held, κ alone excepted. */
    private KappaByRange range(SeriesPlan series, Spectrum spectrum) throws EigenscopeException {
        LawPlan law = series.laws().stream()
                .findFirst()
                .filter(first -> first.parameters().has(Parameter.KAPPA))
                .orElseThrow(() -> new BadInputException(
                        "--strip kappa-range: the first law of " + series.label() + " has no κ."));
        ParameterSet held = ParameterSet.EMPTY;
        for (Parameter parameter : law.held()) {
            held = parameter == Parameter.KAPPA
                    ? held
                    : held.with(parameter, law.parameters().get(parameter));
        }
        FitRequest request = FitRequest.of(spectrum.positive(), law.family()).withFixed(held);
        return KappaByRange.of(fitter, request, ProgressListener.NONE, CancelToken.NONE);
    }
}
