package org.eigenscope.ui.plot;

import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.compose.FigureDescription;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.control.TextScale;

/**
 * The chart of a spectrum: shows a {@link FigureSpec} and lets the user zoom, read values, toggle curves and drag the
 * τ line and the trims. For use on the FX thread.
 *
 * <p>A new figure replaces what is shown; the user's zoom survives it as long as histogram and axes cover the same
 * abscissae. During a drag use {@link #update}, which only repaints.
 */
public final class SpectrumPlot extends StackPane {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass TITLED = PseudoClass.getPseudoClass("titled");
    private static final double KEY_ZOOM = 0.8;
    private static final double READING_STEP = 0.01;
    private static final double FINE_READING_STEP = 0.002;
    /** The text alternative follows a drag only when it rests, so that screen readers are not flooded. */
    private static final Duration SETTLED = Duration.millis(400);

    private final PlotState state = new PlotState();
    private final ReadOnlyObjectWrapper<FigureSpec> figure =
            new ReadOnlyObjectWrapper<>(this, "figure", state.figure());
    private final ReadOnlyObjectWrapper<FigureRanges> ranges =
            new ReadOnlyObjectWrapper<>(this, "ranges", state.ranges());
    private final ReadOnlyObjectWrapper<Bounds> area =
            new ReadOnlyObjectWrapper<>(this, "area", new BoundingBox(0, 0, 0, 0));
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX", true);
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY", true);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ObjectProperty<GuideListener> onGuideMoved = new SimpleObjectProperty<>(this, "onGuideMoved");
    private final ObjectProperty<CurveListener> onCurveToggled = new SimpleObjectProperty<>(this, "onCurveToggled");

    private boolean replaced;
    /** Whether the next ranges are those of a new figure. */
    private boolean arranging;

    private final Label title = new Label();
    private final EmptyState empty = new EmptyState();
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private final PlotOverlay overlay = new PlotOverlay(state, new GuideDrag(), this::toggleCurve);
    private final LiveCanvas live = new LiveCanvas(state, () -> overlay.follow(area.get()));
    private final ChartCore core = new ChartCore(state, this::followCanvas);
    private final PlotArrangement arrangement =
            new PlotArrangement(state, overlay, live, above -> setMargin(core.node(), new Insets(above, 0, 0, 0)));
    private final PlotNavigation navigation =
            new PlotNavigation(overlay.surface(), overlay.selection(), state, this::zoomTo);
    private final TextScale textScale = new TextScale(this::applyTextScale);
    private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(this, "zoom", Zoom.NONE);

