package org.eigenscope.ui.models.plot;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.eigenscope.figure.style.Palette;
import org.eigenscope.study.plot.RowPlace;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** A plot on screen: a drag chooses the rows in a rectangle, a click those of one place, and the one under the mouse says its name. */
final class PlotView extends PaintedRegion {
    private static final double NEAR = 9;
    private static final double DRAG = 4;
    private static final Font FONT = Font.font("Roboto", 11.5);

    private final Canvas overlay = new Canvas();
    private Optional<StudyPlot> plot = Optional.empty();
    private Optional<PlotLayout> layout = Optional.empty();
    private LongPredicate chosen = row -> false;
    private boolean any;
    private OptionalLong hovered = OptionalLong.empty();
    private Optional<Handler> handler = Optional.empty();
    private double pressedX = Double.NaN;
    private double pressedY = Double.NaN;
    private double draggedX;
    private double draggedY;
    private boolean dragging;

    /** What the user does with places. */
    interface Handler {
        /** A rectangle in the units of a panel's axes. */
        void brush(int panel, PlotModel.Box box, boolean add);

        void choose(Optional<RowPlace> place, boolean add);

        void point(Optional<RowPlace> place);

        void open(RowPlace place);

        /** What the rows of a place are called. */
        String describe(RowPlace place);

        /** The number under which others know a row of the plot. */
        long number(long row);
    }

    PlotView() {
        getStyleClass().add("models-plot");
        overlay.setMouseTransparent(true);
        getChildren().add(overlay);
        setOnMouseMoved(event -> tell(h -> h.point(nearest(across(event), down(event)))));
        setOnMouseExited(event -> tell(h -> h.point(Optional.empty())));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleText("Plot of the rows");
    }

    void connect(Handler value) {
        handler = Optional.of(value);
    }

    /**
     * Shows a plot.
     *
     * @param isChosen whether a row of the plot is chosen
     * @param anyChosen whether any row is
     */
    void show(Optional<StudyPlot> value, LongPredicate isChosen, boolean anyChosen) {
        plot = value;
        chosen = isChosen;
        any = anyChosen;
        setAccessibleText(value.map(StudyPlot::description).orElse("Plot of the rows"));
        repaint();
        paintOverlay();
    }

    /** Marks the place of a row, by the number under which others know it. */
    void showHovered(OptionalLong row) {
        hovered = row;
        paintOverlay();
    }

    private void tell(Consumer<Handler> what) {
        handler.ifPresent(what);
    }

    @Override
    protected void layoutChildren() {
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
        super.layoutChildren();
        paintOverlay();
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        layout = plot.map(now -> PlotLayout.of(now.sheet(), width, height));
        layout.ifPresent(places -> {
            places.panels().forEach(place -> new PlotPainter(gc, theme(), place).paint(chosen, any));
            if (any) {
                StudyPlot now = plot.orElseThrow();
                new ChosenPainter(gc, theme(), places, chosen)
                        .paint(now.request().kind(), now.places());
            }
        });
    }

    private void paintOverlay() {
        GraphicsContext gc = overlay.getGraphicsContext2D();
        gc.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        gc.save();
        gc.scale(unit(), unit());
        if (dragging) {
            paintBrush(gc);
        }
        if (hovered.isPresent()) {
            LongUnaryOperator number = row -> handler.map(h -> h.number(row)).orElse(row);
            plot.flatMap(now -> now.places().stream()
                            .filter(place -> place.rows().stream()
                                    .anyMatch(row -> number.applyAsLong(row) == hovered.getAsLong()))
                            .findFirst())
                    .ifPresent(place -> ring(gc, place));
        }
        gc.restore();
    }

    private void paintBrush(GraphicsContext gc) {
        Color accent = CanvasChart.color(Palette.of(theme()).guide());
        double left = Math.min(pressedX, draggedX);
        double top = Math.min(pressedY, draggedY);
        gc.setFill(accent.deriveColor(0, 1, 1, 0.12));
        gc.fillRect(left, top, Math.abs(draggedX - pressedX), Math.abs(draggedY - pressedY));
        gc.setStroke(accent);
        gc.setLineWidth(1);
        gc.strokeRect(left, top, Math.abs(draggedX - pressedX), Math.abs(draggedY - pressedY));
    }

