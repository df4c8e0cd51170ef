package org.eigenscope.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class SpectrumPlotTest {
    private record Move(Guide.Kind kind, double position, boolean finished) {}

    private final List<Move> moves = new ArrayList<>();
    private final List<String> toggles = new ArrayList<>();
    private SpectrumPlot plot;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        plot = new SpectrumPlot();
        plot.setOnGuideMoved((kind, position, finished) -> moves.add(new Move(kind, position, finished)));
        plot.setOnCurveToggled((id, visible) -> toggles.add(id + " " + visible));
        stage.setScene(new Scene(plot, 900, 600));
        // between scene and first frame chart-fx holds locks: an update here must not wait for them
        plot.setFigure(PlotSamples.full());
        plot.updateCurves(PlotSamples.curves(plot.getRanges(), 2));
        plot.updateCurves(PlotSamples.curves(plot.getRanges(), PlotSamples.SCALE));
        stage.show();
    }

    private static <T> T onFx(Supplier<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work::get);
    }

    private static void run(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private WritableImage picture() {
        return onFx(() -> plot.snapshot(null, null));
    }

    private static int differences(WritableImage a, WritableImage b) {
        PixelReader before = a.getPixelReader();
        PixelReader after = b.getPixelReader();
        int count = 0;
        for (int y = 0; y < (int) a.getHeight(); y++) {
            for (int x = 0; x < (int) a.getWidth(); x++) {
                count += before.getArgb(x, y) == after.getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private Move lastMove() {
        return moves.get(moves.size() - 1);
    }

    @Test
    void draggingTheTauLineTellsWhereItGoes(FxRobot robot) {
        robot.drag("#guide-tau .guide-pill", MouseButton.PRIMARY).moveBy(120, 0).drop();
        assertThat(lastMove().kind()).isEqualTo(Guide.Kind.TAU);
        assertThat(lastMove().finished()).isTrue();
        assertThat(lastMove().position()).isGreaterThan(0.2);
        assertThat(moves.get(0).finished()).isFalse();
        assertThat(plot.getFigure().vertical(Guide.Kind.TAU).orElseThrow().position())
                .isEqualTo(lastMove().position());
    }

    @Test
    void tauDraggedOffTheLeftEndIsZero(FxRobot robot) {
        robot.drag("#guide-tau .guide-pill", MouseButton.PRIMARY)
                .moveBy(-400, 0)
                .drop();
        assertThat(lastMove().position()).isZero();
        assertThat(robot.lookup("#guide-tau").query().isVisible()).isTrue();
    }

    @Test
    void trimsStayOnTheAxis(FxRobot robot) {
        robot.drag("#guide-trim-upper .guide-pill", MouseButton.PRIMARY)
                .moveBy(700, 0)
                .drop();
        assertThat(lastMove().position())
                .isCloseTo(
                        plot.getRanges().x().upper(),
                        within(1e-9 * plot.getRanges().x().upper()));
    }

    @Test
    void arrowKeysMoveAFocusedHandle(FxRobot robot) {
        double before = plot.getFigure().vertical(Guide.Kind.TAU).orElseThrow().position();
        run(() -> robot.lookup("#guide-tau").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(lastMove().kind()).isEqualTo(Guide.Kind.TAU);
        assertThat(lastMove().position()).isGreaterThan(before).isLessThan(1.25 * before);
    }

    @Test
    void legendHidesACurve(FxRobot robot) {
        WritableImage before = picture();
        robot.clickOn("#legend-mp");
        assertThat(toggles).containsExactly("mp false");
        assertThat(plot.getFigure().curves().get(1).visible()).isFalse();
        assertThat(differences(before, picture())).isGreaterThan(500);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOP_LEFT", "BOTTOM_LEFT", "BOTTOM_RIGHT"})
    void legendCoversNothingThatIsDragged(LegendPosition corner, FxRobot robot) {
        run(() -> plot.setFigure(PlotSamples.full().withLegend(corner)));
        picture();
        Bounds legend = bounds(robot.lookup(".plot-legend").query());
        List<Bounds> pills = robot.lookup(".guide-pill").queryAll().stream()
                .filter(pill -> pill.getParent().isVisible())
                .map(SpectrumPlotTest::bounds)
                .toList();
        assertThat(pills).hasSize(3).noneMatch(legend::intersects);
    }

    private static Bounds bounds(Node node) {
        return onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void newCurvesAreDrawnWithoutMovingTheAxes() {
        WritableImage before = picture();
        FigureRanges ranges = plot.getRanges();
        run(() -> plot.updateCurves(PlotSamples.curves(ranges, 3)));
        assertThat(differences(before, picture())).isGreaterThan(500);
        assertThat(plot.getRanges()).isSameAs(ranges);
    }

    @Test
    void sameFigureGivesTheSamePicture() {
        WritableImage before = picture();
        run(() -> plot.setFigure(PlotSamples.full()));
        assertThat(differences(before, picture())).isZero();
    }

    @Test
    void everyCombinationOfScalesHasValidRanges() {
        for (boolean[] logs : new boolean[][] {{true, false}, {false, false}, {false, true}, {true, true}}) {
            run(() -> {
                plot.logXProperty().set(logs[0]);
                plot.logYProperty().set(logs[1]);
            });
            FigureSpec figure = plot.getFigure();
            assertThat(figure.xAxis().scale()).isEqualTo(logs[0] ? AxisScale.LOG : AxisScale.LINEAR);
            assertThat(plot.getRanges().x().fits(figure.xAxis().scale())).isTrue();
            assertThat(plot.getRanges().y().fits(figure.yAxis().scale())).isTrue();
            assertThat(plot.getRanges()).isEqualTo(FigureRanges.of(figure));
        }
    }

    @Test
    void togglingThereAndBackRestoresThePicture() {
        WritableImage before = picture();
        run(() -> plot.logXProperty().set(false));
        assertThat(differences(before, picture())).isGreaterThan(500);
        run(() -> plot.logXProperty().set(true));
        assertThat(differences(before, picture())).isZero();
    }

    private static ScrollEvent wheelUp(Node surface, double x, double y) {
        Point2D scene = surface.localToScene(x, y);
        Point2D screen = surface.localToScreen(x, y);
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void wheelZoomsAboutThePointer(FxRobot robot) {
        Region surface = robot.lookup("#plot-surface").query();
        FigureRanges home = plot.getRanges();
        double u = 200 / surface.getWidth();
        run(() -> Event.fireEvent(surface, wheelUp(surface, 200, 100)));
        assertThat(plot.getRanges().x().decades()).isLessThan(0.95 * home.x().decades());
        assertThat(plot.getRanges().x().at(AxisScale.LOG, u))
                .isCloseTo(home.x().at(AxisScale.LOG, u), withinPercentage(1e-6));
    }

    @Test
    void zeroResetsTheZoom(FxRobot robot) {
        FigureRanges home = plot.getRanges();
        run(plot::zoomIn);
        assertThat(plot.getRanges()).isNotEqualTo(home);
        robot.clickOn("#plot-surface").type(KeyCode.DIGIT0);
        assertThat(plot.getRanges()).isEqualTo(home);
    }

    @Test
    void draggingWithTheRightButtonPans(FxRobot robot) {
        FigureRanges home = plot.getRanges();
        robot.moveTo("#plot-surface");
        robot.drag(MouseButton.SECONDARY).moveBy(-100, 0).drop();
        assertThat(plot.getRanges().x().decades()).isCloseTo(home.x().decades(), within(1e-9));
        assertThat(plot.getRanges().x().lower()).isGreaterThan(1.2 * home.x().lower());
        assertThat(plot.getRanges().y()).isEqualTo(home.y());
    }

    @Test
    void rectangleZoomsBothAxes(FxRobot robot) {
        FigureRanges home = plot.getRanges();
        robot.moveTo("#plot-surface");
        robot.drag(MouseButton.PRIMARY).moveBy(150, 100).drop();
        assertThat(plot.getRanges().x().decades()).isLessThan(0.3 * home.x().decades());
        assertThat(plot.getRanges().y().decades()).isLessThan(0.3 * home.y().decades());
    }

    @Test
    void zoomSurvivesARefitOfTheSameData() {
        run(plot::zoomIn);
        FigureRanges zoomed = plot.getRanges();
        List<Curve> refitted = PlotSamples.curves(zoomed, 2);
        run(() -> plot.setFigure(PlotSamples.full().withCurves(refitted)));
        assertThat(plot.getRanges()).isEqualTo(zoomed);
    }

    @Test
    void zoomEndsWithOtherData() {
        run(plot::zoomIn);
        run(() -> plot.setFigure(PlotSamples.narrow()));
        assertThat(plot.getRanges()).isEqualTo(FigureRanges.of(PlotSamples.narrow()));
    }

    @Test
    void emptyFigureInvitesToOpenAFile(FxRobot robot) {
        run(() -> plot.setFigure(FigureSpec.EMPTY));
        assertThat(robot.lookup(".plot-empty").query().isVisible()).isTrue();
        assertThat(robot.lookup(".chart").query().isVisible()).isFalse();
        assertThat(robot.lookup("Open a matrix file or drop it here").tryQuery())
                .isPresent();
        assertThat(plot.getAccessibleText()).isEqualTo("Empty chart.");
    }

    @Test
    void pointerShowsWhatEveryLawSays(FxRobot robot) {
        robot.moveTo("#plot-surface");
        Node readout = robot.lookup(".plot-readout").query();
        assertThat(readout.getParent().isVisible()).isTrue();
        assertThat(robot.from(readout).lookup("Marchenko–Pastur").tryQuery()).isPresent();
    }

    @Test
    void textAlternativeDescribesTheFigure() {
        assertThat(plot.getAccessibleText())
                .contains("density ρ(λ) over eigenvalue λ")
                .contains("Curve Marchenko–Pastur")
                .contains("Line τ at 0.120");
    }

    @Test
    void darkThemeChangesTheCurves() {
        WritableImage light = picture();
        run(() -> plot.themeProperty().set(Theme.DARK));
        assertThat(differences(light, picture())).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @EnumSource(PlotVariant.class)
    void everyFigureIsPaintedOnEveryScale(PlotVariant variant) throws Throwable {
        for (AxisScale x : AxisScale.kinds()) {
            for (AxisScale y : AxisScale.kinds()) {
                FigureSpec figure = variant.figure();
                FigureSpec scaled = figure.withXAxis(figure.xAxis().withScale(x))
                        .withYAxis(figure.yAxis().withScale(y));
                run(() -> plot.setFigure(scaled));
                assertThat(differences(picture(), new WritableImage(900, 600))).isPositive();
                WaitForAsyncUtils.checkException();
            }
        }
    }

    @Test
    void aRestingTrimIsTakenUpByTheMouse(FxRobot robot) {
        run(() -> {
            plot.setFigure(plot.getFigure().withGuides(List.of()));
            plot.setRestingTrims(List.of(new Guide.Vertical(Guide.Kind.TRIM_LOWER, 0.2, "lower end")));
        });
        robot.drag("#guide-trim-lower .guide-pill", MouseButton.PRIMARY)
                .moveBy(60, 0)
                .drop();
        assertThat(lastMove().kind()).isEqualTo(Guide.Kind.TRIM_LOWER);
        assertThat(lastMove().position()).isGreaterThan(0.2);
        assertThat(plot.getFigure().vertical(Guide.Kind.TRIM_LOWER)).isPresent();
    }

    @Test
    void arrowKeysNudgeATrimByEigenvaluesThatTheChartDoesNotKnow(FxRobot robot) {
        List<String> nudges = new ArrayList<>();
        run(() -> {
            plot.setRestingTrims(List.of(new Guide.Vertical(Guide.Kind.TRIM_UPPER, 2, "upper end")));
            plot.setFigure(plot.getFigure().withGuides(List.of()));
            plot.setOnGuideMoved(new GuideListener() {
                @Override
                public void guideMoved(Guide.Kind kind, double position, boolean finished) {
                    nudges.add("moved");
                }

                @Override
                public void trimNudged(Guide.Kind kind, int direction, boolean fine) {
                    nudges.add(kind + " " + direction + (fine ? " fine" : ""));
                }
            });
        });
        run(() -> robot.lookup("#guide-trim-upper").query().requestFocus());
        robot.push(KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(nudges).containsExactly("TRIM_UPPER -1", "TRIM_UPPER 1 fine");
    }

    @Test
    void arrowKeysReadValuesAlongTheChart(FxRobot robot) {
        run(plot::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(plot.getAccessibleText()).startsWith("λ ").contains("HTMP ");
        assertThat(robot.lookup(".plot-readout").query().getParent().isVisible())
                .isTrue();
    }
}
