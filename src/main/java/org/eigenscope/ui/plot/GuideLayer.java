package org.eigenscope.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.compose.DrawnParts;
import org.eigenscope.figure.compose.PlotBox;
import org.eigenscope.figure.compose.WordPlacement;

/** The lines of τ, trims and tail slopes; their handles are nodes above the canvas. */
final class GuideLayer {
    /** The number of points of a slope guide, which is a curve unless both axes are logarithmic. */
    private static final int SLOPE_POINTS = 33;

    private static final int SLOPE_PIECE = 3;
    private static final double TAU_WIDTH = 2;
    private static final double FONT_SIZE = 12;
    private static final double DASH = 3;
    private static final double ABOVE = 18;
    /** Where words stand beside their guide until a place was chosen. */
    private static final Point2D UNPLACED = new Point2D(4, 4);

    private final PlotState state;
    private final PieceStroker stroker = new PieceStroker(SLOPE_PIECE);
    private final Text ruler = new Text();
    /** From the anchor of each guide's words to their top left corner, in the order of the guides. */
    private final List<Point2D> offsets = new ArrayList<>();

    GuideLayer(PlotState state) {
        this.state = state;
    }

    /** The room above the axes for words that have no free place in them. */
    static double above(PlotState state) {
        return Math.ceil(ABOVE * state.textScale());
    }

    private Font font() {
        return Font.font("Roboto", FONT_SIZE * state.textScale());
    }

    void paint(GraphicsContext gc, PlotPlaces places) {
        Color color = PlotState.color(state.palette().guide());
        gc.setStroke(color);
        gc.setFill(color);
        // a canvas does not use the stylesheet, and its default font is another one
        gc.setFont(font());
        for (Guide guide : state.figure().guides()) {
            if (guide instanceof Guide.Vertical vertical) {
                paintVertical(gc, vertical, places);
            } else {
                paintSlope(gc, (Guide.Slope) guide, places);
            }
        }
        paintWords(gc, places);
    }

    private void paintVertical(GraphicsContext gc, Guide.Vertical guide, PlotPlaces places) {
        double width = places.width();
        double height = places.height();
        double x = Math.floor(places.x(guide.position()));
        if (!(x >= 0 && x <= width)) {
            return;
        }
        if (guide.kind() == Guide.Kind.TAU) {
            gc.fillRect(x, 0, TAU_WIDTH * state.textScale(), height);
        } else if (guide.isRug()) {
            gc.fillRect(x, height - DrawnParts.RUG, 1, DrawnParts.RUG);
        } else {
            for (double y = 0; y < height; y += 2 * DASH) {
                gc.fillRect(x, y, 1, DASH);
            }
        }
    }

    private void paintSlope(GraphicsContext gc, Guide.Slope guide, PlotPlaces places) {
        double[] x = new double[SLOPE_POINTS];
        double[] y = new double[SLOPE_POINTS];
        for (int i = 0; i < SLOPE_POINTS; i++) {
            double lambda = guide.from() * Math.pow(guide.to() / guide.from(), i / (SLOPE_POINTS - 1.0));
            x[i] = places.x(lambda);
            y[i] = places.y(Math.max(Double.MIN_NORMAL, guide.densityAt(lambda)));
            if (!Double.isFinite(x[i] + y[i])) {
                return;
            }
        }
        gc.setLineWidth(1.5 * state.textScale());
        gc.setLineDashes(1, 4);
        stroker.stroke(gc, x, y, SLOPE_POINTS);
    }

    /** Chooses places for words, and keeps them in {@code parts}. */
    void placeWords(PlotPlaces places, DrawnParts parts) {
        offsets.clear();
        ruler.setFont(font());
        PlotBox axes = new PlotBox(0, 0, places.width(), places.height());
        for (Guide guide : state.figure().guides()) {
            Optional<Point2D> anchor = anchor(guide, places);
            if (anchor.isPresent()) {
                double x = anchor.get().getX();
                double y = anchor.get().getY();
                ruler.setText(guide.label());
                double width = Math.ceil(ruler.getLayoutBounds().getWidth());
                double height = Math.ceil(ruler.getLayoutBounds().getHeight());
                PlotBox place = guide instanceof Guide.Vertical
                        ? WordPlacement.beside(x, width, height, parts, axes)
                        : WordPlacement.near(x, y, width, height, parts);
                parts.add(place);
                offsets.add(new Point2D(place.left() - x, place.top() - y));
            }
        }
    }

    /** The point with which the words of a guide move; empty for a guide without words, or out of sight. */
    private static Optional<Point2D> anchor(Guide guide, PlotPlaces places) {
        Point2D point;
        if (guide instanceof Guide.Vertical vertical) {
            boolean worded = vertical.kind() == Guide.Kind.MARK && !vertical.isRug();
            point = new Point2D(worded ? Math.floor(places.x(vertical.position())) : Double.NaN, 0);
        } else {
            Guide.Slope slope = (Guide.Slope) guide;
            double middle = Math.sqrt(slope.from()) * Math.sqrt(slope.to());
            point = new Point2D(places.x(middle), places.y(Math.max(Double.MIN_NORMAL, slope.densityAt(middle))));
        }
        boolean inSight = point.getX() >= 0
                && point.getX() <= places.width()
                && point.getY() >= 0
                && point.getY() <= places.height();
        return inSight ? Optional.of(point) : Optional.empty();
    }

    private void paintWords(GraphicsContext gc, PlotPlaces places) {
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.TOP);
        int word = 0;
        for (Guide guide : state.figure().guides()) {
            Optional<Point2D> anchor = anchor(guide, places);
            if (anchor.isPresent()) {
                Point2D offset = word < offsets.size() ? offsets.get(word) : UNPLACED;
                gc.fillText(
                        guide.label(),
                        Math.rint(anchor.get().getX() + offset.getX()),
                        Math.rint(anchor.get().getY() + offset.getY()));
                word++;
            }
        }
    }
}
