package org.eigenscope.fit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.search.SpectralFitter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;

class LeagueTest {
    private static final List<LawFamily> ALL = List.of(LawFamily.values());

    private static List<LeagueRow> table(double[] values, LawFitter fitter) throws Exception {
        FitRequest request = FitRequest.of(values, LawFamily.HTMP)
                .withFixed(ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0));
        return new League(fitter).table(request, ALL, ProgressListener.NONE, CancelToken.NONE);
    }

    @Test
    void inverseSampleIsWonByInverseHtmp() throws Exception {
        double[] values = Samples.inverse(Samples.htmp(300, 10, 0.5, 3), 1, 0);
        assertThat(table(values, new SpectralFitter()).get(0).family()).isEqualTo(LawFamily.INVERSE_HTMP);
    }

    @Test
    void directSampleIsWonByHtmp() throws Exception {
        double[] values = Samples.direct(Samples.htmp(300, 10, 0.5, 3), 4, 0);
        assertThat(table(values, new SpectralFitter()).get(0).family()).isEqualTo(LawFamily.HTMP);
    }

    @Test
    void differencesOfAicStartAtZeroAndAscend() throws Exception {
        List<LeagueRow> rows = table(Samples.reference("inverse"), new SpectralFitter());

        assertThat(rows.get(0).deltaAic()).isZero();
        assertThat(rows).extracting(LeagueRow::deltaAic).isSorted();
        assertThat(rows).hasSize(ALL.size());
    }

    @Test
    void bulkWithOutliersIsALawOfItsOwnThatTakesItsPlaceByAic() throws Exception {
        double[] values = Samples.direct(Samples.htmp(300, 2000, 0.5, 3), 1, 0);
        values[0] = 40;
        List<LeagueRow> rows = table(values, new SpectralFitter());

        assertThat(rows)
                .extracting(LeagueRow::deltaAic)
                .isSorted()
                .allSatisfy(delta -> assertThat(delta).isNotNegative());
        assertThat(rows.get(0).displayName()).isEqualTo("MP with outliers");
    }

    /** γ, s and τ of the bulk, and the two ends of the outliers' component. */
    @Test
    void outliersCountAsTwoParameters() throws Exception {
        double[] values = Samples.direct(Samples.htmp(300, 2000, 0.5, 3), 1, 0);
        FitRequest request = FitRequest.of(values, LawFamily.MP);
        FitResult alone = Samples.fit(request);
        values[0] = 40;
        FitResult withOutlier = Samples.fit(FitRequest.of(values, LawFamily.MP));

        assertThat(alone.hasOutliers()).isFalse();
        assertThat(alone.aic()).isEqualTo(2 * 3 - 2 * alone.logLikelihood());
        assertThat(withOutlier.aic()).isEqualTo(2 * 5 - 2 * withOutlier.logLikelihood());
    }

    @Test
    void lawThatFailsIsARowWithItsSentence() throws Exception {
        LawFitter failsForMp = (request, progress, cancel) -> {
            if (request.family() == LawFamily.MP) {
                throw new BadInputException("MP does not like these.");
            }
            return new SpectralFitter().fit(request, progress, cancel);
        };
        List<LeagueRow> rows = table(Samples.reference("inverse"), failsForMp);
        LeagueRow last = rows.get(rows.size() - 1);

        assertThat(last.family()).isEqualTo(LawFamily.MP);
        assertThat(last.result()).isEmpty();
        assertThat(last.failure()).isEqualTo("MP does not like these.");
    }

    @Test
    void cancellingStopsTheTable() {
        CancelSource cancelled = new CancelSource();
        cancelled.cancel();
        FitRequest request = FitRequest.of(Samples.reference("inverse"), LawFamily.HTMP);

        assertThatThrownBy(() -> new League(new SpectralFitter()).table(request, ALL, ProgressListener.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }
}
