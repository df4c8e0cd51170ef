package org.eigenscope.figure.export.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntBinaryOperator;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.export.layout.SheetLayout;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typefaces;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.ui.plot.SpectrumPlot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The same figure in the window's chart and in a PNG, pixel by pixel: lines stand at the same places of the axes. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class ChartAndPngTest {
    private static final List<CurveRole> ROLES = List.of(CurveRole.HTMP, CurveRole.MP, CurveRole.INVERSE_GAMMA);
    private static final PageStyle STYLE = PageStyle.of(PagePreset.ICML).withDpi(288);
    private static final double PIXELS_PER_POINT = 4;
    private static final int COLUMNS = 60;
    /** Dashes leave some of them empty in one picture or the other. */
    private static final int LEAST_COMPARED = 15;
    /** Of the height of the axes: two pixels of the chart. */
    private static final double TOLERANCE = 0.006;

    private SpectrumPlot plot;

    /** A picture and where its axes are. */
    private record Picture(IntBinaryOperator argb, double x, double y, double width, double height) {
        /** The height of a line in each column, from 0 at the top of the axes to 1; NaN where it has no ink. */
        double[] heights(Color line) {
            double[] heights = new double[COLUMNS];
            for (int i = 0; i < COLUMNS; i++) {
                int column = (int) Math.floor(x + (i + 0.5) / COLUMNS * width);
                List<Integer> rows = new ArrayList<>();
                for (int row = (int) Math.ceil(y); row < y + height; row++) {
                    if (isLike(new Color(argb.applyAsInt(column, row)), line)) {
                        rows.add(row);
                    }
                }
                double middle = rows.stream().mapToInt(row -> row).average().orElse(Double.NaN);
                heights[i] = (middle + 0.5 - y) / height;
            }
            return heights;
        }

        private static boolean isLike(Color a, Color b) {
            return Math.abs(a.getRed() - b.getRed()) < 24
                    && Math.abs(a.getGreen() - b.getGreen()) < 24
                    && Math.abs(a.getBlue() - b.getBlue()) < 24;
        }
    }

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        plot = new SpectrumPlot();
        stage.setScene(new Scene(plot, 900, 600));
        plot.setFigure(figure());
        stage.show();
    }

    @BeforeEach
    void painted() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void linesStandAtTheSamePlacesOfTheAxes(FxRobot robot) throws Exception {
        Picture chart = chart(robot);
        Picture png = png();
        for (CurveRole role : ROLES) {
            Rgb color = role.style().light();
            Color line = new Color(color.red(), color.green(), color.blue());
            double[] onScreen = chart.heights(line);
            double[] onPaper = png.heights(line);
            int compared = 0;
            for (int i = 0; i < COLUMNS; i++) {
                if (!Double.isNaN(onScreen[i]) && !Double.isNaN(onPaper[i])) {
                    assertThat(onScreen[i]).as(role + " in column " + i).isCloseTo(onPaper[i], within(TOLERANCE));
                    compared++;
                }
            }
            assertThat(compared).as("columns in which both show " + role).isGreaterThan(LEAST_COMPARED);
        }
    }

    private Picture chart(FxRobot robot) throws Exception {
        WritableImage image =
                WaitForAsyncUtils.asyncFx(() -> plot.snapshot(null, null)).get(20, TimeUnit.SECONDS);
        Bounds axes = WaitForAsyncUtils.asyncFx(() -> {
                    Bounds scene = robot.lookup("#plot-surface")
                            .query()
                            .localToScene(robot.lookup("#plot-surface").query().getBoundsInLocal());
                    return plot.sceneToLocal(scene);
                })
                .get(20, TimeUnit.SECONDS);
        PixelReader pixels = image.getPixelReader();
        return new Picture(pixels::getArgb, axes.getMinX(), axes.getMinY(), axes.getWidth(), axes.getHeight());
    }

    private static Picture png() throws Exception {
        Sheet sheet = Sheet.of(Panel.of(figure()));
        BufferedImage image = PngWriter.image(sheet, STYLE);
        Typesetter type = new Typesetter(Typefaces.load(), Typefaces.load());
        Rectangle2D axes =
                SheetLayout.of(sheet, STYLE, type).panels().get(0).frame().area();
        return new Picture(
                image::getRGB,
                PIXELS_PER_POINT * axes.getX(),
                PIXELS_PER_POINT * axes.getY(),
                PIXELS_PER_POINT * axes.getWidth(),
                PIXELS_PER_POINT * axes.getHeight());
    }

    /** Bars and three laws that do not meet, two of them bent. */
    private static FigureSpec figure() {
        HistogramSteps bars =
                new HistogramSteps(new double[] {0.02, 0.1, 0.5, 3}, new double[] {0.05, 0.02, 0.01}, "n");
        int n = 400;
        double[] x = new double[n];
        double[][] y = new double[ROLES.size()][n];
        for (int i = 0; i < n; i++) {
            double t = i / (n - 1.0);
            x[i] = Math.pow(10, -2 + 4 * t);
            y[0][i] = Math.pow(10, 1.8 - 1.5 * t);
            y[1][i] = Math.pow(10, 0.9 - 2 * t * t);
            y[2][i] = Math.pow(10, -0.2 - 2 * Math.sqrt(t));
        }
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < ROLES.size(); i++) {
            curves.add(Curve.of(ROLES.get(i), ROLES.get(i).id(), x, y[i]));
        }
        return FigureSpec.of(bars)
                .withXAxis(AxisSpec.log("eigenvalue λ").withRange(new AxisRange(0.01, 100)))
                .withYAxis(AxisSpec.log("density ρ(λ)").withRange(new AxisRange(0.001, 100)))
                .withCurves(curves)
                .withLegend(LegendPosition.NONE);
    }
}
