package org.eigenscope.ui.fit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eigenscope.law.family.Parameter.GAMMA;
import static org.eigenscope.law.family.Parameter.KAPPA;
import static org.eigenscope.law.family.Parameter.SCALE;
import static org.eigenscope.law.family.Parameter.TAU;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.law.Domain;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.control.SliderScale;
import org.eigenscope.ui.fit.FakeFitter;
import org.eigenscope.ui.fit.league.LeagueModel;
import org.eigenscope.ui.fit.parameter.ParameterTable;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed is either taken, drawn and fitted, or refused with a sentence while the value stays. */
class TypedExtremesTest {
    private static final double[] SAMPLE =
            DoubleStream.iterate(0.1, x -> x * 1.2).limit(30).toArray();

    private final FakeFitter fitter = new FakeFitter();
    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor foreground = new ManualExecutor();
    private final FitModel fit = new FitModel(fitter, task(), new LeagueModel(fitter, task()), DragState.immediate());

    private LatestTask task() {
        return new LatestTask(background, foreground, new ActivityModel(() -> 0));
    }

    private void settle() {
        while (background.waiting() + foreground.waiting() > 0) {
            background.runAll();
            foreground.runAll();
        }
    }

    private void showFitted(OptionalDouble aspectRatio) {
        fit.show(SAMPLE, aspectRatio);
        settle();
    }

    static List<Arguments> extremes() {
        List<Arguments> extremes = new ArrayList<>();
        for (Parameter parameter : ParameterTable.ORDER) {
            Domain domain = LawFamily.HTMP.domain(parameter);
            for (double value : new double[] {
                0,
                -1,
                4.9e-324,
                1e-320,
                1e-9,
                1e-5,
                1e30,
                1.7e308,
                domain.lower(),
                domain.upper(),
                Math.nextDown(domain.lower()),
                Math.nextUp(domain.upper())
            }) {
                extremes.add(Arguments.of(parameter, value));
            }
        }
        return extremes;
    }

    @Test
    void aDragBeforeTheFirstFitEndsInAFit() {
        fit.show(SAMPLE, OptionalDouble.empty());
        fit.parameter(GAMMA).grab();
        fit.parameter(GAMMA).dragToValue(0.7);
        fit.parameter(GAMMA).dragToValue(0.25);
        fit.parameter(GAMMA).release();
        settle();
        assertThat(fit.curvesProperty().get()).isNotEmpty();
        assertThat(fit.failureProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void anExtremeIsTakenOrRefusedInWords(Parameter parameter, double typed) {
        showFitted(OptionalDouble.empty());
        double before = fit.parameter(parameter).valueProperty().get();
        String refusal = fit.parameter(parameter).type(Double.toString(typed));
        settle();

        boolean possible = LawFamily.HTMP.domain(parameter).contains(typed) && (parameter != TAU || typed < SAMPLE[0]);
        assertThat(refusal.isEmpty()).isEqualTo(possible);
        assertThat(fit.parameter(parameter).valueProperty().get()).isEqualTo(possible ? typed : before);
        for (LawCurve curve : fit.curvesProperty().get()) {
            assertThat(curve.law().logDensity(1)).isNotNaN();
        }
        SliderScale scale = fit.parameter(parameter).scaleProperty().get();
        assertThat(scale.valueAt(0.5)).isStrictlyBetween(scale.minimum(), scale.maximum());
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void theEndsOfAllDomainsTogetherAreDrawn(Orientation orientation) {
        showFitted(OptionalDouble.empty());
        fit.chooseOrientation(orientation);
        settle();
        for (int corner = 0; corner < 8; corner++) {
            List<Parameter> moved = List.of(KAPPA, GAMMA, SCALE);
            for (Parameter parameter : moved) {
                Domain domain = LawFamily.HTMP.domain(parameter);
                boolean upper = (corner >> moved.indexOf(parameter) & 1) == 1;
                double end = upper ? domain.upper() : domain.lower();
                assertThat(fit.parameter(parameter).type(Double.toString(end))).isEmpty();
            }
            settle();
            assertThat(fit.curvesProperty().get()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"KAPPA, 1e30", "KAPPA, 1e-5", "GAMMA, 1e-9", "SCALE, 1e-320"})
    void theSentenceNamesTheSymbolAndWhatItMustBe(Parameter parameter, double typed) {
        showFitted(OptionalDouble.empty());
        assertThat(fit.parameter(parameter).type(Double.toString(typed)))
                .isEqualTo(LawFamily.HTMP.domain(parameter).refusal(parameter.symbol(), typed));
    }

    @Test
    void aFloorAboveTheSmallestEigenvalueIsRefusedBesideItsField() {
        showFitted(OptionalDouble.empty());
        assertThat(fit.parameter(TAU).type("0.1"))
                .isEqualTo(
                        "τ = 0.1000 is not below the smallest eigenvalue used, 0.1000; choose a smaller value or trim"
                                + " the bottom.");
    }

    @Test
    void theSliderReturnsToItsUsualRangeWithTheValue() {
        showFitted(OptionalDouble.empty());
        SliderScale usual = fit.parameter(KAPPA).scaleProperty().get();
        fit.parameter(KAPPA).type("100000");
        assertThat(fit.parameter(KAPPA).scaleProperty().get().maximum()).isEqualTo(1e5);
        fit.parameter(KAPPA).type("3");
        assertThat(fit.parameter(KAPPA).scaleProperty().get()).isEqualTo(usual);
    }

    @Test
    void theSliderDoesNotShrinkUnderTheHand() {
        showFitted(OptionalDouble.empty());
        fit.parameter(KAPPA).type("100000");
        fit.parameter(KAPPA).grab();
        fit.parameter(KAPPA).dragToValue(3);
        assertThat(fit.parameter(KAPPA).scaleProperty().get().maximum()).isEqualTo(1e5);
        fit.parameter(KAPPA).release();
        assertThat(fit.parameter(KAPPA).scaleProperty().get().maximum()).isEqualTo(1000);
    }

    @Test
    void aMatrixTooLongForTheLawLeavesItsAspectRatioToTheFit() {
        showFitted(OptionalDouble.of(5e-5));
        assertThat(fit.parameter(GAMMA).lockedProperty().get()).isFalse();
        assertThat(fit.parameter(GAMMA).valueProperty().get()).isEqualTo(0.4);
    }
}
