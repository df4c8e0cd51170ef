package org.eigenscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.SpectralLaw;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.TrimModel;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RangeModelTest {
    private static final SpectralLaw LAW = LawFamily.INVERSE_HTMP.law(ParameterSet.ofHtmp(2, 0.5, 1, 0));
    private static final double[] SAMPLE = IntStream.range(0, 200)
            .mapToDouble(i -> LAW.quantile((i + 0.5) / 200))
            .toArray();

    private final SpectralFitter fitter = new SpectralFitter();
    private final ManualExecutor work = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), DragState.immediate());
    private final RangeModel range = new RangeModel(fit, fitter, task());

    private LatestTask task() {
        return new LatestTask(work, work, new ActivityModel(() -> 0));
    }

    @BeforeEach
    void showFitted() {
        fit.show(SAMPLE, OptionalDouble.of(0.5));
        work.runAll();
    }

    private void ask() {
        range.shownProperty().set(true);
        work.runAll();
    }

    @Test
    void nothingIsWorkedOutBeforeItIsWanted() {
        assertThat(range.studyProperty().get()).isEmpty();
        assertThat(work.waiting()).isZero();
    }

    @Test
    void theQuantilesOfALawGiveMuchTheSameKappaOnLongRanges() {
        ask();
        KappaByRange study = range.studyProperty().get().orElseThrow();
        assertThat(study.all())
                .isCloseTo(fit.parameter(Parameter.KAPPA).valueProperty().get(), withinPercentage(1));
        assertThat(study.beginnings())
                .hasSize(7)
                .first()
                .satisfies(first -> assertThat(first.end()).isEqualTo(SAMPLE[0]));
        assertThat(study.ends())
                .hasSize(7)
                .last()
                .satisfies(last -> assertThat(last.end()).isEqualTo(SAMPLE[199]));
        assertThat(study.ends().subList(3, 7))
                .allSatisfy(e -> assertThat(e.kappa()).isCloseTo(study.all(), withinPercentage(25)));
    }

    @Test
    void trimmingAndDraggingDoNotRepeatTheStudy() {
        ask();
        Object before = range.studyProperty().get();
        fit.trims().set(TrimModel.End.TOP, 5);
        fit.parameter(Parameter.KAPPA).dragToValue(3);
        work.runAll();
        assertThat(range.studyProperty().get()).isSameAs(before);
    }

    @Test
    void unlockingGammaDoes() {
        ask();
        Object before = range.studyProperty().get();
        fit.parameter(Parameter.GAMMA).toggleLock();
        work.runAll();
        assertThat(range.studyProperty().get()).isPresent().isNotSameAs(before);
    }
}
