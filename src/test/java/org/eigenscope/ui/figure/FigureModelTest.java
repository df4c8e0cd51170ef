package org.eigenscope.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.figure.export.page.PagePart;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.session.FigureEntry;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.StripView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureModelTest {
    private static final AxisRange RANGE = new AxisRange(3e-3, 0.04);
    private static final AxisRange OTHER = new AxisRange(1e-2, 1);

    private final Workbench window = new Workbench();
    private final FigureModel figure = window.figure;

    @AfterEach
    void close() {
        window.close();
    }

    static Stream<Arguments> edits() {
        FigureLook.Extras extras =
                new FigureLook.Extras(true, StripView.EXCESS, Optional.of(FigureLook.InsetView.CCDF), 31);
        return Stream.of(
                edit("title", e -> e.withTitle(0, "A title")),
                edit("preset", e -> FigureChanges.preset(e, PagePreset.NATURE, PagePart.HALF)),
                edit(
                        "size",
                        e -> e.withPage(
                                new PagePlan(PagePlan.CUSTOM, e.page().style().withSize(200, 100)))),
                edit("type", e -> e.withPage(e.page().withStyle(e.page().style().withTypeSize(11)))),
                edit("dpi", e -> e.withPage(e.page().withStyle(e.page().style().withDpi(72)))),
                edit(
                        "ground",
                        e -> e.withPage(e.page()
                                .withStyle(e.page().style().withColors(new PageStyle.Colors(Theme.DARK, true, true))))),
                edit(
                        "range",
                        e -> e.withLook(e.look()
                                .withAxes(
                                        e.look().x().withRange(Optional.of(RANGE)),
                                        e.look().y()))),
                edit(
                        "label",
                        e -> e.withLook(
                                e.look().withAxes(e.look().x(), e.look().y().withLabel(Optional.of("ρ"))))),
                edit("legend", e -> e.withLook(e.look().withLegend(LegendPosition.OUTSIDE))),
                edit("extras", e -> e.withLook(e.look().withExtras(extras))),
                edit(
                        "colour",
                        e -> e.withLook(e.look().withNames(e.look().names().withColor("htmp", "#123456")))),
                edit("text", e -> e.withLook(e.look().withNames(e.look().names().withLabel("htmp", "the law")))));
    }

    private static Arguments edit(String name, UnaryOperator<FigureEdits> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void everyEditCanBeUndoneAndDoneAgain(String name, UnaryOperator<FigureEdits> change) {
        FigureEdits before = figure.editsProperty().get();
        figure.edit(change);
        FigureEdits after = figure.editsProperty().get();
        assertThat(after).isNotEqualTo(before);
        assertThat(figure.undoableProperty().get()).isTrue();
        figure.undo();
        assertThat(figure.editsProperty().get()).isEqualTo(before);
        assertThat(figure.undoableProperty().get()).isFalse();
        figure.redo();
        assertThat(figure.editsProperty().get()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void everyEditIsInTheSessionThatIsSaved(String name, UnaryOperator<FigureEdits> change) throws EigenscopeException {
        window.showing(Workbench.LAYER);
        figure.edit(change);
        assertThat(FigureEdits.of(window.session()))
                .isEqualTo(figure.editsProperty().get());
    }

    @Test
    void editThatChangesNothingIsNoStep() {
        figure.edit(e -> e.withTitle(0, ""));
        assertThat(figure.undoableProperty().get()).isFalse();
    }

    @Test
    void theChartAndItsFigureHaveTheSameBars() {
        window.showing(Workbench.LAYER);
        window.spectrum.binsProperty().set(7);
        assertThat(figure.editsProperty().get().look().extras().bins()).isEqualTo(7);
        assertThat(window.spectrum
                        .figureProperty()
                        .get()
                        .histogram()
                        .orElseThrow()
                        .binCount())
                .isEqualTo(7);
        figure.edit(e -> e.withLook(e.look().withExtras(e.look().extras().withBins(0))));
        assertThat(window.spectrum.binsProperty().get()).isZero();
    }

    @Test
    void editThatIsRefusedIsSaidAndLeftOut() {
        FigureEdits before = figure.editsProperty().get();
        figure.edit(e ->
                e.withPage(new PagePlan(PagePlan.CUSTOM, e.page().style().withSize(1e9, Double.NaN))));
        assertThat(figure.editsProperty().get()).isEqualTo(before);
        assertThat(figure.failureProperty().get()).startsWith("This cannot be drawn: width of ");
        assertThat(figure.undoableProperty().get()).isFalse();
    }

    @Test
    void latestPreviewWinsWhenDrawingsOverlap() {
        window.showing(Workbench.LAYER);
        figure.watch();
        figure.edit(e -> e.withTitle(0, "late"));
        figure.edit(e -> e.withLook(e.look()
                .withAxes(
                        e.look().x().withLabel(Optional.of("newest")), e.look().y())));
        assertThat(window.drawing.waiting()).isEqualTo(3);
        window.drawing.runNewest(); // draws the newest
        window.drawing.runNewest(); // shows it
        byte[] newest = figure.previewProperty().get().orElseThrow().png();
        window.drawing.runAll();
        assertThat(figure.previewProperty().get().orElseThrow().png()).isEqualTo(newest);
        figure.watch();
        window.drawing.runAll();
        assertThat(figure.previewProperty().get().orElseThrow().png()).isEqualTo(newest);
    }

    @Test
    void previewFollowsTheChartWhileItIsWatchedAndNoLonger() {
        window.showing(Workbench.LAYER);
        figure.watch();
        window.drawing.runAll();
        String fitted = figure.previewProperty().get().orElseThrow().caption();
        dragKappa(9);
        window.drawing.runAll();
        String dragged = figure.previewProperty().get().orElseThrow().caption();
        assertThat(dragged).isNotEqualTo(fitted).contains("κ = 9.00 (by hand)");
        figure.unwatch();
        dragKappa(5);
        assertThat(window.drawing.waiting()).isZero();
    }

    private void dragKappa(double value) {
        window.fit.parameter(Parameter.KAPPA).grab();
        window.fit.parameter(Parameter.KAPPA).dragToValue(value);
        window.fit.parameter(Parameter.KAPPA).release();
        window.work.runAll();
    }

    @Test
    void figureHasTheZoomAndTheScalesOfTheChart() {
        window.spectrum.logYProperty().set(false);
        window.spectrum.zoomProperty().set(new Zoom(Optional.of(RANGE), Optional.empty()));
        FigureLook drawn = figure.asDrawn().look();
        assertThat(drawn.x().range()).contains(RANGE);
        assertThat(drawn.y().range()).isEmpty();
        assertThat(drawn.y().scale()).isEqualTo(AxisScale.LINEAR);
    }

    @Test
    void rangeTypedForPaperStandsAgainstTheZoom() {
        window.spectrum.zoomProperty().set(new Zoom(Optional.of(RANGE), Optional.of(RANGE)));
        figure.edit(e -> e.withLook(e.look()
                .withAxes(e.look().x().withRange(Optional.of(OTHER)), e.look().y())));
        assertThat(figure.asDrawn().look().x().range()).contains(OTHER);
        assertThat(figure.asDrawn().look().y().range()).contains(RANGE);
    }

    @Test
    void zoomWithoutPlaceOnALogarithmicAxisIsLeftOut() {
        window.spectrum.zoomProperty().set(new Zoom(Optional.of(new AxisRange(-1, 1)), Optional.empty()));
        assertThat(figure.asDrawn().look().x().range()).isEmpty();
    }

    @Test
    void titleOfTheOrdinateGoesWithItsView() {
        figure.edit(e -> e.withLook(e.look().withAxes(e.look().x(), e.look().y().withLabel(Optional.of("density")))));
        window.spectrum.ordinateProperty().set(Ordinate.SURVIVAL);
        assertThat(figure.asDrawn().look().y().label()).isEmpty();
        assertThat(figure.asDrawn().look().view()).isEqualTo(Ordinate.SURVIVAL);
    }

    @Test
    void presetIsRememberedForTheNextWindow() {
        figure.edit(e -> FigureChanges.preset(e, PagePreset.NATURE, PagePart.FULL));
        FigureModel next = new FigureModel(window.spectrum, window.fit, window.extras, window.settings, null);
        assertThat(next.editsProperty().get().page()).isEqualTo(PagePlan.of(PagePreset.NATURE));
    }

    private PagePlan remembered() {
        return new FigureModel(window.spectrum, window.fit, window.extras, window.settings, null)
                .editsProperty()
                .get()
                .page();
    }

    @Test
    void pageOfTheUsersOwnIsRememberedForTheNextWindow() {
        PagePlan own = new PagePlan(
                PagePlan.CUSTOM,
                figure.editsProperty().get().page().style().withSize(200.5, 100).withTypeSize(7));
        figure.edit(e -> e.withPage(own));
        assertThat(remembered()).isEqualTo(own);
    }

    @Test
    void partOfAPresetsWidthIsRememberedToo() {
        figure.edit(e -> FigureChanges.preset(e, PagePreset.NATURE, PagePart.HALF));
        assertThat(remembered()).isEqualTo(figure.editsProperty().get().page());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nature", "custom 1e9 100 9", "custom 200 wide 9", "custom 200 100 NaN", "pigeon 200 100 9"})
    void damagedMemoryOfAPageIsNone(String text) {
        window.settings.put("figure.page", text);
        assertThat(remembered()).isEqualTo(PagePlan.DEFAULT);
    }

    @Test
    void previewSaysWhatCanBeRenamed() {
        window.showing(Workbench.LAYER);
        window.fit.league().tick(LawFamily.POWER, true);
        window.spectrum.showCurve("infinite-kappa", false);
        figure.edit(e -> e.withLook(e.look().withNames(e.look().names().withLabel("power", "a straight tail"))));
        figure.watch();
        window.drawing.runAll();
        assertThat(figure.previewProperty().get().orElseThrow().entries())
                .extracting(FigureEntry::id)
                .containsExactly("eigenvalues", "htmp", "zero-kappa", "power");
        assertThat(figure.previewProperty().get().orElseThrow().entries())
                .extracting(FigureEntry::label)
                .contains("inverse Gamma (κ = 0)", "a straight tail");
    }

    @Test
    void nothingOnScreenIsNoFigure() {
        figure.watch();
        assertThat(figure.snapshot()).isEmpty();
        assertThat(figure.previewProperty().get()).isEmpty();
        assertThat(window.drawing.waiting()).isZero();
    }

    @Test
    void gridOfPanelsIsAsHighAsItsRows() {
        FigureEdits one = figure.editsProperty().get();
        FigureEdits six =
                new FigureEdits(List.of("", "", "", "", "", ""), one.look().withColumns(3), one.page());
        double threeWide = FigureChanges.columns(six, 3).page().style().height();
        double twoWide = FigureChanges.columns(six, 2).page().style().height();
        assertThat(twoWide).isGreaterThan(1.5 * threeWide);
    }
}
