package org.eigenscope.ui.fit.likelihood;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.Tick;
import org.eigenscope.figure.axis.Ticks;
import org.eigenscope.figure.compose.Contours;
import org.eigenscope.figure.style.ColorRamp;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.control.TextScale;
import org.eigenscope.ui.fit.parameter.LikelihoodStrip;

/**
 * Draws the likelihood map and handles the drag on it. The map is painted only when it changes; what moves during a
 * drag is on a second canvas above it.
 */
public final class LikelihoodMapView extends Region {
    /** √χ² of two degrees of freedom at 68.27, 95 and 99 %. */
    private static final double[] LEVELS = {1.5152, 2.4477, 3.0349};

    private static final Font NUMBERS = Font.font("Roboto", 11);
    private static final double LEFT = 46;
    private static final double BOTTOM = 34;
    private static final double TOP = 4;
    private static final double RIGHT = 6;
    private static final double STEP = 0.02;
    private static final double HALO = 3;
    private static final int OPAQUE = 0xFF << 24;

    private final Canvas ground = new Canvas();
    private final Canvas above = new Canvas();
    private Optional<LikelihoodMapPicture> picture = Optional.empty();
    private List<LikelihoodMapPoint> path = List.of();
    private final TextScale text = new TextScale(this::requestLayout);
    private final Text ruler = new Text();
    private Theme theme = Theme.LIGHT;
    private Mover mover;

    /** Receives the drag on the map. */
    interface Mover {
        void grab();

        void place(LikelihoodMapPoint point);

        void release();
    }

