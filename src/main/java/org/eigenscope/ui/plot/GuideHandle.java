package org.eigenscope.ui.plot;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.compose.PlotBox;

/**
 * The part of a vertical guide that is dragged: a strip along its line with a pill at one end. Arrow keys move it too
 * (with Shift finely). The handle of a guide that is out of sight is at the nearer end of the axis.
 */
final class GuideHandle extends StackPane {
    private static final PseudoClass PARKED = PseudoClass.getPseudoClass("parked");
    private static final double STRIP = 12;
    /** The height of a pill and of the space around it. */
    static final double PILL = 22;
    /** Between a pill and the end of the axes, as in the stylesheet, less the space around the pill. */
    private static final double MARGIN = 4;

    private static final double STEP = 0.01;
    private static final double FINE_STEP = 0.002;

    private final Guide.Kind kind;
    private final PlotState state;
    private final GuideListener listener;
    private final Tooltip tooltip = new Tooltip();
    private final Label pill;
    private double areaLeft;
    private double areaWidth;

    GuideHandle(Guide.Kind kind, PlotState state, GuideListener listener) {
        this.kind = kind;
        this.state = state;
        this.listener = listener;
        pill = newPill();
        setManaged(false);
        setId("guide-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        getStyleClass().addAll("guide-handle", isTrim() ? "trim" : "tau");
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        pill.getStyleClass().add("guide-pill");
        pill.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(pill, isTrim() ? Pos.BOTTOM_CENTER : Pos.TOP_CENTER);
        getChildren().add(pill);
        Tooltip.install(pill, tooltip);
        setOnMousePressed(event -> {
            requestFocus();
            event.consume();
        });
        setOnMouseDragged(event -> drag(event, false));
        setOnMouseReleased(event -> drag(event, true));
        setOnKeyPressed(this::key);
    }

    private boolean isTrim() {
        return kind == Guide.Kind.TRIM_LOWER || kind == Guide.Kind.TRIM_UPPER;
    }

    /** τ for its own line, an arrow into the kept range for a trim, a diamond for the marker. */
    private Label newPill() {
        if (kind == Guide.Kind.TAU) {
            return new Label("τ");
        }
        double tip = kind == Guide.Kind.TRIM_LOWER ? 6 : -6;
        Polygon arrow = isTrim() ? new Polygon(0, -4.5, tip, 0, 0, 4.5) : new Polygon(0, -5, 5, 0, 0, 5, -5, 0);
        arrow.getStyleClass().add("guide-arrow");
        Label label = new Label();
        label.setGraphic(arrow);
        return label;
    }

    /** Puts the handle at the figure's guide, within the given rectangle of the axes; hides it if there is none. */
    void place(double left, double top, double width, double height) {
        areaLeft = left;
        areaWidth = width;
        Optional<Guide.Vertical> guide = guide();
        setVisible(guide.isPresent());
        guide.ifPresent(g -> {
            double fraction = fraction(g.position());
            pseudoClassStateChanged(PARKED, fraction < 0 || fraction > 1);
            double x = left + Math.max(0, Math.min(1, fraction)) * width;
            resizeRelocate(Math.floor(x - STRIP / 2) + 0.5, top, STRIP, height);
            pill.setTranslateX(Math.rint(pillCentre(width) + left - x));
            setAccessibleText(name(g) + " at " + NumberText.significant(g.position(), 4));
            tooltip.setText(name(g) + " = " + NumberText.significant(g.position(), 4));
        });
    }

    /** The middle of the pill, which stays within the axes where the line is at their end, off the numbers beside them. */
    private double pillCentre(double width) {
        double x = guide().map(g -> width * Math.max(0, Math.min(1, fraction(g.position()))))
                .orElse(0.0);
        return Math.max(PILL / 2, Math.min(width - PILL / 2, x));
    }

    /** The room of its pill in axes of a size; empty if it has no place there. */
    Optional<PlotBox> pill(double width, double height) {
        return guide().map(g ->
                new PlotBox(pillCentre(width) - PILL / 2, isTrim() ? height - PILL - MARGIN : MARGIN, PILL, PILL));
    }

    private static String name(Guide.Vertical guide) {
        return switch (guide.kind()) {
            case TRIM_LOWER -> "lower end of the fit";
            case TRIM_UPPER -> "upper end of the fit";
            default -> guide.label();
        };
    }

    /** The figure's guide, or for a trim the place where its handle waits until it is wanted. */
    private Optional<Guide.Vertical> guide() {
        return state.figure().vertical(kind).or(() -> state.resting(kind));
    }

    private double fraction(double position) {
        double fraction = state.ranges().x().fraction(state.xScale(), position);
        return Double.isNaN(fraction) ? -1 : fraction;
    }

    private void drag(MouseEvent event, boolean finished) {
        double x =
                getParent().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        moveTo((x - areaLeft) / areaWidth, finished);
        event.consume();
    }

    private void key(KeyEvent event) {
        double step = event.isShiftDown() ? FINE_STEP : STEP;
        double fraction = guide().map(g -> fraction(g.position())).orElse(0.0);
        double start = Math.max(0, Math.min(1, fraction));
        int direction = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (direction == 0) {
            return;
        }
        if (kind == Guide.Kind.TAU) {
            moveTo(start + direction * step, true);
        } else {
            listener.trimNudged(kind, direction, event.isShiftDown());
        }
        event.consume();
    }

    private void moveTo(double fraction, boolean finished) {
        AxisRange range = state.ranges().x();
        boolean offTheLeft = fraction <= 0 && kind == Guide.Kind.TAU;
        double position = offTheLeft ? 0 : range.at(state.xScale(), Math.max(0, Math.min(1, fraction)));
        listener.guideMoved(kind, position, finished);
    }
}
