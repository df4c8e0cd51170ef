package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.compose.RangeCurves;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.compose.StripRange;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.fit.RangeModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.TrimModel;
import org.eigenscope.ui.fit.law.TrimModel.End;
import org.eigenscope.ui.fit.parameter.ParameterModel;
import org.eigenscope.ui.plot.GuideListener;
import org.eigenscope.ui.plot.ResidualPlot;
import org.eigenscope.ui.plot.SpectrumPlot;
import org.eigenscope.ui.spectrum.table.FigureTableView;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.theme.ThemeModel;

/** The chart and what surrounds it. */
public final class SpectrumController {
    private final SpectrumModel model;
    private final ParameterModel floor;
    private final TrimModel trims;
    /** Whether the handles trim eigenvalues of any sign. */
    private boolean trimsAll;

    private final RangeModel range;
    private final TableModel numbers;
    private final ThemeModel theme;
    private final ActivityModel loading;
    private final ReadOnlyBooleanProperty opening;
    private final ReadOnlyStringProperty refusal;
    private boolean guideHeld;

    @FXML
    private SpectrumPlot plot;

    @FXML
    private FigureTableView table;

    @FXML
    private VBox below;

    @FXML
    private InlineMessage message;

    @FXML
    private ActivityBar activity;

    /**
     * @param model what is shown
     * @param fit receives the floor when it is dragged on the chart
     * @param extras how the fit depends on its range, and the chart as numbers
     * @param theme light or dark
     * @param loading shows the progress of reading and decomposing
     * @param opening whether files are being opened
     * @param refusal why what was to be opened could not be; empty if it could
     */
    public SpectrumController(
            SpectrumModel model,
            FitModel fit,
            ChartExtras extras,
            ThemeModel theme,
            ActivityModel loading,
            ReadOnlyBooleanProperty opening,
            ReadOnlyStringProperty refusal) {
        this.opening = opening;
        this.refusal = refusal;
        this.model = model;
        this.range = extras.range();
        this.numbers = extras.table();
        this.floor = fit.parameter(Parameter.TAU);
        this.trims = fit.trims();
        this.theme = theme;
        this.loading = loading;
    }

    @FXML
    private void initialize() {
        message.show(model.failureProperty(), model::dismissFailure);
        message.offer(
                model.remedyProperty().map(remedy -> remedy.map(Remedy::label).orElse("")), model::applyRemedy);
        activity.follow(loading, model::cancelLoading);
        plot.setOnGuideMoved(new GuideHand());
        plot.setOnCurveToggled(model::showCurve);
        plot.rangesProperty().addListener((source, old, ranges) -> model.showRanges(ranges));
        plot.zoomProperty()
                .addListener((source, old, zoom) -> model.zoomProperty().set(zoom));
        model.zoomProperty().addListener((source, old, zoom) -> follow(zoom));
        theme.darkProperty().addListener((source, old, dark) -> showTheme());
        showTheme();
        model.figureProperty().addListener((source, old, figure) -> show(old, figure));
        plot.setFigure(model.figureProperty().get());
        model.shownProperty().addListener((source, old, shown) -> showRestingTrims());
        showRestingTrims();
        showResiduals();
        showRange();
        showTable();
        model.figureProperty().addListener((source, old, figure) -> showState());
        model.shownProperty().addListener((source, old, shown) -> showState());
        model.awaitedProperty().addListener((source, old, awaited) -> showState());
        model.failureProperty().addListener((source, old, failure) -> showState());
        opening.addListener((source, old, now) -> showState());
        refusal.addListener((source, old, now) -> showState());
        showState();
    }

    /** In the middle of a chart without a distribution. */
    private void showState() {
        String failure = model.failureProperty().get();
        ChartState.Progress progress = new ChartState.Progress(
                opening.get(), model.awaitedProperty().get(), failure.isEmpty() ? refusal.get() : failure);
        Optional<ChartState> state = ChartState.of(
                model.shownProperty().get(), !model.figureProperty().get().isEmpty(), progress);
        state.ifPresent(now -> plot.setEmptyText(now.headline(), now.hint()));
        plot.setReplaced(state.isPresent());
    }

    /** In the chart's place, which keeps its size, so that nothing below moves. */
    private void showTable() {
        table.visibleProperty().bind(numbers.shownProperty());
        plot.visibleProperty().bind(numbers.shownProperty().not());
        numbers.tableProperty().addListener((source, old, now) -> table.show(now));
        table.show(numbers.tableProperty().get());
    }

