package org.eigenscope.ui.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.error.NonFiniteEntriesException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.solve.SpectrumCalculator;
import org.eigenscope.ui.library.FakeMatrixFile;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.ManualExecutor;
import org.junit.jupiter.api.Test;

class SpectrumModelTest {
    private static final FakeMatrixFile FILE =
            new FakeMatrixFile(Path.of("net.npz"), "w 20×30", "k 6×2×2×2", "c_attn 60×20", FakeMatrixFile.DAMAGED);

    private final ManualExecutor work = new ManualExecutor();
    private final SpectrumModel spectrum = new SpectrumModel(
            new SpectrumService(new SpectrumCalculator()),
            new LatestTask(work, work, new ActivityModel(() -> 0)),
            DragState.immediate());

    private static SelectedTensor tensor(String name) throws BadInputException {
        return SelectedTensor.of(FILE, Optional.of(name));
    }

    private static LawCurve law(double tau) {
        ParameterSet values = ParameterSet.EMPTY
                .with(Parameter.SHAPE, 3)
                .with(Parameter.RATE, 20)
                .with(Parameter.TAU, tau);
        return new LawCurve(LawFamily.INVERSE_GAMMA, LawFamily.INVERSE_GAMMA.law(values));
    }

    private void show(String name) throws BadInputException {
        spectrum.show(tensor(name));
        work.runAll();
    }

    private Curve firstCurve() {
        return spectrum.figureProperty().get().curves().get(0);
    }

    @Test
    void showsTheHistogramOfATensor() throws BadInputException {
        show("w 20×30");
        assertThat(spectrum.shownProperty().get().orElseThrow().spectrum().size())
                .isEqualTo(20);
        assertThat(spectrum.figureProperty().get().histogram()).isPresent();
    }

    @Test
    void aTensorThatCannotBeReadSaysWhyAndAnotherOneIsNotTakenForIt() throws BadInputException {
        show("w 20×30");
        show(FakeMatrixFile.DAMAGED);
        assertThat(spectrum.failureProperty().get()).isEqualTo("The tensor is damaged.");
        assertThat(spectrum.shownProperty().get()).isEmpty();
    }

    @Test
    void theNextGoodTensorTakesTheMessageAway() throws BadInputException {
        show(FakeMatrixFile.DAMAGED);
        show("w 20×30");
        assertThat(spectrum.failureProperty().get()).isEmpty();
    }

    @Test
    void onlyTheTensorSelectedLastIsShown() throws BadInputException {
        spectrum.show(tensor("w 20×30"));
        spectrum.show(tensor("k 6×2×2×2"));
        work.runAll();
        assertThat(spectrum.shownProperty().get().orElseThrow().tensor()).isEqualTo(tensor("k 6×2×2×2"));
    }

    @Test
    void cancellingTheLoadKeepsWhatIsShown() throws BadInputException {
        show("w 20×30");
        spectrum.show(tensor("k 6×2×2×2"));
        spectrum.cancelLoading();
        work.runAll();
        assertThat(spectrum.shownProperty().get().orElseThrow().tensor()).isEqualTo(tensor("w 20×30"));
    }

    @Test
    void anotherNormalisationScalesTheEigenvalues() throws BadInputException {
        show("w 20×30");
        double raw = spectrum.shownProperty().get().orElseThrow().spectrum().positive()[0];
        spectrum.normalizationProperty().set(Normalization.MP);
        work.runAll();
        double scaled = spectrum.shownProperty().get().orElseThrow().spectrum().positive()[0];
        assertThat(scaled).isCloseTo(raw / 30, Percentage.withPercentage(1e-9));
    }

    @Test
    void theUserSaysWhatTheMatrixIs() throws BadInputException {
        show("w 20×30");
        spectrum.interpretationProperty().set(Interpretation.FEATURES);
        work.runAll();
        assertThat(spectrum.shownProperty().get().orElseThrow().spectrum().size())
                .isEqualTo(30);
    }

    @Test
    void anEstimatedDensityStandsInForTheEigenvalues() throws BadInputException {
        show("w 20×30");
        spectrum.solverProperty().set(SolverChoice.SLQ);
        work.runAll();
        assertThat(spectrum.shownProperty().get().orElseThrow().spectrum().estimate())
                .isPresent();
    }

    @Test
    void aPartOfAStackedProjectionIsShownAndTheNextTensorIsWholeAgain() throws BadInputException {
        show("c_attn 60×20");
        assertThat(spectrum.parts()).containsExactly("q", "k", "v");
        spectrum.partProperty().set("k");
        work.runAll();
        assertThat(spectrum.shownProperty().get().orElseThrow().tensor().info().rows())
                .isEqualTo(20);
        show("w 20×30");
        assertThat(spectrum.partProperty().get()).isEmpty();
        assertThat(spectrum.parts()).isEmpty();
    }

    @Test
    void aFailureWithoutAWayOutOffersNone() throws BadInputException {
        show(FakeMatrixFile.DAMAGED);
        assertThat(spectrum.remedyProperty().get()).isEmpty();
    }

