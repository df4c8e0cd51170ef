package org.eigenscope.ui.spectrum;

import javafx.fxml.FXML;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Theme;
import org.eigenscope.law.Parameter;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.fit.FitModel;
import org.eigenscope.ui.fit.ParameterModel;
import org.eigenscope.ui.plot.SpectrumPlot;
import org.eigenscope.ui.theme.ThemeModel;
import org.eigenscope.ui.work.ActivityModel;

/** The chart and what surrounds it. */
public final class SpectrumController {
    private final SpectrumModel model;
    private final ParameterModel floor;
    private final ThemeModel theme;
    private final ActivityModel loading;
    private boolean floorHeld;

    @FXML
    private SpectrumPlot plot;

    @FXML
    private InlineMessage message;

    @FXML
    private ActivityBar activity;

    /**
     * @param model what is shown
     * @param fit receives the floor when it is dragged on the chart
     * @param theme light or dark
     * @param loading shows the progress of reading and decomposing
     */
    public SpectrumController(SpectrumModel model, FitModel fit, ThemeModel theme, ActivityModel loading) {
        this.model = model;
        this.floor = fit.parameter(Parameter.TAU);
        this.theme = theme;
        this.loading = loading;
    }

    @FXML
    private void initialize() {
        message.show(model.failureProperty(), model::dismissFailure);
        activity.follow(loading, model::cancelLoading);
        plot.setOnGuideMoved(this::moveFloor);
        plot.setOnCurveToggled(model::showCurve);
        plot.rangesProperty().addListener((source, old, ranges) -> model.showRanges(ranges));
        theme.darkProperty().addListener((source, old, dark) -> showTheme());
        showTheme();
        model.figureProperty().addListener((source, old, figure) -> show(old, figure));
        plot.setFigure(model.figureProperty().get());
    }

    /** Moving curves only repaint; a new sample, new axes, or the first laws lay the chart out anew. */
    private void show(FigureSpec old, FigureSpec figure) {
        boolean sameAxes = old.histogram().equals(figure.histogram())
                && old.xAxis().equals(figure.xAxis())
                && old.yAxis().equals(figure.yAxis());
        if (sameAxes && old.curves().isEmpty() == figure.curves().isEmpty()) {
            plot.updateCurves(figure.curves());
            plot.updateGuides(figure.guides());
        } else {
            plot.setFigure(figure);
            model.showRanges(plot.getRanges());
        }
    }

    private void showTheme() {
        plot.themeProperty().set(theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
    }

    private void moveFloor(Guide.Kind kind, double position, boolean finished) {
        if (kind != Guide.Kind.TAU) {
            return;
        }
        if (!floorHeld) {
            floor.grab();
        }
        floorHeld = !finished;
        floor.dragToValue(position);
        if (finished) {
            floor.release();
        }
    }

    /** Shows the whole spectrum again. */
    public void resetZoom() {
        plot.resetZoom();
    }

    /** Puts a picture of the chart on the clipboard, at twice the size for sharp print. */
    public void copyImage() {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(2, 2));
        ClipboardContent content = new ClipboardContent();
        content.putImage(plot.snapshot(twice, null));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
