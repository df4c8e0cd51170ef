package org.eigenscope.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.FigureDescription;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.law.family.LawFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FigureSpecTest {
    private static final HistogramSteps BARS =
            new HistogramSteps(new double[] {0.1, 1, 10, 100}, new double[] {0.5, Double.NaN, 0.002}, "eigenvalues");

    private static Curve line(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.pow(10, i);
        }
        return Curve.of(CurveRole.HTMP, "HTMP", x, y);
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] x = {1, 2};
        Curve curve = Curve.of(CurveRole.MP, "MP", x, new double[] {3, 4});
        x[0] = 9;
        curve.x()[1] = 9;
        assertThat(curve.x()).containsExactly(1, 2);
    }

    @Test
    void twoCurvesOfTheSameIdAreRefused() {
        assertThatThrownBy(() -> FigureSpec.EMPTY.withCurves(List.of(line(1), line(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("htmp");
    }

    @Test
    void edgesThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new HistogramSteps(new double[] {1, 1}, new double[] {1}, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void negativeDensitiesAreRefused() {
        assertThatThrownBy(() -> new HistogramSteps(new double[] {1, 2}, new double[] {-0.5}, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-0.5");
    }

    @Test
    void anErrorBarReachesOneStandardErrorToEitherSideButNotBelowZero() {
        HistogramSteps estimated = new HistogramSteps(
                new double[] {1, 2, 3, 4}, new double[] {0.5, 0.1, 0}, new double[] {0.125, 0.2, 0.1}, "");
        assertThat(estimated.errorBar(0)).contains(new AxisRange(0.375, 0.625));
        assertThat(estimated.errorBar(1).orElseThrow().lower()).isZero();
        assertThat(estimated.errorBar(2)).as("of a gap").isEmpty();
    }

    @Test
    void anErrorBelowTheLastDigitHasNoBar() {
        HistogramSteps estimated =
                new HistogramSteps(new double[] {1, 2}, new double[] {3.84}, new double[] {1e-20}, "");
        assertThat(estimated.errorBar(0)).isEmpty();
    }

    @Test
    void whatIsCountedHasNoErrorBars() {
        assertThat(BARS.errorBar(0)).isEmpty();
    }

    @Test
    void emptyBinsAreGaps() {
        assertThat(BARS.isGap(1)).isTrue();
        assertThat(BARS.densityAt(3)).isNaN();
        assertThat(BARS.densityAt(0.3)).isEqualTo(0.5);
    }

    @Test
    void aFigureOfGapsIsEmpty() {
        assertThat(FigureSpec.of(new HistogramSteps(new double[] {1, 2}, new double[] {0}, ""))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void ordinateStartsADecadeBelowTheLowestBar() {
        assertThat(FigureRanges.of(FigureSpec.of(BARS)).y().lower()).isCloseTo(0.0002, within(1e-10));
    }

    @Test
    void aHighPeakRaisesTheOrdinateByOneDecadeAtMost() {
        FigureSpec figure = FigureSpec.of(BARS).withCurves(List.of(line(1e-9, 1e8, 1)));
        assertThat(FigureRanges.of(figure).y().upper()).isBetween(5.0, 10.0);
    }

    @Test
    void hiddenCurvesDoNotCount() {
        FigureSpec figure = FigureSpec.of(BARS).withCurves(List.of(line(1, 4, 1).withVisible(false)));
        assertThat(FigureRanges.of(figure)).isEqualTo(FigureRanges.of(FigureSpec.of(BARS)));
    }

    @Test
    void bothScalesOfAnAxisHoldAllBars() {
        FigureSpec log = FigureSpec.of(BARS);
        FigureSpec linear = log.withXAxis(log.xAxis().withScale(AxisScale.LINEAR));
        for (FigureSpec figure : List.of(log, linear)) {
            AxisRange x = FigureRanges.of(figure).x();
            assertThat(x.contains(0.1) && x.contains(100)).isTrue();
        }
    }

    @Test
    void linearAbscissaOfPositiveDataDoesNotGoBelowZero() {
        FigureSpec log = FigureSpec.of(BARS);
        FigureSpec linear = log.withXAxis(log.xAxis().withScale(AxisScale.LINEAR));
        assertThat(FigureRanges.of(linear).x().lower()).isZero();
    }

    @Test
    void aRangeWithoutPlaceOnTheOtherScaleIsGivenUp() {
        AxisSpec linear = AxisSpec.linear("λ").withRange(new AxisRange(0, 1));
        assertThat(linear.withScale(AxisScale.LOG).range()).isEmpty();
    }

    @Test
    void zoomKeepsTheAnchor() {
        AxisRange range = new AxisRange(1e-3, 1e3);
        double anchor = range.at(AxisScale.LOG, 0.3);
        AxisRange zoomed = range.zoomed(AxisScale.LOG, 0.3, 0.25);
        assertThat(zoomed.fraction(AxisScale.LOG, anchor)).isCloseTo(0.3, within(1e-12));
        assertThat(zoomed.decades()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void zoomStopsBeforeTheRangeCollapses() {
        AxisRange range = new AxisRange(1, 1 + 1e-9);
        assertThat(range.zoomed(AxisScale.LOG, 0.5, 0.5)).isEqualTo(range);
    }

    @Test
    void zoomStopsAtTheEndsOfTheDoubles() {
        AxisRange range = new AxisRange(1e-250, 1e250);
        assertThat(range.zoomed(AxisScale.LOG, 0.5, 2)).isEqualTo(range);
    }

    @Test
    void curvesAreInterpolatedOnLogScales() {
        assertThat(line(1, 1e-4).densityAt(Math.sqrt(10))).isCloseTo(1e-2, within(1e-14));
        assertThat(line(1, 1e-4).densityAt(11)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("org.eigenscope.figure.style.CurveRole#values")
    void everyRoleIsLegibleOnBothThemes(CurveRole role) {
        for (Theme theme : Theme.values()) {
            assertThat(role.style().color(theme).contrast(Palette.of(theme).background()))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsLegibleOnBothThemes(Theme theme) {
        Palette palette = Palette.of(theme);
        assertThat(palette.text().contrast(palette.background())).isGreaterThanOrEqualTo(4.5);
        assertThat(palette.guide().contrast(palette.background())).isGreaterThanOrEqualTo(4.5);
    }

    /** The staircase of the eigenvalues is solid as HTMP is, but thinner, and no curve. */
    @Test
    void rolesDifferWithoutColour() {
        assertThat(CurveRole.values().stream()
                        .map(r -> List.of(r.style().dashes(), r.style().width())))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLawOfTheLeagueHasAColourAndDashesOfItsOwnThatNoLimitHas() {
        List<CurveRole> roles = new ArrayList<>(List.of(CurveRole.INFINITE_KAPPA, CurveRole.ZERO_KAPPA));
        Stream.of(LawFamily.values())
                .filter(family -> !family.isOfAnySign())
                .map(CurveRole::of)
                .forEach(roles::add);
        assertThat(roles.stream().map(role -> role.style().dashes())).doesNotHaveDuplicates();
        for (Theme theme : Theme.values()) {
            assertThat(roles.stream().skip(1).map(role -> role.style().color(theme)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(LawFamily.class)
    void everyFamilyHasARole(LawFamily family) {
        assertThat(CurveRole.of(family)).isNotEqualTo(CurveRole.OTHER);
    }

    @Test
    void contrastOfBlackOnWhiteIsTwentyOne() {
        assertThat(Rgb.of("#000000").contrast(Rgb.of("#FFFFFF"))).isCloseTo(21, within(1e-9));
    }

    @Test
    void descriptionNamesWhatIsShown() {
        FigureSpec figure = FigureSpec.of(BARS)
                .withCurves(List.of(line(0.1, 0.4, 0.01)))
                .withGuides(List.of(new Guide.Vertical(Guide.Kind.TAU, 0.12, "τ")));
        assertThat(FigureDescription.of(figure))
                .contains("eigenvalues: 2 bars from 0.100 to 100")
                .contains("Curve HTMP: highest 0.400 at 10.0")
                .contains("Line τ at 0.120");
    }

    @Test
    void theDescriptionNamesOnlyWhatIsInSight() {
        FigureSpec figure = FigureSpec.of(BARS)
                .withCurves(List.of(line(0.1, 0.4, 0.2)))
                .withGuides(List.of(
                        new Guide.Vertical(Guide.Kind.TAU, 0.12, "τ"), new Guide.Slope(-2, 0.2, 0.8, 1, "slope −2")));
        FigureRanges far = new FigureRanges(new AxisRange(20, 90), new AxisRange(1e-4, 0.1));
        assertThat(FigureDescription.of(figure, far))
                .contains("eigenvalues: 1 bars from 10.0 to 100")
                .doesNotContain("τ")
                .doesNotContain("slope")
                .doesNotContain("HTMP");
    }
}
