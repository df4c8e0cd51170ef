package org.eigenscope.ui.models.plot;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.eigenscope.study.StudyRow;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;

/** A plot on screen: a drag chooses the points in a rectangle, a click one of them, and the one under the mouse says its name. */
final class PlotView extends PaintedRegion {
    private static final double LEFT = 64;
    private static final double TOP = 26;
    private static final double RIGHT = 16;
    private static final double BOTTOM = 42;
    private static final double LEAST = 120;
    private static final double NEAR = 9;
    private static final double DRAG = 4;

    private final Canvas overlay = new Canvas();
    private PlotScene scene = PlotScene.EMPTY;
    private Set<Long> selected = Set.of();
    private OptionalLong hovered = OptionalLong.empty();
    private Optional<Handler> handler = Optional.empty();
    private double pressedX = Double.NaN;
    private double pressedY = Double.NaN;
    private double draggedX;
    private double draggedY;
    private boolean dragging;

    /** What the user does with points. */
    interface Handler {
        /** A rectangle in the units of the axes. */
        void brush(double x1, double y1, double x2, double y2, boolean add);

        void choose(Optional<StudyRow> row, boolean add);

        void point(Optional<StudyRow> row);

        void open(StudyRow row);

        /** What the row under the mouse is called. */
        String describe(PlotScene.Point point);
    }

    PlotView() {
        getStyleClass().add("models-plot");
        overlay.setMouseTransparent(true);
        getChildren().add(overlay);
        setOnMouseMoved(event -> hover(across(event), down(event)));
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

    void show(PlotScene value, Set<Long> chosen) {
        scene = value;
        selected = chosen;
        repaint();
        paintOverlay();
    }

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

    private Optional<CanvasChart> chart(GraphicsContext gc) {
        if (paintedWidth() < LEAST
                || paintedHeight() < LEAST
                || !scene.empty().isEmpty()
                || scene.points().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CanvasChart(
                gc,
                theme(),
                new CanvasChart.Area(LEFT, TOP, paintedWidth() - LEFT - RIGHT, paintedHeight() - TOP - BOTTOM),
                new CanvasChart.Axis(
                        scene.x().scale(), scene.x().range(), scene.x().title()),
                new CanvasChart.Axis(
                        scene.y().scale(), scene.y().range(), scene.y().title())));
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        chart(gc).ifPresent(chart -> {
            new PlotPainter(gc, chart, theme(), scene.groups().size()).paint(scene, selected);
            legend(gc, chart);
        });
    }

    /** In one line above the axes, as far as there is room. */
    private void legend(GraphicsContext gc, CanvasChart chart) {
        if (scene.groups().stream().allMatch(String::isEmpty)) {
            return;
        }
        Color[] colors = GroupColors.of(Math.max(1, scene.groups().size()), theme());
        double left = chart.area().left()
                + Math.min(chart.area().width() / 2, 6.5 * scene.y().title().length() + 8);
        for (int i = 0; i < scene.groups().size(); i++) {
            String name = scene.groups().get(i).isEmpty()
                    ? "none"
                    : Printable.of(scene.groups().get(i));
            double room = 6.3 * name.length() + 24;
            if (left + room > chart.area().right() - 60 && i < scene.groups().size() - 1) {
                chart.note("… " + (scene.groups().size() - i) + " more", left, TOP - 13, TextAlignment.LEFT);
                return;
            }
            gc.setFill(colors[i]);
            gc.fillOval(left, TOP - 17, 8, 8);
            chart.note(name, left + 12, TOP - 13, TextAlignment.LEFT);
            left += room;
        }
    }

    private void paintOverlay() {
        GraphicsContext gc = overlay.getGraphicsContext2D();
        gc.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        Optional<CanvasChart> chart = chart(gc);
        if (chart.isEmpty()) {
            return;
        }
        gc.save();
        gc.scale(unit(), unit());
        if (dragging) {
            Color accent = CanvasChart.color(chart.get().palette().guide());
            gc.setFill(accent.deriveColor(0, 1, 1, 0.12));
            gc.fillRect(
                    Math.min(pressedX, draggedX),
                    Math.min(pressedY, draggedY),
                    Math.abs(draggedX - pressedX),
                    Math.abs(draggedY - pressedY));
            gc.setStroke(accent);
            gc.setLineWidth(1);
            gc.strokeRect(
                    Math.min(pressedX, draggedX),
                    Math.min(pressedY, draggedY),
                    Math.abs(draggedX - pressedX),
                    Math.abs(draggedY - pressedY));
        }
        if (hovered.isPresent()) {
            scene.points().stream()
                    .filter(point -> point.row().id() == hovered.getAsLong())
                    .findFirst()
                    .ifPresent(point -> ring(gc, chart.get(), point));
        }
        gc.restore();
    }

    private void ring(GraphicsContext gc, CanvasChart chart, PlotScene.Point point) {
        double x = chart.px(point.x());
        double y = chart.py(point.y());
        gc.setStroke(CanvasChart.color(chart.palette().text()));
        gc.setLineWidth(1.5);
        gc.strokeOval(x - 6, y - 6, 12, 12);
        String text = handler.map(h -> h.describe(point)).orElse("");
        gc.setFont(Font.font("Roboto", 11.5));
        double width = 6.1 * text.length() + 14;
        double left = Math.max(4, Math.min(x + 12, paintedWidth() - width - 4));
        double top = Math.max(4, y - 30);
        gc.setFill(CanvasChart.color(chart.palette().background()).deriveColor(0, 1, 1, 0.92));
        gc.fillRoundRect(left, top, width, 20, 6, 6);
        gc.setStroke(CanvasChart.color(chart.palette().axis()));
        gc.setLineWidth(1);
        gc.strokeRoundRect(left, top, width, 20, 6, 6);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(CanvasChart.color(chart.palette().text()));
        gc.fillText(text, left + 7, top + 10);
    }

    private Optional<PlotScene.Point> nearest(double x, double y) {
        Optional<CanvasChart> chart = chart(overlay.getGraphicsContext2D());
        if (chart.isEmpty()) {
            return Optional.empty();
        }
        PlotScene.Point best = null;
        double least = NEAR * NEAR;
        for (PlotScene.Point point : scene.points()) {
            double dx = chart.get().px(point.x()) - x;
            double dy = chart.get().py(point.y()) - y;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = point;
            }
        }
        return Optional.ofNullable(best);
    }

