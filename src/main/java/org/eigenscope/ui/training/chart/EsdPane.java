package org.eigenscope.ui.training.chart;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** Paints a spectrum on log-log axes, with the law that was fitted to it. */
public final class EsdPane extends PaintedRegion {
    private static final double LEFT = 58;
    private static final double TOP = 26;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 44;
    private static final double LEAST = 60;
    private static final double BELOW = 3;
    /** The width of the title of the ordinate, as far as it stands over the axes, and a gap. */
    private static final double TITLE = 60;

    private final EsdRanges ranges;
    private EsdPicture picture;
    private String corner = "";
    private long painted;

    /**
     * @param ranges the axes
     * @param empty what is shown until there is a spectrum
     */
    public EsdPane(EsdRanges ranges, EsdPicture empty) {
        this.ranges = ranges;
        picture = empty;
        getStyleClass().add("training-esd");
        setFocusTraversable(false);
    }

    /**
     * Shows a spectrum.
     *
     * @param text stands over the axes, to the right
     */
    public void show(EsdPicture value, String text) {
        picture = value;
        corner = text;
        setAccessibleText(value.isEmpty() ? "No spectrum" : "Spectrum, " + text);
        repaint();
    }

    /** How often it was painted, for programs that measure. */
    public long painted() {
        return painted;
    }

    /** Without what lies far below the axes, which would be drawn along their lower end. */
    private double[] visible(double[] heights) {
        double least = ranges.y().lower() / BELOW;
        return Arrays.stream(heights)
                .map(height -> height < least ? Double.NaN : height)
                .toArray();
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        painted++;
        if (picture.isEmpty() || ranges.isEmpty() || width < LEFT + RIGHT + LEAST || height < TOP + BOTTOM + LEAST) {
            return;
        }
        CanvasChart chart = new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM),
                new CanvasChart.Axis(AxisScale.LOG, ranges.x(), "eigenvalue λ"),
                new CanvasChart.Axis(AxisScale.LOG, ranges.y(), "density ρ(λ)"));
        chart.frame();
        chart.bars(ranges.heights(picture));
        if (picture.ys().length > 1) {
            chart.line(picture.xs(), visible(picture.ys()), picture.style());
        }
        // over the axes it would cover their title where they are narrow; below their upper end densities have fallen
        boolean fits = new Text(corner).getLayoutBounds().getWidth() < width - RIGHT - LEFT - TITLE;
        chart.note(corner, width - RIGHT, fits ? TOP - 13 : TOP + 10, TextAlignment.RIGHT);
    }
}
