package org.eigenscope.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.ui.fit.law.TrimModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart shows and what the figure shows, for every combination of the extras. */
class ChartOnPaperTest {
    private static final MatrixTarget OTHER = new MatrixTarget(Workbench.LAYERS, Optional.of("fc1.weight"));
    private static final int EXTRAS = 5;

    private static Workbench window;

    @BeforeAll
    static void show() {
        window = new Workbench().showing(Workbench.LAYER);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    static IntStream combinations() {
        return IntStream.range(0, 1 << EXTRAS);
    }

    private static boolean isOn(int extra, int combination) {
        return (combination >> extra & 1) == 1;
    }

    private static void arrange(int combination) {
        keep(isOn(4, combination));
        window.extras.ghosts().shuffledProperty().set(isOn(0, combination));
        window.extras.spikes().shownProperty().set(isOn(1, combination));
        window.fit.league().tick(LawFamily.LOGNORMAL, isOn(2, combination));
        window.spectrum.hiddenProperty().set(isOn(3, combination) ? Set.of("infinite-kappa", "randomised") : Set.of());
        window.work.runAll();
    }

    private static void keep(boolean wanted) {
        if (window.extras.ghosts().keptProperty().get() != wanted) {
            window.showing(OTHER);
            window.extras.ghosts().keptProperty().set(wanted);
            window.showing(Workbench.LAYER);
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void figureHasEveryCurveAndGuideOfTheChart(int combination) throws EigenscopeException {
        arrange(combination);
        for (Ordinate view : Ordinate.values()) {
            window.spectrum.ordinateProperty().set(view);
            requireSame();
            window.fit.trims().set(TrimModel.End.TOP, 10);
            window.fit.trims().set(TrimModel.End.BOTTOM, 3);
            requireSame();
            window.fit.trims().set(TrimModel.End.TOP, 0);
            window.fit.trims().set(TrimModel.End.BOTTOM, 0);
            window.work.runAll();
        }
    }

    private static void requireSame() throws EigenscopeException {
        FigureSpec paper = window.figure
                .snapshot()
                .orElseThrow()
                .draw(CancelToken.NONE)
                .sheet()
                .panels()
                .get(0)
                .chart();
        window.spectrum.showRanges(FigureRanges.of(paper));
        FigureSpec chart = window.spectrum.figureProperty().get();
        assertThat(words(paper)).isEqualTo(words(chart));
        assertThat(points(paper)).isDeepEqualTo(points(chart));
        assertThat(paper.guides()).isEqualTo(chart.guides());
    }

    @Test
    void everythingAtOnceIsAllThere() throws EigenscopeException {
        arrange((1 << EXTRAS) - 1);
        window.spectrum.ordinateProperty().set(Ordinate.DENSITY);
        requireSame();
        FigureSpec chart = window.spectrum.figureProperty().get();
        assertThat(chart.curves())
                .extracting(Curve::id)
                .containsExactly("htmp", "infinite-kappa", "zero-kappa", "lognormal", "randomised", "previous");
        assertThat(chart.curves()).filteredOn(Curve::visible).hasSize(4);
        assertThat(chart.guides()).extracting(Guide::label).contains("MP edge, 16 spikes");
    }

    private static List<String> words(FigureSpec figure) {
        return figure.curves().stream()
                .map(curve -> curve.id() + ", " + curve.role() + ", " + curve.label() + ", " + curve.visible())
                .toList();
    }

    private static double[][] points(FigureSpec figure) {
        return figure.curves().stream()
                .flatMap(curve -> Stream.of(curve.x(), curve.y()))
                .toArray(double[][]::new);
    }
}