    private void hover(double x, double y) {
        Optional<StudyRow> row = nearest(x, y).map(PlotScene.Point::row);
        tell(h -> h.point(row));
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
        Optional<CanvasChart> chart = chart(overlay.getGraphicsContext2D());
        boolean add = event.isShiftDown() || event.isShortcutDown();
        if (dragging && chart.isPresent()) {
            tell(h -> h.brush(
                    valueX(chart.get(), pressedX),
                    valueY(chart.get(), pressedY),
                    valueX(chart.get(), draggedX),
                    valueY(chart.get(), draggedY),
                    add));
        } else if (event.getClickCount() == 2) {
            nearest(across(event), down(event)).ifPresent(point -> tell(h -> h.open(point.row())));
        } else {
            Optional<StudyRow> row = nearest(across(event), down(event)).map(PlotScene.Point::row);
            tell(h -> h.choose(row, add));
        }
        dragging = false;
        pressedX = Double.NaN;
        paintOverlay();
    }

    private static double valueX(CanvasChart chart, double x) {
        return chart.x()
                .range()
                .at(chart.x().scale(), (x - chart.area().left()) / chart.area().width());
    }

    private static double valueY(CanvasChart chart, double y) {
        return chart.y()
                .range()
                .at(
                        chart.y().scale(),
                        (chart.area().bottom() - y) / chart.area().height());
    }
}
