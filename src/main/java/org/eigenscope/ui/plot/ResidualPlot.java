package org.eigenscope.ui.plot;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;

/**
 * A low panel below a {@link SpectrumPlot}, on the same abscissa: curves about zero and a band they are expected to stay in.
 */
public final class ResidualPlot extends Region {
    private static final double TOP = 20;
    private static final double BOTTOM = 8;
    private static final double LABEL_GAP = 9;
    private static final int PIECE = 64;

    private final Canvas canvas = new Canvas();
    private final SpectrumPlot plot;
    private final String axisLabel;
    private final PieceStroker stroker = new PieceStroker(PIECE);
    private List<Curve> curves = List.of();
    private double band = Double.NaN;
    private String caption = "";
    private double end = 1;

    /**
     * An empty panel.
     *
     * @param plot whose abscissa and theme it shares
     * @param axisLabel what the ordinate measures
     */
    public ResidualPlot(SpectrumPlot plot, String axisLabel) {
        this.plot = plot;
        this.axisLabel = axisLabel;
        getStyleClass().add("residual-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        canvas.setManaged(false);
        plot.areaProperty().addListener((source, old, area) -> paint());
        plot.rangesProperty().addListener((source, old, ranges) -> paint());
        plot.themeProperty().addListener((source, old, theme) -> paint());
    }

    /**
     * Shows curves.
     *
     * @param shown each invisible one is left out
     * @param halfWidth of the band about zero
     * @param reach where the ordinate ends on either side of zero
     * @param text the accessible text of the panel
     */
    public void show(List<Curve> shown, double halfWidth, double reach, String text) {
        curves = List.copyOf(shown);
        band = halfWidth;
        caption = text;
        end = reach;
        paint();
    }

    /** The accessible text of the panel. */
    public String caption() {
        return caption;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        paint();
    }

    /** Room for the caption. */
    private double top() {
        return TOP * plot.textScale();
    }

    private double pixelY(double value) {
        double height = canvas.getHeight() - top() - BOTTOM;
        return top() + height * (1 - (value / end + 1) / 2);
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double left = plot.areaProperty().get().getMinX();
        double width = plot.areaProperty().get().getWidth();
        if (width <= 0 || curves.isEmpty() || canvas.getHeight() <= top() + BOTTOM) {
            return;
        }
        Palette palette = Palette.of(plot.themeProperty().get());
        paintFrame(gc, palette, left, width);
        gc.save();
        gc.beginPath();
        gc.rect(left, top(), width, canvas.getHeight() - top() - BOTTOM);
        gc.clip();
        for (int i = curves.size() - 1; i >= 0; i--) {
            if (curves.get(i).visible()) {
                paint(gc, curves.get(i), left, width);
            }
        }
        gc.restore();
        paintWords(gc, palette, left, width);
    }

    private void paintFrame(GraphicsContext gc, Palette palette, double left, double width) {
        if (band > 0) {
            gc.setFill(PlotState.color(palette.grid().minor()));
            gc.fillRect(
                    left,
                    pixelY(Math.min(band, end)),
                    width,
                    pixelY(-Math.min(band, end)) - pixelY(Math.min(band, end)));
        }
        gc.setFill(PlotState.color(palette.grid().major()));
        gc.fillRect(left, Math.floor(pixelY(end)), width, 1);
        gc.fillRect(left, Math.floor(pixelY(-end)), width, 1);
        gc.setFill(PlotState.color(palette.axis()));
        gc.fillRect(left, Math.floor(pixelY(0)), width, 1);
        gc.fillRect(left - 1, top(), 1, canvas.getHeight() - top() - BOTTOM);
    }

    private void paint(GraphicsContext gc, Curve curve, double left, double width) {
        CurveStyle style = curve.role().style().thinner();
        gc.setStroke(PlotState.color(style.color(plot.themeProperty().get())));
        gc.setLineWidth(style.width() * plot.textScale());
        gc.setLineDashes(style.dashes().stream().mapToDouble(d -> d).toArray());
        AxisRange range = plot.getRanges().x();
        AxisScale scale = plot.getFigure().xAxis().scale();
        double[] px = new double[curve.size()];
        double[] py = new double[curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            px[i] = left + width * range.fraction(scale, curve.xAt(i));
            py[i] = pixelY(curve.yAt(i));
        }
        stroker.stroke(gc, px, py, curve.size());
    }

    private void paintWords(GraphicsContext gc, Palette palette, double left, double width) {
        gc.setFont(Font.font("Roboto", 11 * plot.textScale()));
        gc.setFill(PlotState.color(palette.text()));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setTextBaseline(VPos.CENTER);
        for (double value : new double[] {end, 0, -end}) {
            gc.fillText((value > 0 ? "+" : "") + NumberText.significant(value, 1), left - LABEL_GAP, pixelY(value));
        }
        gc.setTextBaseline(VPos.TOP);
        gc.fillText(caption, left + width, 1, left + width - 4);
        gc.save();
        gc.setFont(Font.font("Roboto", 12 * plot.textScale()));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.translate(10, pixelY(0));
        gc.rotate(-90);
        gc.setTextBaseline(VPos.TOP);
        gc.fillText(axisLabel, 0, 0);
        gc.restore();
    }
}
