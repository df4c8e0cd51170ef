package org.eigenscope.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.style.CurveRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The legend and the handles cover nothing that is drawn; what is painted below them is looked at pixel by pixel. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class PlotPlacementTest {
    private SpectrumPlot plot;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        plot = new SpectrumPlot();
        plot.setPrefSize(900, 600);
        stage.setScene(new Scene(new Pane(plot), 1200, 760));
        stage.show();
    }

    private static <T> T onFx(Supplier<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work::get);
    }

    private void run(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Bounds bounds(Node node) {
        return plot.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /** A spectrum anywhere on its axes, with curves, a ghost and marks. */
    private static FigureSpec figure(long seed) {
        Random random = new Random(seed);
        int bins = 6 + random.nextInt(30);
        double[] edges = new double[bins + 1];
        double[] densities = new double[bins];
        double ratio = Math.pow(10, (0.5 + 4 * random.nextDouble()) / bins);
        double slope = 4 * random.nextDouble() - 3;
        edges[0] = 0.01;
        for (int i = 0; i < bins; i++) {
            edges[i + 1] = edges[i] * ratio;
            densities[i] = Math.pow(edges[i], slope) * (0.5 + random.nextDouble());
        }
        FigureSpec bars = FigureSpec.of(new HistogramSteps(edges, densities, "eigenvalues (" + bins + ")"));
        FigureRanges ranges = FigureRanges.of(bars);
        List<Curve> curves = new ArrayList<>();
        for (CurveRole role : List.of(CurveRole.HTMP, CurveRole.MP, CurveRole.PREVIOUS)) {
            double rise = random.nextDouble();
            double fall = random.nextDouble();
            double[] x = new double[60];
            double[] y = new double[60];
            for (int i = 0; i < x.length; i++) {
                x[i] = ranges.x().at(AxisScale.LOG, i / 59.0);
                double way = rise + (fall - rise) * i / 59.0;
                y[i] = ranges.y().at(AxisScale.LOG, way);
            }
            curves.add(Curve.of(role, role.id() + " of a name of some length", x, y));
        }
        List<Guide> guides = List.of(
                new Guide.Vertical(Guide.Kind.TAU, ranges.x().at(AxisScale.LOG, random.nextDouble()), "τ"),
                new Guide.Vertical(
                        Guide.Kind.MARK, ranges.x().at(AxisScale.LOG, random.nextDouble()), "MP edge, 3 spikes"),
                new Guide.Vertical(Guide.Kind.MARK, ranges.x().at(AxisScale.LOG, random.nextDouble()), ""));
        return bars.withCurves(curves).withGuides(guides);
    }

    @ParameterizedTest
    @CsvSource({"1,900,600", "2,900,600", "3,900,600", "4,900,600", "5,520,420", "6,520,420", "7,1200,760", "8,420,500"
    })
    void theLegendCoversNeitherBarsNorCurvesNorGuidesNorTheirWords(
            long seed, double width, double height, FxRobot robot) {
        FigureSpec figure = figure(seed);
        run(() -> {
            plot.setPrefSize(width, height);
            plot.setFigure(figure);
        });
        Node legend = robot.lookup(".plot-legend").query();
        Bounds room = bounds(legend);
        assertThat(robot.lookup(".plot-legend-item").queryAll()).hasSize(4);
        assertThat(plot.getLayoutBounds().contains(room)).isTrue();
        WritableImage full = pictureWithout(legend);
        FigureRanges ranges = plot.getRanges();
        run(() -> plot.setFigure(figure.withoutHistogram()
                .withXAxis(figure.xAxis().withRange(ranges.x()))
                .withYAxis(figure.yAxis().withRange(ranges.y()))
                .withCurves(figure.curves().stream()
                        .map(curve -> curve.withVisible(false))
                        .toList())
                .withGuides(List.of())));
        Set<Integer> grid = colours(pictureWithout(legend), plot.areaProperty().get());
        assertThat(grid).containsAll(colours(full, room));
    }

    private WritableImage pictureWithout(Node legend) {
        return onFx(() -> {
            legend.setVisible(false);
            WritableImage picture = plot.snapshot(null, null);
            legend.setVisible(true);
            return picture;
        });
    }

    private static Set<Integer> colours(WritableImage picture, Bounds room) {
        Set<Integer> found = new HashSet<>();
        for (int y = (int) Math.ceil(room.getMinY()); y < (int) room.getMaxY(); y++) {
            for (int x = (int) Math.ceil(room.getMinX()); x < (int) room.getMaxX(); x++) {
                found.add(picture.getPixelReader().getArgb(x, y));
            }
        }
        return found;
    }

    @Test
    void aLegendThatFindsNoFreeCornerStandsAboveTheAxes(FxRobot robot) {
        HistogramSteps wall = new HistogramSteps(new double[] {1, 2, 4}, new double[] {1, 1}, "eigenvalues (2)");
        run(() -> plot.setFigure(FigureSpec.of(wall)
                .withYAxis(FigureSpec.EMPTY.yAxis().withRange(new org.eigenscope.figure.axis.AxisRange(0.1, 1)))));
        Bounds room = bounds(robot.lookup(".plot-legend").query());
        assertThat(room.getMaxY()).isLessThanOrEqualTo(plot.areaProperty().get().getMinY());
        assertThat(room.getMinY()).isGreaterThanOrEqualTo(0);
    }

    /** Curves of long names all over the axes, so that the legend takes lines above them. */
    private static FigureSpec crowded() {
        FigureSpec bars = PlotSamples.full();
        FigureRanges ranges = FigureRanges.of(bars);
        List<Curve> curves = new ArrayList<>();
        int lines = 9;
        for (int i = 0; i < lines; i++) {
            CurveRole role = new CurveRole("law-" + i, CurveRole.HTMP.style());
            double[] x = {ranges.x().lower(), ranges.x().upper()};
            double height = ranges.y().at(AxisScale.LOG, (i + 0.5) / lines);
            curves.add(Curve.of(role, role.id() + ", a long name", x, new double[] {height, height}));
        }
        return bars.withCurves(curves);
    }

    /** Once everything has come to rest. */
    private void assertLegendAndHandlesAreWithTheAxes(FxRobot robot) {
        for (int pulse = 0; pulse < 5; pulse++) {
            run(() -> plot.getScene().getRoot().layout());
        }
        Bounds axes = plot.areaProperty().get();
        Bounds canvas = bounds(robot.lookup(".chart-canvas").query());
        assertThat(axes.getMinY()).isEqualTo(canvas.getMinY());
        assertThat(axes.getHeight()).isEqualTo(canvas.getHeight());
        Bounds room = bounds(robot.lookup(".plot-legend").query());
        assertThat(room.getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(room.getMaxY()).isLessThanOrEqualTo(axes.getMinY());
        robot.lookup(".plot-legend-item")
                .queryAll()
                .forEach(row -> assertThat(room.contains(bounds(row))).isTrue());
        assertThat(bounds(robot.lookup("#guide-trim-lower").query()).getMaxY()).isEqualTo(axes.getMaxY(), within(1.0));
    }

    @Test
    void legendAndHandlesAreWithTheAxesWhateverSharesTheirHeight(FxRobot robot) {
        Region panel = new Region();
        panel.setPrefHeight(104);
        panel.setMinHeight(80);
        VBox box = new VBox(panel);
        run(() -> {
            ((Pane) plot.getScene().getRoot()).getChildren().setAll(box);
            plot.setPrefSize(Region.USE_COMPUTED_SIZE, 450);
            box.getChildren().add(0, plot);
            VBox.setVgrow(plot, Priority.ALWAYS);
            box.resize(730, 620);
            plot.setFigure(crowded());
        });
        for (double height : new double[] {620, 480, 430, 700, 450}) {
            run(() -> {
                box.setPrefSize(730, height);
                box.setMaxSize(730, height);
            });
            assertLegendAndHandlesAreWithTheAxes(robot);
        }
    }

    @Test
    void theHeightThatTheChartWantsDoesNotDependOnItsLegend() {
        SpectrumPlot chart = onFx(SpectrumPlot::new);
        double before = onFx(() -> chart.prefHeight(-1));
        run(() -> {
            new Scene(new Pane(chart), 500, 400);
            chart.resize(500, 400);
            chart.setFigure(crowded());
            chart.applyCss();
            chart.layout();
        });
        assertThat(onFx(() -> chart.prefHeight(-1))).isEqualTo(before);
    }

    @Test
    void aCurveThatCameToRestUnderTheLegendMovesIt(FxRobot robot) {
        FigureSpec figure = PlotSamples.full().withGuides(List.of());
        run(() -> plot.setFigure(figure));
        Bounds before = bounds(robot.lookup(".plot-legend").query());
        FigureRanges ranges = plot.getRanges();
        double[] x = {ranges.x().lower(), ranges.x().upper()};
        double[] y = {ranges.y().at(AxisScale.LOG, 0.9), ranges.y().at(AxisScale.LOG, 0.9)};
        run(() -> plot.updateCurves(
                figure.curves().stream().map(curve -> curve.withPoints(x, y)).toList()));
        assertThat(bounds(robot.lookup(".plot-legend").query())).isEqualTo(before);
        run(plot::settle);
        Bounds after = bounds(robot.lookup(".plot-legend").query());
        double line = plot.areaProperty().get().getMinY()
                + 0.1 * plot.areaProperty().get().getHeight();
        assertThat(after.getMinY() < line && after.getMaxY() > line).isFalse();
    }

    @Test
    void thePillOfAFloorAtTheEndOfTheAxesStaysOffTheNumbersBesideThem(FxRobot robot) {
        for (double floor : new double[] {0, 1e-9, 1e9}) {
            run(() -> plot.setFigure(
                    PlotSamples.full().withGuides(List.of(new Guide.Vertical(Guide.Kind.TAU, floor, "τ")))));
            Node pill = robot.lookup("#guide-tau .guide-pill").query();
            Bounds axes = plot.areaProperty().get();
            assertThat(bounds(pill).getMinX()).isGreaterThanOrEqualTo(axes.getMinX());
            assertThat(bounds(pill).getMaxX()).isLessThanOrEqualTo(axes.getMaxX());
        }
    }

    @Test
    void aCornerThatWasAskedForIsKept(FxRobot robot) {
        run(() -> plot.setFigure(PlotSamples.full().withLegend(LegendPosition.BOTTOM_LEFT)));
        Bounds room = bounds(robot.lookup(".plot-legend").query());
        Bounds axes = plot.areaProperty().get();
        assertThat(axes.contains(room)).isTrue();
        assertThat(room.getMinX()).isLessThan(axes.getCenterX());
    }
}