    private void showRestingTrims() {
        trimsAll = model.marksAll();
        plot.setRestingTrims(model.shownProperty()
                .get()
                .map(shown -> Figures.restingTrims(shown.spectrum(), trimsAll))
                .orElse(List.of()));
    }

    private void showRange() {
        ResidualPlot panel = new ResidualPlot(plot, "ln κ/κₐₗₗ");
        panel.visibleProperty().bind(range.shownProperty());
        panel.managedProperty().bind(panel.visibleProperty());
        below.getChildren().add(panel);
        range.studyProperty().addListener((source, old, study) -> show(panel, study));
    }

    private static void show(ResidualPlot panel, Optional<KappaByRange> study) {
        String text = study.map(RangeText::of).orElse("Fitting other ranges…");
        List<Curve> curves = study.map(RangeCurves::of).orElse(List.of());
        panel.show(curves, Double.NaN, StripRange.of(curves), text);
        panel.setAccessibleText(text);
    }

    private void showResiduals() {
        ResidualPlot residuals = new ResidualPlot(plot, "residual");
        residuals.visibleProperty().bind(model.residualsShownProperty());
        residuals.managedProperty().bind(residuals.visibleProperty());
        below.getChildren().add(residuals);
        model.residualsProperty().addListener((source, old, now) -> show(residuals, now));
        show(residuals, model.residualsProperty().get());
    }

    private void show(ResidualPlot panel, Residuals residuals) {
        panel.show(
                residuals.curves().stream()
                        .map(curve -> curve.withVisible(model.isShown(curve.id())))
                        .toList(),
                residuals.band(),
                StripRange.of(residuals),
                ResidualText.of(residuals));
        panel.setAccessibleText(ResidualText.spoken(residuals));
    }

    /** Moving curves only repaint; a new sample, new axes, or the first laws lay the chart out anew. */
    private void show(FigureSpec old, FigureSpec figure) {
        boolean sameAxes = old.histogram().equals(figure.histogram())
                && old.xAxis().equals(figure.xAxis())
                && old.yAxis().equals(figure.yAxis());
        if (trimsAll != model.marksAll()) {
            showRestingTrims();
        }
        if (sameAxes && ids(old).equals(ids(figure)) && outlines(old).equals(outlines(figure))) {
            plot.update(figure.curves(), figure.guides());
        } else {
            plot.setFigure(figure);
            model.showRanges(plot.getRanges());
        }
    }

    private void follow(Zoom zoom) {
        if (!plot.zoomProperty().get().equals(zoom)) {
            plot.zoom(zoom);
        }
    }

    private void showTheme() {
        plot.themeProperty().set(theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT);
    }

    /** Where the outlines of other spectra lie, which the axes show as well. */
    private static List<Object> outlines(FigureSpec figure) {
        return figure.curves().stream()
                .filter(curve -> curve.role().isOutline() && curve.size() > 0)
                .<Object>map(curve -> List.of(curve.id(), curve.xAt(0), curve.xAt(curve.size() - 1)))
                .toList();
    }

    private static List<String> ids(FigureSpec figure) {
        return figure.curves().stream().map(Curve::id).toList();
    }

    /** Carries the handles' moves to the models; from taking hold to letting go is one undo step. */
    private final class GuideHand implements GuideListener {
        @Override
        public void guideMoved(Guide.Kind kind, double position, boolean finished) {
            boolean isFloor = kind == Guide.Kind.TAU;
            if (!guideHeld) {
                grab(isFloor);
            }
            guideHeld = !finished;
            if (isFloor) {
                floor.dragToValue(position);
            } else {
                End end = kind == Guide.Kind.TRIM_LOWER ? End.BOTTOM : End.TOP;
                if (trimsAll) {
                    trims.dragAmongAllTo(end, position);
                } else {
                    trims.dragTo(end, position);
                }
            }
            if (finished) {
                release(isFloor);
            }
        }

        private void grab(boolean isFloor) {
            if (isFloor) {
                floor.grab();
            } else {
                trims.grab();
            }
        }

        private void release(boolean isFloor) {
            if (isFloor) {
                floor.release();
            } else {
                trims.release();
            }
        }

        @Override
        public void trimNudged(Guide.Kind kind, int direction, boolean fine) {
            int step = fine ? 1 : Math.max(1, trims.sampleProperty().get().size() / 100);
            trims.nudge(
                    kind == Guide.Kind.TRIM_LOWER ? End.BOTTOM : End.TOP,
                    kind == Guide.Kind.TRIM_LOWER ? direction * step : -direction * step);
        }
    }

    /** Shows the whole spectrum again. */
    public void resetZoom() {
        plot.resetZoom();
    }
}
