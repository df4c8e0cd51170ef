package org.eigenscope.fit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.Arrays;
import java.util.List;
import org.eigenscope.error.CancelledException;
import org.eigenscope.fit.FitRequest;
import org.eigenscope.fit.Samples;
import org.eigenscope.fit.compare.TrimGrid;
import org.eigenscope.fit.interval.LikelihoodMap;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.progress.CancelSource;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.junit.jupiter.api.Test;

/** The likelihood map and the grid of trims. */
class FitRangesTest {
    private static final double[] VALUES = Samples.inverse(Samples.drawn(300, 6, 0.5, 11), 1.3, 0.1);
    private static final ParameterSet HELD = ParameterSet.EMPTY.with(GAMMA, 0.5).with(TAU, 0.1);
    private static final FitRequest REQUEST =
            FitRequest.of(VALUES, LawFamily.INVERSE_HTMP).withFixed(HELD);

    @Test
    void mapDropsAreDifferencesOfLogLikelihoods() throws Exception {
        LikelihoodMap map =
                LikelihoodMap.of(REQUEST, HELD, new double[] {3, 6, 12}, new double[] {1, 1.3, 1.6}, CancelToken.NONE);
        double best = logLikelihood(6, 1.3) + map.drops()[1][1];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double expected = best - logLikelihood(map.kappas()[i], map.scales()[j]);
                assertThat(map.drops()[j][i]).isCloseTo(expected, within(1e-6 * (1 + expected)));
            }
        }
        assertThat(Arrays.stream(map.drops()).flatMapToDouble(Arrays::stream).min())
                .hasValue(0);
    }

    private static double logLikelihood(double kappa, double scale) throws Exception {
        return Samples.fit(REQUEST.withFixed(HELD.with(KAPPA, kappa).with(SCALE, scale)))
                .logLikelihood();
    }

    @Test
    void meanMatchedCurveMatchesTheMeanWhereThereIsOne() throws Exception {
        LikelihoodMap map =
                LikelihoodMap.of(REQUEST, HELD, new double[] {1, 6, 12}, new double[] {1, 2}, CancelToken.NONE);
        double mean = Arrays.stream(VALUES).average().orElseThrow();

        assertThat(map.meanMatchedScales()[0]).isNaN();
        for (int i = 1; i < 3; i++) {
            ParameterSet matched = HELD.with(KAPPA, map.kappas()[i]).with(SCALE, map.meanMatchedScales()[i]);
            assertThat(LawFamily.INVERSE_HTMP.law(matched).mean()).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void trimGridHoldsTheFitOfEveryRange() throws Exception {
        TrimGrid grid = grid(List.of(0, 10), List.of(0, 20, 40), CancelToken.NONE);
        TrimGrid.Cell cell = grid.cell(1, 2);

        assertThat(grid.cells()).hasSize(6);
        assertThat(cell.from()).isEqualTo(VALUES[10]);
        assertThat(cell.to()).isEqualTo(VALUES[VALUES.length - 41]);
        assertThat(cell.fit().orElseThrow().logLikelihood())
                .isCloseTo(Samples.fit(REQUEST.withTrims(10, 40)).logLikelihood(), within(1e-5));
    }

    @Test
    void rangesThatLeaveTooLittleAreCellsWithASentence() throws Exception {
        TrimGrid grid = grid(List.of(0), List.of(0, 297, 400), CancelToken.NONE);

        assertThat(grid.cell(0, 0).fit()).isPresent();
        assertThat(grid.cell(0, 1).failure()).contains("at least 5");
        assertThat(grid.cell(0, 2).from()).isNaN();
    }

    @Test
    void trimGridStopsWhenCancelled() {
        CancelSource source = new CancelSource();
        source.cancel();
        assertThatThrownBy(() -> grid(List.of(0), List.of(0), source)).isInstanceOf(CancelledException.class);
    }

    private static TrimGrid grid(List<Integer> bottoms, List<Integer> tops, CancelToken cancel) throws Exception {
        return TrimGrid.of(new SpectralFitter(), REQUEST, bottoms, tops, ProgressListener.NONE, cancel);
    }
}
