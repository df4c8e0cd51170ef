package org.eigenscope.ui.lessons;

import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.lessons.script.StageControl;
import org.eigenscope.ui.plot.SpectrumPlot;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.theme.ThemeModel;

/** The stage: a chart and, under it, the controls of the step. */
public final class StageController {
    private final StageModel model;
    private final ThemeModel theme;
    private final ActivityModel drawing;

    @FXML
    private InlineMessage message;

    @FXML
    private SpectrumPlot plot;

    @FXML
    private ActivityBar activity;

    @FXML
    private VBox controls;

    /**
     * @param model what is shown
     * @param theme light or dark
     * @param drawing shows the progress of draws and of reading samples
     */
    public StageController(StageModel model, ThemeModel theme, ActivityModel drawing) {
        this.model = model;
        this.theme = theme;
        this.drawing = drawing;
    }

    @FXML
    private void initialize() {
        message.show(model.failureProperty(), model::dismissFailure);
        activity.follow(drawing, model::cancelDrawing);
        plot.setEmptyText("Nothing on the stage yet", "");
        for (StageControl control : StageControl.values()) {
            controls.getChildren().add(new StageControlRow(model.control(control)));
        }
        plot.setOnGuideMoved(this::point);
        theme.darkProperty().addListener((source, old, dark) -> showTheme());
        showTheme();
        model.figureProperty().addListener((source, old, figure) -> show(old, figure));
        plot.setFigure(model.figureProperty().get());
    }

    /** Moving curves and the marker only repaint; new bars or axes lay the chart out anew. */
    private void show(FigureSpec old, FigureSpec figure) {
        boolean sameAxes = old.histogram().equals(figure.histogram())
                && old.xAxis().equals(figure.xAxis())
                && old.yAxis().equals(figure.yAxis())
                && figure.histogram().isPresent()
                && old.curves().size() == figure.curves().size();
        if (sameAxes) {
            plot.update(figure.curves(), figure.guides());
        } else {
            plot.setFigure(figure);
        }
    }

    private void point(Guide.Kind kind, double position, boolean finished) {
        if (kind == Guide.Kind.MARKER) {
            model.control(StageControl.MARKER).dragToValue(position);
            if (finished) {
                model.control(StageControl.MARKER).rest();
            }
        }
    }

    private void showTheme() {
        plot.themeProperty().set(theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
    }
}