    @Test
    void nonFiniteEntriesAndTooLittleMemoryHaveAWayOut() {
        assertThat(Remedy.of(new NonFiniteEntriesException("NaN."))).contains(Remedy.DROP_ROWS);
        assertThat(Remedy.of(new InsufficientMemoryException("Too large."))).contains(Remedy.ESTIMATE);
        assertThat(Remedy.of(new BadInputException("Damaged."))).isEmpty();
    }

    @Test
    void theAxisIsLabelledWithTheConvention() throws BadInputException {
        show("w 20×30");
        spectrum.normalizationProperty().set(Normalization.UNIT_MEAN);
        work.runAll();
        assertThat(spectrum.figureProperty().get().xAxis().label()).contains("λ/mean(λ)");
    }

    @Test
    void anAxisCanBeMadeLinear() throws BadInputException {
        show("w 20×30");
        spectrum.logXProperty().set(false);
        assertThat(spectrum.figureProperty().get().xAxis().scale()).isEqualTo(AxisScale.LINEAR);
        assertThat(spectrum.figureProperty().get().yAxis().scale()).isEqualTo(AxisScale.LOG);
    }

    @Test
    void ofTwoKindsOfLogarithmicAxesOneIsOnAtMost() throws BadInputException {
        show("w 20×30");
        spectrum.symmetricLogXProperty().set(true);
        assertThat(spectrum.logXProperty().get()).isFalse();
        assertThat(spectrum.figureProperty().get().xAxis().scale().id()).isEqualTo("symlog");
        spectrum.logXProperty().set(true);
        assertThat(spectrum.symmetricLogXProperty().get()).isFalse();
        assertThat(spectrum.figureProperty().get().xAxis().scale()).isEqualTo(AxisScale.LOG);
        spectrum.xScaleProperty().set(SymmetricLogScale.of(0.5));
        assertThat(spectrum.symmetricLogXProperty().get()).isTrue();
        assertThat(spectrum.figureProperty().get().xAxis().scale()).isEqualTo(SymmetricLogScale.of(0.5));
        spectrum.symmetricLogXProperty().set(false);
        assertThat(spectrum.figureProperty().get().xAxis().scale()).isEqualTo(AxisScale.LINEAR);
    }

    @Test
    void lawsAreDrawnOverTheHistogram() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        assertThat(firstCurve().size()).isGreaterThan(100);
    }

    @Test
    void theFloorOfTheFirstLawIsMarked() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0.25)));
        assertThat(spectrum.figureProperty()
                        .get()
                        .vertical(Guide.Kind.TAU)
                        .orElseThrow()
                        .position())
                .isEqualTo(0.25);
    }

    @Test
    void lawsAreSampledWhereTheUserLooks() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        FigureRanges all = FigureRanges.of(spectrum.figureProperty().get());
        spectrum.showRanges(new FigureRanges(all.x().between(AxisScale.LOG, 0.4, 0.6), all.y()));
        assertThat(firstCurve().xAt(0)).isGreaterThan(all.x().at(AxisScale.LOG, 0.39));
    }

    @Test
    void aHiddenCurveStaysHiddenWhenTheLawMoves() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        spectrum.showCurve(firstCurve().id(), false);
        spectrum.showLaws(List.of(law(0.1)));
        assertThat(firstCurve().visible()).isFalse();
    }

    @Test
    void anotherTensorBeginsWithoutTheOldLaws() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        show("k 6×2×2×2");
        assertThat(spectrum.figureProperty().get().curves()).isEmpty();
    }

    @Test
    void theConventionBarTellsShapeAndAspectRatio() throws BadInputException {
        show("w 20×30");
        assertThat(ConventionsText.shape(spectrum.shownProperty().get().orElseThrow()))
                .isEqualTo("20×30  ·  γ 0.6667");
    }

    @Test
    void theDistributionIsDrawnAsALineWithTheLaws() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        spectrum.ordinateProperty().set(Ordinate.SURVIVAL);
        FigureSpec figure = spectrum.figureProperty().get();
        assertThat(figure.histogram()).isEmpty();
        assertThat(figure.yAxis().label()).contains("1 − F");
        assertThat(figure.curves()).extracting(Curve::id).containsExactly("inverse-gamma", "eigenvalues");
        assertThat(figure.curves().get(1).y()).startsWith(1, 0.95);
    }

    @Test
    void everyViewShowsTheSameAbscissae() throws BadInputException {
        show("w 20×30");
        FigureRanges bars = FigureRanges.of(spectrum.figureProperty().get());
        spectrum.ordinateProperty().set(Ordinate.CUMULATIVE);
        assertThat(FigureRanges.of(spectrum.figureProperty().get()).x()).isEqualTo(bars.x());
    }

    @Test
    void residualsAreComputedOnlyWhileTheyAreShown() throws BadInputException {
        show("w 20×30");
        spectrum.showLaws(List.of(law(0)));
        assertThat(spectrum.residualsProperty().get().curves()).hasSize(1);
        spectrum.residualsShownProperty().set(false);
        assertThat(spectrum.residualsProperty().get().curves()).isEmpty();
    }
}