    private Optional<PlotLayout.Place> panel(int index) {
        return layout.filter(now -> index < now.panels().size())
                .map(now -> now.panels().get(index));
    }

    private void ring(GraphicsContext gc, RowPlace place) {
        Optional<PlotLayout.Place> on = panel(place.panel());
        if (on.isEmpty()) {
            return;
        }
        double x = (on.get().px(place.left()) + on.get().px(place.right())) / 2;
        double y = on.get().py(place.top());
        gc.setStroke(CanvasChart.color(Palette.of(theme()).text()));
        gc.setLineWidth(1.5);
        if (place.isPoint()) {
            gc.strokeOval(x - 6, y - 6, 12, 12);
        } else {
            double left = on.get().px(place.left());
            double width = on.get().px(place.right()) - left;
            gc.strokeRect(left, y, width, on.get().py(place.bottom()) - y);
        }
        if (isHover()) {
            label(gc, handler.map(h -> h.describe(place)).orElse(""), x, y);
        }
    }

    private void label(GraphicsContext gc, String text, double x, double y) {
        gc.setFont(FONT);
        Text measured = new Text(text);
        measured.setFont(FONT);
        double width = measured.getLayoutBounds().getWidth() + 14;
        double left = Math.max(4, Math.min(x + 12, paintedWidth() - width - 4));
        double top = Math.max(4, y - 30);
        gc.setFill(CanvasChart.color(Palette.of(theme()).background()).deriveColor(0, 1, 1, 0.92));
        gc.fillRoundRect(left, top, width, 20, 6, 6);
        gc.setStroke(CanvasChart.color(Palette.of(theme()).axis()));
        gc.setLineWidth(1);
        gc.strokeRoundRect(left, top, width, 20, 6, 6);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(CanvasChart.color(Palette.of(theme()).text()));
        gc.fillText(text, left + 7, top + 10);
    }

    /** The place under a pixel: a bar or a cell that holds it, or the nearest point that is near enough. */
    private Optional<RowPlace> nearest(double x, double y) {
        if (plot.isEmpty()) {
            return Optional.empty();
        }
        RowPlace best = null;
        double least = NEAR * NEAR;
        for (RowPlace place : plot.get().places()) {
            Optional<PlotLayout.Place> on = panel(place.panel());
            if (on.isPresent()) {
                double distance = distance(on.get(), place, x, y);
                if (distance < least) {
                    least = distance;
                    best = place;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The square of the distance in pixels. */
    private static double distance(PlotLayout.Place on, RowPlace place, double x, double y) {
        double dx = Math.max(0, Math.max(on.px(place.left()) - x, x - on.px(place.right())));
        double dy = Math.max(0, Math.max(on.py(place.top()) - y, y - on.py(place.bottom())));
        return dx * dx + dy * dy;
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressedX = across(event);
            pressedY = down(event);
            dragging = false;
        }
    }

    private void drag(MouseEvent event) {
        if (Double.isNaN(pressedX)) {
            return;
        }
        draggedX = across(event);
        draggedY = down(event);
        dragging |= Math.hypot(draggedX - pressedX, draggedY - pressedY) > DRAG;
        paintOverlay();
    }

    private void release(MouseEvent event) {
        if (Double.isNaN(pressedX)) {
            return;
        }
        boolean add = event.isShiftDown() || event.isShortcutDown();
        if (dragging) {
            layout.flatMap(now -> now.panelAt(pressedX)).ifPresent(panel -> brush(panel, add));
        } else if (event.getClickCount() == 2) {
            nearest(across(event), down(event)).ifPresent(place -> tell(h -> h.open(place)));
        } else {
            Optional<RowPlace> place = nearest(across(event), down(event));
            tell(h -> h.choose(place, add));
        }
        dragging = false;
        pressedX = Double.NaN;
        paintOverlay();
    }

    private void brush(int index, boolean add) {
        PlotLayout.Place on = panel(index).orElseThrow();
        PlotModel.Box box =
                PlotModel.Box.of(on.valueX(pressedX), on.valueY(pressedY), on.valueX(draggedX), on.valueY(draggedY));
        tell(h -> h.brush(index, box, add));
    }
}
