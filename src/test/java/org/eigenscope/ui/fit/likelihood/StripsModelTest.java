package org.eigenscope.ui.fit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip.Kind;
import org.eigenscope.ui.fit.parameter.ParameterTable;
import org.eigenscope.ui.fit.parameter.StripInterval;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StripsModelTest {
    private static final SpectralLaw LAW = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, 0.5, 1, 0));
    private static final double[] SAMPLE = IntStream.range(0, 60)
            .mapToDouble(i -> LAW.quantile((i + 0.5) / 60))
            .toArray();

    private final SpectralFitter fitter = new SpectralFitter();
    private final ManualExecutor fits = new ManualExecutor();
    private final ManualExecutor work = new ManualExecutor();
    private final FitModel fit =
            new FitModel(fitter, task(fits), new LeagueModel(fitter, task(fits)), DragState.immediate());
    private final StripsModel strips = new StripsModel(fit, fitter, task(work), task(work));

    private static LatestTask task(ManualExecutor executor) {
        return new LatestTask(executor, executor, new ActivityModel(() -> 0));
    }

    @BeforeEach
    void showFitted() {
        fit.show(SAMPLE, OptionalDouble.of(0.5));
        fits.runAll();
    }

    private Optional<Kind> kind(Parameter parameter) {
        return strips.stripProperty(parameter).get().map(LikelihoodStrip::kind);
    }

    /** One job and the delivery of its answer. */
    private void runOneJob() {
        work.runNext();
        work.runNext();
    }

    @Test
    void slicesComeFirstAndProfilesTakeTheirPlace() {
        runOneJob();
        assertThat(kind(KAPPA)).contains(Kind.SLICE);
        work.runAll();
        assertThat(ParameterTable.ORDER).allMatch(parameter -> kind(parameter).equals(Optional.of(Kind.PROFILE)));
    }

    @Test
    void slicesFollowTheHandInsteadOfBeingCancelledByIt() {
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(4);
        fit.parameter(KAPPA).dragToValue(5);
        runOneJob();
        assertThat(kind(SCALE)).contains(Kind.SLICE);
        assertThat(work.waiting()).isEqualTo(1);
    }

    @Test
    void theProfileOfTheDraggedParameterStaysThroughTheDrag() {
        work.runAll();
        Object before = strips.stripProperty(KAPPA).get();
        fit.parameter(KAPPA).dragToValue(4);
        runOneJob();
        assertThat(strips.stripProperty(KAPPA).get()).isSameAs(before);
        assertThat(kind(SCALE)).contains(Kind.SLICE);
    }

    @Test
    void aProfileHoldsWhatIsByHand() {
        work.runAll();
        StripInterval free = strips.stripProperty(SCALE).get().orElseThrow().interval();
        fit.parameter(KAPPA).dragToValue(20);
        fits.runAll();
        work.runAll();
        StripInterval held = strips.stripProperty(SCALE).get().orElseThrow().interval();
        assertThat(kind(SCALE)).contains(Kind.PROFILE);
        assertThat(held).isNotEqualTo(free);
    }

    @Test
    void undoingADragBringsProfilesBack() {
        work.runAll();
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(4);
        fit.parameter(KAPPA).release();
        runOneJob();
        fit.undo();
        fits.runAll();
        work.runAll();
        assertThat(kind(SCALE)).contains(Kind.PROFILE);
    }

    @Test
    void stoppingBackgroundWorkStopsTheStripsToo() {
        runOneJob();
        fit.cancelRefit();
        work.runAll();
        assertThat(kind(GAMMA)).contains(Kind.SLICE);
    }

    @Test
    void withoutASampleThereIsNoStrip() {
        work.runAll();
        fit.clear();
        work.runAll();
        assertThat(strips.stripProperty(KAPPA).get()).isEmpty();
    }
}