    /** A chart without a figure; it shows the invitation to open a file. */
    public SpectrumPlot() {
        getStyleClass().add("spectrum-plot");
        getStylesheets().add(SpectrumPlot.class.getResource("plot.css").toExternalForm());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 150);
        // whatever its legend takes above the axes, or panels that share its height would give way to it
        setPrefHeight(450);
        title.getStyleClass().add("plot-title");
        setAlignment(title, Pos.TOP_CENTER);
        getChildren().addAll(core.node(), live, overlay, title, empty, textScale);
        logX.addListener((source, old, log) -> changeScales());
        logY.addListener((source, old, log) -> changeScales());
        theme.addListener((source, old, value) -> applyTheme(value));
        settling.setOnFinished(event -> settle());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        overlay.surface().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                resetZoom();
            }
        });
        setFigure(FigureSpec.EMPTY);
    }

    /** Shows a figure; an empty one shows the invitation to open a file. */
    public void setFigure(FigureSpec value) {
        Objects.requireNonNull(value, "figure");
        Zoom kept = state.isAtHomeIn(value)
                ? zoom.get().fitting(value.xAxis().scale(), value.yAxis().scale())
                : Zoom.NONE;
        state.setFigure(value);
        logX.set(value.xAxis().scale() == AxisScale.LOG);
        logY.set(value.yAxis().scale() == AxisScale.LOG);
        title.setText(value.title());
        title.setVisible(!value.title().isEmpty());
        pseudoClassStateChanged(TITLED, !value.title().isEmpty());
        arranging = true;
        showOrReplace();
        zoom(kept);
        figure.set(value);
        describe();
    }

    /** Shows the text of the empty chart, if the figure is empty or its place is taken by it. */
    public void setReplaced(boolean value) {
        replaced = value;
        showOrReplace();
    }

    private void showOrReplace() {
        boolean instead = replaced || state.figure().isEmpty();
        empty.setVisible(instead);
        core.node().setVisible(!instead);
        live.setVisible(!instead);
        overlay.setVisible(!instead);
    }

    /** Replaces the curves in the next frame; axes, zoom and the legend's place stay. */
    public void updateCurves(List<Curve> curves) {
        update(state.figure().withCurves(curves));
    }

    /** Replaces curves and guides in the next frame; axes, zoom and the legend's place stay. The fast path of a drag. */
    public void update(List<Curve> curves, List<Guide> guides) {
        update(state.figure().withCurves(curves).withGuides(guides));
    }

    /** Histogram, grid and axes are not painted again, unless a trim moves the shading over the bars. */
    private void update(FigureSpec moved) {
        boolean sameVeil = PlotState.veil(moved).equals(PlotState.veil(state.figure()));
        state.setFigure(moved);
        figure.set(moved);
        if (sameVeil) {
            live.repaint();
        } else {
            core.repaint();
        }
        overlay.refreshLegend();
        settling.playFromStart();
    }

    /** What waits until a drag rests. */
    void settle() {
        if (!overlay.isReading()) {
            describe();
        }
        arrangement.arrange(area.get(), false);
        live.repaint();
    }

    /** Says where the handles of trims wait while the figure has no such guides; an empty list hides them. */
    public void setRestingTrims(List<Guide.Vertical> handles) {
        state.setResting(handles);
        core.repaint();
    }

    /** Resets the zoom, so that the whole figure is shown. */
    public void resetZoom() {
        zoom(Zoom.NONE);
    }

    public void zoomIn() {
        navigation.zoomAboutCentre(KEY_ZOOM);
    }

    public void zoomOut() {
        navigation.zoomAboutCentre(1 / KEY_ZOOM);
    }

    /** The text of the empty chart. */
    public void setEmptyText(String headline, String hint) {
        empty.setTexts(headline, hint);
    }

    /** Shows the chosen ranges; an axis without one shows the range that suits the figure. */
    public void zoom(Zoom value) {
        show(value.over(FigureRanges.of(state.figure())), value);
    }

    private void zoomTo(FigureRanges value) {
        show(value, zoom.get().moved(state.ranges(), value));
    }

    private void show(FigureRanges value, Zoom chosen) {
        zoom.set(chosen);
        state.setRanges(value);
        core.showRanges();
        overlay.refreshLegend();
        if (arranging) {
            arranging = false;
            arrangement.arrange(area.get(), true);
        } else {
            settling.playFromStart();
        }
        ranges.set(value);
    }

    private void changeScales() {
        FigureSpec old = state.figure();
        AxisSpec x = switched(old.xAxis(), logX.get());
        AxisSpec y = switched(old.yAxis(), logY.get());
        if (x.equals(old.xAxis()) && y.equals(old.yAxis())) {
            return;
        }
        state.setFigure(old.withXAxis(x).withYAxis(y));
        resetZoom();
        figure.set(state.figure());
        describe();
    }

    /** The axis with a logarithmic scale or without; it stays as it is where that is so already. */
    private static AxisSpec switched(AxisSpec axis, boolean logarithmic) {
        boolean now = axis.scale() == AxisScale.LOG;
        return now == logarithmic ? axis : axis.withScale(logarithmic ? AxisScale.LOG : AxisScale.LINEAR);
    }

    private void applyTheme(Theme value) {
        state.setTheme(Objects.requireNonNull(value, "theme"));
        pseudoClassStateChanged(DARK, value == Theme.DARK);
        core.repaintAll();
        overlay.refreshLegend();
    }

    private void applyTextScale() {
        state.setTextScale(textScale.factor());
        core.resize();
        core.repaintAll();
        live.repaint();
        overlay.refreshLegend();
        arrangement.arrange(area.get(), true);
    }

    /** How large text is on the chart against its usual size. */
    double textScale() {
        return textScale.factor();
    }

    /** Moves a guide on the chart when its handle is dragged, and tells the listener. */
    private final class GuideDrag implements GuideListener {
        @Override
        public void guideMoved(Guide.Kind kind, double position, boolean finished) {
            update(state.figure().curves(), state.guidesWith(kind, position));
            if (onGuideMoved.get() != null) {
                onGuideMoved.get().guideMoved(kind, position, finished);
            }
        }

        @Override
        public void trimNudged(Guide.Kind kind, int direction, boolean fine) {
            if (onGuideMoved.get() != null) {
                onGuideMoved.get().trimNudged(kind, direction, fine);
            }
        }
    }

    private void toggleCurve(String id, boolean visible) {
        updateCurves(state.figure().curves().stream()
                .map(c -> c.id().equals(id) ? c.withVisible(visible) : c)
                .toList());
        if (onCurveToggled.get() != null) {
            onCurveToggled.get().curveToggled(id, visible);
        }
    }

    private void followCanvas() {
        Bounds now = overlay.sceneToLocal(core.areaInScene());
        boolean resized = overlay.follow(now);
        area.set(now);
        if (resized) {
            arrangement.resized(now);
            overlay.follow(now);
        }
        live.cover(now);
    }

    private void describe() {
        setAccessibleText(FigureDescription.of(state.figure(), state.ranges()));
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (!state.figure().isEmpty() && reads(event)) {
            event.consume();
            return;
        }
        switch (event.getText()) {
            case "0" -> resetZoom();
            case "+" -> zoomIn();
            case "-" -> zoomOut();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Arrow keys read values along the chart, with Shift in finer steps; Escape hides the crosshair. */
    private boolean reads(KeyEvent event) {
        double step = event.isShiftDown() ? FINE_READING_STEP : READING_STEP;
        switch (event.getCode()) {
            case LEFT -> setAccessibleText(overlay.moveCrosshair(-step));
            case RIGHT -> setAccessibleText(overlay.moveCrosshair(step));
            case ESCAPE -> {
                overlay.hideCrosshair();
                describe();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The figure that is shown, with all changes that the user made in the chart. */
    public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    public FigureSpec getFigure() {
        return figure.get();
    }

    /** The visible ranges; curves may be sampled anew for them after a zoom. */
    public ReadOnlyObjectProperty<FigureRanges> rangesProperty() {
        return ranges.getReadOnlyProperty();
    }

    public FigureRanges getRanges() {
        return ranges.get();
    }

    /** The ranges that the user chose; empty on an axis that follows the figure. */
    public ReadOnlyObjectProperty<Zoom> zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** The rectangle of the axes, in the chart's own coordinates, as last painted. */
    public ReadOnlyObjectProperty<Bounds> areaProperty() {
        return area.getReadOnlyProperty();
    }

    /** Whether the abscissa is logarithmic; a new figure sets it to its own scale. */
    public BooleanProperty logXProperty() {
        return logX;
    }

    /** Whether the ordinate is logarithmic; a new figure sets it to its own scale. */
    public BooleanProperty logYProperty() {
        return logY;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Told when τ or a trim is dragged. */
    public ObjectProperty<GuideListener> onGuideMovedProperty() {
        return onGuideMoved;
    }

    public void setOnGuideMoved(GuideListener value) {
        onGuideMoved.set(value);
    }

    /** Told when the legend shows or hides a curve. */
    public ObjectProperty<CurveListener> onCurveToggledProperty() {
        return onCurveToggled;
    }

    public void setOnCurveToggled(CurveListener value) {
        onCurveToggled.set(value);
    }
}
