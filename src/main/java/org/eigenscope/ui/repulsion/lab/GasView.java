package org.eigenscope.ui.repulsion.lab;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.eigenscope.ensemble.gas.Force;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.figure.style.Rgb;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.ui.repulsion.paint.CanvasChart;
import org.eigenscope.ui.repulsion.paint.PaintedRegion;
import org.eigenscope.ui.repulsion.paint.Trails;

/**
 * The lab's picture: the histogram with its laws, below it the eigenvalues on their line, below that where they have been.
 * An eigenvalue can be grabbed on its line.
 */
public final class GasView extends PaintedRegion {
    private static final double LEFT = 46;
    private static final double RIGHT = 16;
    private static final double TOP = 26;
    private static final double AXIS = 42;
    private static final double LINE_HEIGHT = 54;
    private static final double ARROWS = 46;
    private static final double ROW_HEIGHT = 7;
    private static final int MOST_ROWS = 7;
    /** Eigenvalues crowd at one end of their range, so that a row holds fewer than its width has room for. */
    private static final double CROWDING = 4;

    private static final double LONGEST_ARROW = 90;
    private static final double ARROW_HEAD = 8;

    private Optional<LabFrame> frame = Optional.empty();
    private boolean trailed;
    private Trails trails = new Trails(1, 1);
    /**
     * The upper end of the ordinate. It only grows while the law stays the same, so that the axis does not change all
     * the time.
     */
    private double ceiling;

    /** Whether the newest frame is not yet in the trails. */
    private boolean traceless;

    private DragHandler dragHandler = DragHandler.NONE;

    /** Receives what the pointer does on the line of the eigenvalues. */
    public record DragHandler(DoubleConsumer grab, DoubleConsumer pull, Runnable release) {
        static final DragHandler NONE = new DragHandler(value -> {}, value -> {}, () -> {});
    }

