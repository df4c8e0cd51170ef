package org.eigenscope.app;

import java.util.concurrent.Executor;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.ui.fit.RangeModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.likelihood.FitPictures;
import org.eigenscope.ui.fit.likelihood.LikelihoodMapModel;
import org.eigenscope.ui.fit.likelihood.StripsModel;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.GhostModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.spectrum.SpikesModel;
import org.eigenscope.ui.spectrum.TableModel;

/**
 * What the Spectrum tab shows in addition to a spectrum and the law over it, wired.
 *
 * @param pictures the likelihood of the fit, along the sliders and as a map
 * @param extras what is drawn on the chart in addition
 */
record ChartContext(FitPictures pictures, ChartExtras extras) {
    static ChartContext create(Tasks tasks, SpectrumModel spectrum, FitModel fit, LawFitter fitter) {
        AppExecutors executors = tasks.executors();
        FitPictures pictures = new FitPictures(
                new StripsModel(
                        fit,
                        fitter,
                        tasks.on(executors.interactiveDelayed(), ActivityKind.STRIPS),
                        tasks.on(executors.likelihoods(), ActivityKind.PROFILES)),
                new LikelihoodMapModel(fit, tasks.on(executors.likelihoods(), ActivityKind.MAPPING)));
        Executor diagnoses = executors.diagnoses();
        ChartExtras extras = new ChartExtras(
                new GhostModel(spectrum, tasks.on(diagnoses, ActivityKind.SHUFFLING)),
                new SpikesModel(spectrum, fitter, tasks.on(diagnoses, ActivityKind.MARKING)),
                new RangeModel(fit, fitter, tasks.on(diagnoses, ActivityKind.RANGING)),
                new TableModel(spectrum));
        return new ChartContext(pictures, extras);
    }
}
