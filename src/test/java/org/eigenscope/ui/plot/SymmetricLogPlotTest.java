package org.eigenscope.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The chart on an abscissa that is logarithmic to both sides of zero. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class SymmetricLogPlotTest {
    private static final AxisScale SCALE = SymmetricLogScale.of(0.01);
    private static final AxisRange RANGE = new AxisRange(-10, 100);

    private final AtomicReference<Double> moved = new AtomicReference<>();
    private SpectrumPlot plot;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        plot = new SpectrumPlot();
        plot.setOnGuideMoved((kind, position, finished) -> moved.set(position));
        HistogramSteps bars =
                new HistogramSteps(new double[] {-3, -1, -0.1, 0.1, 5, 20}, new double[] {1, 0, 1, 0, 1}, "bars");
        plot.setFigure(FigureSpec.of(bars)
                .withXAxis(new AxisSpec("λ", SCALE, Optional.of(RANGE)))
                .withGuides(List.of(new Guide.Vertical(Guide.Kind.TRIM_LOWER, -1, "−1"))));
        stage.setScene(new Scene(plot, 900, 600));
        stage.show();
    }

    private static <T> T onFx(Supplier<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, work::get);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    private double pixel(Bounds area, double lambda) {
        return area.getMinX() + RANGE.fraction(SCALE, lambda) * area.getWidth();
    }

    @Test
    void barsStandWhereTheScalePutsThem() {
        Bounds area = onFx(() -> plot.areaProperty().get());
        PixelReader pixels = onFx(() -> plot.snapshot(null, null)).getPixelReader();
        int y = (int) (area.getMaxY() - 0.3 * area.getHeight());
        int gap = pixels.getArgb((int) pixel(area, -0.35), y);
        for (double inside : new double[] {-2.8, -1.1, -0.09, 0.004, 0.09, 5.5, 19}) {
            assertThat(pixels.getArgb((int) pixel(area, inside), y))
                    .as("bar at %s", inside)
                    .isNotEqualTo(gap);
        }
        for (double outside : new double[] {-3.5, -0.12, 0.12, 0.65, 4.4, 23}) {
            assertThat(pixels.getArgb((int) pixel(area, outside), y))
                    .as("gap at %s", outside)
                    .isEqualTo(gap);
        }
    }

    @Test
    void aHandleCrossesZeroWithThePointer(FxRobot robot) {
        Bounds area = onFx(() -> plot.areaProperty().get());
        int distance = (int) Math.round(pixel(area, 0.5) - pixel(area, -1));
        robot.drag("#guide-trim-lower .guide-pill", MouseButton.PRIMARY)
                .moveBy(distance, 0)
                .drop();
        double fraction = RANGE.fraction(SCALE, moved.get());
        assertThat(fraction).isCloseTo(RANGE.fraction(SCALE, 0.5), within(2 / area.getWidth()));
    }

    @Test
    void zoomKeepsTheMiddleOfTheAxis() {
        double middle = RANGE.at(SCALE, 0.5);
        onFx(() -> {
            plot.zoomIn();
            return null;
        });
        AxisRange zoomed = plot.getRanges().x();
        assertThat(zoomed.at(SCALE, 0.5)).isCloseTo(middle, withinPercentage(1e-9));
        assertThat(SCALE.forward(zoomed.upper()) - SCALE.forward(zoomed.lower()))
                .isCloseTo(0.8 * (SCALE.forward(100) - SCALE.forward(-10)), within(1e-9));
    }

    @Test
    void theChartKeepsTheScaleThoughItIsNotTheLogarithmicOne() {
        assertThat(plot.getFigure().xAxis().scale()).isEqualTo(SCALE);
        assertThat(plot.logXProperty().get()).isFalse();
        onFx(() -> {
            plot.logXProperty().set(true);
            return null;
        });
        assertThat(plot.getFigure().xAxis().scale()).isEqualTo(AxisScale.LOG);
    }
}