    public GasView() {
        getStyleClass().addAll("gas-view", "focus-ring");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Eigenvalues, their histogram and the laws; Space plays and pauses");
        setMinSize(320, 260);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> dragHandler.release().run());
        setOnMouseMoved(event -> setCursor(onLine(event) ? Cursor.OPEN_HAND : Cursor.DEFAULT));
    }

    public void connect(DragHandler newHandler) {
        dragHandler = newHandler;
    }

    public void setTrails(boolean value) {
        trailed = value;
        forget();
        repaint();
    }

    @Override
    public void setTheme(Theme value) {
        forget();
        super.setTheme(value);
    }

    private void forget() {
        trails = new Trails(1, 1);
        traceless = true;
    }

    public void show(Optional<LabFrame> newFrame) {
        boolean same = frame.isPresent()
                && newFrame.isPresent()
                && frame.get().range().equals(newFrame.get().range())
                && frame.get()
                        .settings()
                        .draw()
                        .equals(newFrame.get().settings().draw());
        if (!same) {
            forget();
            ceiling = 0;
        }
        frame = newFrame;
        ceiling = Math.max(ceiling, newFrame.map(GasView::ceilingOf).orElse(0.0));
        traceless = true;
        repaint();
    }

    private CanvasChart.Area upper(double width, double height) {
        double below = AXIS + ARROWS + LINE_HEIGHT + trailHeight(height);
        return new CanvasChart.Area(LEFT, TOP, width - LEFT - RIGHT, height - TOP - below);
    }

    private double trailHeight(double height) {
        return trailed ? Math.min(150, height * 0.24) : 0;
    }

    private double lineY(double height) {
        return height - trailHeight(height) - LINE_HEIGHT / 2;
    }

    private CanvasChart sheet(GraphicsContext gc, LabFrame shown, double width, double height) {
        boolean log = shown.settings().logarithmic();
        return new CanvasChart(
                gc,
                theme(),
                upper(width, height),
                new CanvasChart.Axis(log ? AxisScale.LOG : AxisScale.LINEAR, shown.range(), "eigenvalue λ"),
                CanvasChart.Axis.linear(0, ceiling, log ? "density λρ(λ)" : "density ρ(λ)"));
    }

    /**
     * The upper end for the bars, for HTMP up to 2.5 times the bars, and for the other curves if they are not much
     * higher.
     */
    private static double ceilingOf(LabFrame shown) {
        double bars = highest(shown.bars().heights());
        double usual = Math.max(bars, Math.min(highest(shown.curves().get(0).heights()), 2.5 * bars));
        double ceiling = usual;
        for (LabFrame.LawLine line : shown.curves()) {
            double curve = highest(line.heights());
            ceiling = curve < 1.6 * usual ? Math.max(ceiling, curve) : ceiling;
        }
        return Math.max(1e-9, 1.08 * ceiling);
    }

    private static double highest(double[] heights) {
        return Arrays.stream(heights).filter(Double::isFinite).max().orElse(0);
    }

    @Override
    public void paint(GraphicsContext gc, double width, double height) {
        if (frame.isEmpty()) {
            return;
        }
        LabFrame shown = frame.get();
        CanvasChart sheet = sheet(gc, shown, width, height);
        sheet.frame();
        sheet.bars(shown.bars().heights());
        for (int i = shown.curves().size() - 1; i >= 0; i--) {
            sheet.evenLine(
                    shown.curves().get(i).heights(),
                    shown.curves().get(i).role().style());
        }
        boolean atLeft = shown.settings().logarithmic() && shown.settings().orientation() == Orientation.DIRECT;
        double next = sheet.area().top();
        for (LabFrame.LawLine line : shown.curves()) {
            next = sheet.legend(next, line.label(), line.role().style(), atLeft);
        }
        paintTrails(sheet, shown, height);
        paintLine(sheet, shown, height);
        shown.held().ifPresent(held -> paintForces(sheet, held, height));
    }

    private Color ink() {
        return CanvasChart.color(CurveRole.HTMP.style().color(theme()));
    }

    private void paintLine(CanvasChart sheet, LabFrame shown, double height) {
        GraphicsContext gc = sheet.gc();
        double y = lineY(height);
        gc.setFill(CanvasChart.color(sheet.palette().axis()));
        gc.fillRect(sheet.area().left(), Math.floor(y), sheet.area().width(), 1);
        double[] eigenvalues = shown.eigenvalues();
        gc.setFill(ink().deriveColor(0, 1, 1, eigenvalues.length > 400 ? 0.5 : 0.8));
        double size = eigenvalues.length > 400 ? 4 : 6;
        int rows = rows(eigenvalues.length, size, sheet.area().width());
        for (int i = 0; i < eigenvalues.length; i++) {
            if (shown.range().contains(eigenvalues[i])) {
                double middle = y + offset(i, rows);
                gc.fillOval(sheet.px(eigenvalues[i]) - size / 2, middle - size / 2, size, size);
            }
        }
    }

    /** In how many rows the eigenvalues are drawn, so that neighbours seldom cover each other: 1, 3, 5 or 7. */
    private static int rows(int count, double size, double width) {
        int wanted = (int) Math.ceil(CROWDING * count * size / width);
        return Math.min(MOST_ROWS, wanted | 1);
    }

    /** From the line to an eigenvalue's row, which follows from its place in the order: none jumps while they move. */
    private static double offset(int index, int rows) {
        int step = index % rows;
        int away = (step + 1) / 2;
        return (step % 2 == 0 ? away : -away) * ROW_HEIGHT;
    }

    private double offsetOf(double value, double width) {
        double[] eigenvalues = frame.orElseThrow().eigenvalues();
        int place = Arrays.binarySearch(eigenvalues, value);
        int index = Math.min(eigenvalues.length - 1, place < 0 ? -place - 1 : place);
        return offset(index, rows(eigenvalues.length, eigenvalues.length > 400 ? 4 : 6, width));
    }

    private void paintTrails(CanvasChart sheet, LabFrame shown, double height) {
        if (!trailed) {
            return;
        }
        CanvasChart.Area area = sheet.area();
        double tall = trailHeight(height);
        if (!trails.fits(area.width(), tall)) {
            trails = new Trails(area.width(), tall);
            traceless = true;
        }
        if (traceless) {
            trails.add(
                    Arrays.stream(shown.eigenvalues())
                            .map(lambda -> sheet.px(lambda) - area.left())
                            .toArray(),
                    ink());
            traceless = false;
        }
        trails.paint(
                sheet.gc(),
                area.left(),
                height - tall,
                CanvasChart.color(sheet.palette().background()));
    }

    private void paintForces(CanvasChart sheet, LabFrame.Held held, double height) {
        GraphicsContext gc = sheet.gc();
        double x = sheet.px(held.value());
        double line = lineY(height);
        double y = line + offsetOf(held.value(), sheet.area().width());
        gc.setStroke(ink());
        gc.setLineWidth(2);
        gc.strokeOval(x - 8, y - 8, 16, 16);
        Force force = held.force();
        double right = roomPerForce(force, 1, sheet.area().right() - ARROW_HEAD - x);
        double left = roomPerForce(force, -1, x - sheet.area().left() - ARROW_HEAD);
        double unit = Math.max(0, Math.min(right, left));
        Rgb blue = CurveRole.MP.style().color(theme());
        Rgb green = CurveRole.INVERSE_GAMMA.style().color(theme());
        arrow(sheet, x, line - 48, unit * force.confinement(), blue, "confinement " + signed(force.confinement()));
        arrow(sheet, x, line - 34, unit * force.repulsion(), green, "repulsion " + signed(force.repulsion()));
    }

    /**
     * Pixels for a force of 1, so that no arrow in a direction is longer than the space there or too long to compare.
     */
    private static double roomPerForce(Force force, int direction, double room) {
        double most = Math.max(direction * force.confinement(), direction * force.repulsion());
        return most > 0 ? Math.min(LONGEST_ARROW, room) / Math.max(1e-9, most) : Double.MAX_VALUE;
    }

    private static String signed(double value) {
        return (value >= 0 ? "+" : "") + NumberText.significant(value, 3);
    }

    private static void arrow(CanvasChart sheet, double x, double y, double length, Rgb rgb, String text) {
        GraphicsContext gc = sheet.gc();
        gc.setStroke(CanvasChart.color(rgb));
        gc.setFill(CanvasChart.color(rgb));
        gc.setLineWidth(3);
        double tip = x + length;
        gc.strokeLine(x, y, tip, y);
        double head = Math.signum(length) * Math.min(ARROW_HEAD, Math.abs(length));
        gc.fillPolygon(new double[] {tip + head, tip, tip}, new double[] {y, y - 5, y + 5}, 3);
        boolean left = x > sheet.area().left() + sheet.area().width() / 2;
        double beyond = left ? Math.min(x, tip + Math.min(head, 0)) - 8 : Math.max(x, tip + Math.max(head, 0)) + 8;
        sheet.note(text, beyond, y, left ? TextAlignment.RIGHT : TextAlignment.LEFT);
    }

    private boolean onLine(MouseEvent event) {
        return frame.isPresent() && Math.abs(down(event) - lineY(paintedHeight())) < LINE_HEIGHT / 2;
    }

    private double lambdaAt(double x) {
        LabFrame shown = frame.orElseThrow();
        AxisScale scale = shown.settings().logarithmic() ? AxisScale.LOG : AxisScale.LINEAR;
        double fraction = (x - LEFT) / (paintedWidth() - LEFT - RIGHT);
        double inside = Math.max(shown.settings().logarithmic() ? 0 : 1e-4, Math.min(1, fraction));
        return shown.range().at(scale, inside);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (onLine(event)) {
            dragHandler.grab().accept(lambdaAt(across(event)));
        }
    }

    private void dragged(MouseEvent event) {
        if (frame.isPresent()) {
            dragHandler.pull().accept(lambdaAt(across(event)));
        }
    }
}