    public LikelihoodMapView() {
        getStyleClass().add("likelihood-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        getChildren().addAll(ground, above, text);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void setMover(Mover value) {
        mover = value;
    }

    void show(Optional<LikelihoodMapPicture> value) {
        picture = value;
        paintGround();
        paintPath();
    }

    void showPath(List<LikelihoodMapPoint> value) {
        path = value;
        paintPath();
    }

    void setTheme(Theme value) {
        theme = value;
        paintGround();
        paintPath();
    }

    @Override
    protected void layoutChildren() {
        for (Canvas canvas : List.of(ground, above)) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        paintGround();
        paintPath();
    }

    private double width() {
        return Math.max(1, getWidth() / text.factor() - LEFT - RIGHT);
    }

    private double height() {
        return Math.max(1, getHeight() / text.factor() - TOP - BOTTOM);
    }

    private static AxisRange range(double[] values) {
        return new AxisRange(values[0], values[values.length - 1]);
    }

    private double pixelX(double kappa) {
        return LEFT + width() * range(picture.orElseThrow().map().kappas()).fraction(AxisScale.LOG, kappa);
    }

    private double pixelY(double scale) {
        return TOP + height() * (1 - range(picture.orElseThrow().map().scales()).fraction(AxisScale.LOG, scale));
    }

    private void paintGround() {
        GraphicsContext gc = ground.getGraphicsContext2D();
        gc.clearRect(0, 0, ground.getWidth(), ground.getHeight());
        if (picture.isEmpty() || getWidth() < LEFT + RIGHT + 2) {
            return;
        }
        double[][] depths = picture.get().depths();
        gc.save();
        gc.scale(text.factor(), text.factor());
        paintField(gc, depths);
        paintMeanMatched(gc);
        for (int i = 0; i < LEVELS.length; i++) {
            paintContour(gc, Contours.of(depths, LEVELS[i]), depths, 1.5 - 0.35 * i);
        }
        paintAxes(gc);
        gc.restore();
    }

    /** Bilinear between the points of the map, as one image at half the resolution: rectangles would cost ten times as much. */
    private void paintField(GraphicsContext gc, double[][] depths) {
        ColorRamp ramp = ColorRamp.of(theme);
        int columns = (int) Math.max(2, width() / 2);
        int rows = (int) Math.max(2, height() / 2);
        int[] pixels = new int[columns * rows];
        for (int y = 0; y < rows; y++) {
            double v = (1 - (y + 0.5) / rows) * (depths.length - 1);
            for (int x = 0; x < columns; x++) {
                double u = (x + 0.5) / columns * (depths[0].length - 1);
                Rgb color = ramp.at(1 / (1 + bilinear(depths, u, v) / LikelihoodStrip.DEPTH_95));
                pixels[y * columns + x] = OPAQUE | color.red() << 16 | color.green() << 8 | color.blue();
            }
        }
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), pixels, 0, columns);
        gc.drawImage(image, LEFT, TOP, width(), height());
    }

    private static double bilinear(double[][] rows, double u, double v) {
        int i = (int) Math.max(0, Math.min(rows[0].length - 2, Math.floor(u)));
        int j = (int) Math.max(0, Math.min(rows.length - 2, Math.floor(v)));
        double a = Math.max(0, Math.min(1, u - i));
        double b = Math.max(0, Math.min(1, v - j));
        double value = (1 - b) * ((1 - a) * rows[j][i] + a * rows[j][i + 1])
                + b * ((1 - a) * rows[j + 1][i] + a * rows[j + 1][i + 1]);
        return Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }

    /** A light line on a dark halo or the other way round, so that it is visible on every colour of the ramp. */
    private void paintContour(GraphicsContext gc, List<Contours.Piece> pieces, double[][] depths, double lineWidth) {
        Palette palette = Palette.of(theme);
        double cellX = width() / (depths[0].length - 1);
        double cellY = height() / (depths.length - 1);
        for (boolean halo : new boolean[] {true, false}) {
            gc.setStroke(halo ? color(palette.background().withOpacity(0.55)) : color(palette.text()));
            gc.setLineWidth(halo ? lineWidth + HALO - 1 : lineWidth);
            for (Contours.Piece p : pieces) {
                gc.strokeLine(
                        LEFT + p.x0() * cellX,
                        TOP + height() - p.y0() * cellY,
                        LEFT + p.x1() * cellX,
                        TOP + height() - p.y1() * cellY);
            }
        }
    }

    private void paintMeanMatched(GraphicsContext gc) {
        double[] kappas = picture.orElseThrow().map().kappas();
        double[] scales = picture.orElseThrow().map().meanMatchedScales();
        clip(gc);
        gc.setStroke(color(Palette.of(theme).guide()));
        gc.setLineWidth(1.5);
        gc.setLineDashes(2, 4);
        for (int i = 0; i + 1 < kappas.length; i++) {
            double x0 = pixelX(kappas[i]);
            double y0 = pixelY(scales[i]);
            double x1 = pixelX(kappas[i + 1]);
            double y1 = pixelY(scales[i + 1]);
            if (Double.isFinite(y0) && Double.isFinite(y1)) {
                gc.strokeLine(x0, y0, x1, y1);
            }
        }
        gc.restore();
    }

    private void clip(GraphicsContext gc) {
        gc.save();
        gc.beginPath();
        gc.rect(LEFT, TOP, width(), height());
        gc.clip();
    }

    private void paintAxes(GraphicsContext gc) {
        Palette palette = Palette.of(theme);
        gc.setStroke(color(palette.axis()));
        gc.setLineWidth(1);
        gc.strokeRect(Math.floor(LEFT) - 0.5, TOP - 0.5, Math.floor(width()) + 1, Math.floor(height()) + 1);
        gc.setFill(color(palette.text()));
        gc.setFont(NUMBERS);
        gc.setTextBaseline(VPos.TOP);
        gc.setTextAlign(TextAlignment.CENTER);
        AxisRange across = range(picture.orElseThrow().map().kappas());
        for (Tick tick :
                Ticks.fitting(AxisScale.LOG, across, width(), label -> 44).major()) {
            double x = pixelX(tick.value());
            gc.strokeLine(Math.floor(x) + 0.5, TOP + height(), Math.floor(x) + 0.5, TOP + height() + 4);
            gc.fillText(tick.label().text(), withinCanvas(x, tick.label().text()), TOP + height() + 6);
        }
        gc.setFont(Font.font("Roboto", 12));
        gc.fillText("κ", LEFT + width() / 2, getHeight() / text.factor() - 14);
        gc.fillText("s", 6, TOP + height() / 2 - 8);
        gc.setFont(NUMBERS);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        AxisRange along = range(picture.orElseThrow().map().scales());
        for (Tick tick :
                Ticks.fitting(AxisScale.LOG, along, height(), label -> 26).major()) {
            double y = pixelY(tick.value());
            gc.strokeLine(LEFT - 4, Math.floor(y) + 0.5, LEFT, Math.floor(y) + 0.5);
            gc.fillText(tick.label().text(), LEFT - 6, Math.max(y, TOP + 6));
        }
    }

    /** The middle of a number below the map that is not cut at the canvas' right end. */
    private double withinCanvas(double x, String number) {
        ruler.setFont(NUMBERS);
        ruler.setText(number);
        double most = LEFT + width() + RIGHT - Math.ceil(ruler.getLayoutBounds().getWidth() / 2);
        return Math.min(Math.max(x, LEFT), most);
    }

    private void paintPath() {
        GraphicsContext gc = above.getGraphicsContext2D();
        gc.clearRect(0, 0, above.getWidth(), above.getHeight());
        if (picture.isEmpty() || path.isEmpty() || getWidth() < LEFT + RIGHT + 2) {
            return;
        }
        gc.save();
        gc.scale(text.factor(), text.factor());
        clip(gc);
        Color line = color(CurveRole.HTMP.style().color(theme));
        gc.setStroke(line);
        gc.setLineWidth(1.5);
        double[] x = path.stream().mapToDouble(p -> pixelX(p.kappa())).toArray();
        double[] y = path.stream().mapToDouble(p -> pixelY(p.scale())).toArray();
        gc.strokePolyline(x, y, x.length);
        double x1 = x[x.length - 1];
        double y1 = y[y.length - 1];
        gc.setFill(color(Palette.of(theme).background()));
        gc.fillOval(x1 - 6, y1 - 6, 12, 12);
        gc.setFill(line);
        gc.fillOval(x1 - 4.5, y1 - 4.5, 9, 9);
        gc.restore();
        gc.restore();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (mover != null && picture.isPresent()) {
            mover.grab();
            mover.place(pointAt(event.getX() / text.factor(), event.getY() / text.factor()));
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (mover != null && picture.isPresent()) {
            mover.place(pointAt(event.getX() / text.factor(), event.getY() / text.factor()));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (mover != null) {
            mover.release();
        }
        event.consume();
    }

    private LikelihoodMapPoint pointAt(double x, double y) {
        double u = Math.max(0, Math.min(1, (x - LEFT) / width()));
        double v = Math.max(0, Math.min(1, 1 - (y - TOP) / height()));
        return new LikelihoodMapPoint(
                range(picture.orElseThrow().map().kappas()).at(AxisScale.LOG, u),
                range(picture.orElseThrow().map().scales()).at(AxisScale.LOG, v));
    }

    private void key(KeyEvent event) {
        double across = switch (event.getCode()) {
            case LEFT -> -STEP;
            case RIGHT -> STEP;
            default -> 0;
        };
        double along = switch (event.getCode()) {
            case DOWN -> -STEP;
            case UP -> STEP;
            default -> 0;
        };
        if ((across == 0 && along == 0) || picture.isEmpty() || path.isEmpty() || mover == null) {
            return;
        }
        LikelihoodMapPoint now = path.get(path.size() - 1);
        mover.grab();
        mover.place(pointAt(pixelX(now.kappa()) + across * width(), pixelY(now.scale()) - along * height()));
        mover.release();
        event.consume();
    }

    private static Color color(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), rgb.opacity());
    }
}
