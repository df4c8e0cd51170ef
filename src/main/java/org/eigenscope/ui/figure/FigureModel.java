package org.eigenscope.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.FigureEntry;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.StripView;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.input.Checksums;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.fit.law.UndoHistory;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.ChartExtras;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * The figure: what the chart shows, as looked at, with what was edited for paper; or a sheet that was opened, as saved, while the
 * chart shows one of its spectra.
 */
public final class FigureModel {
    private static final int UNDO_STEPS = 100;
    /** Dots per inch of the preview: sharp on a screen of twice the usual density. */
    private static final int PREVIEW_DPI = 192;

    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final ChartExtras extras;
    private final RememberedPage page;
    private final LatestTask previews;
    private final Checksums checksums = new Checksums();
    private final UndoHistory<FigureEdits> history = new UndoHistory<>(UNDO_STEPS);
    private final ReadOnlyObjectWrapper<FigureEdits> edits;
    private final ReadOnlyObjectWrapper<Optional<SheetScene>> sheet =
            new ReadOnlyObjectWrapper<>(this, "sheet", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private Optional<LawPlan> savedLaw = Optional.empty();
    private boolean watched;

    /**
     * The figure as it would be exported.
     *
     * @param png the bytes of its PNG
     * @param caption a text that states every convention
     * @param entries what can be renamed and coloured in it
     */
    public record Preview(byte[] png, String caption, List<FigureEntry> entries) {
        public Preview {
            png = png.clone();
            entries = List.copyOf(entries);
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /**
     * @param spectrum what is on screen
     * @param fit the laws over it
     * @param extras what is drawn in addition
     * @param settings remembers the page
     * @param previews draws previews
     */
    public FigureModel(
            SpectrumModel spectrum, FitModel fit, ChartExtras extras, Settings settings, LatestTask previews) {
        this.spectrum = spectrum;
        this.fit = fit;
        this.extras = extras;
        this.page = new RememberedPage(settings);
        this.previews = previews;
        edits = new ReadOnlyObjectWrapper<>(
                this, "edits", new FigureEdits(List.of(""), FigureLook.DEFAULT, page.plan()));
        spectrum.ordinateProperty().addListener((source, old, view) -> forgetOrdinate());
        spectrum.binsProperty().addListener((source, old, bins) -> takeBins(bins.intValue()));
        edits.addListener((source, old, now) -> giveBins(now));
        spectrum.shownProperty().addListener((source, old, shown) -> forgetWhatIsNotHeld(shown));
        spectrum.figureProperty().addListener((source, old, figure) -> redrawIfWatched());
        spectrum.zoomProperty().addListener((source, old, zoom) -> redrawIfWatched());
        fit.lastFitProperty().addListener((source, old, result) -> redrawIfWatched());
        extras.range().studyProperty().addListener((source, old, study) -> redrawIfWatched());
    }

    /** The chart's bars are those of its figure, whichever of them they were chosen for. */
    private void takeBins(int bins) {
        FigureLook look = edits.get().look();
        if (sheet.get().isEmpty() && look.extras().bins() != bins) {
            edits.set(edits.get().withLook(look.withExtras(look.extras().withBins(bins))));
        }
    }

    private void giveBins(FigureEdits now) {
        if (sheet.get().isEmpty()) {
            spectrum.binsProperty().set(now.look().extras().bins());
        }
    }

    /** Name and range of the ordinate belong to one view; another view starts without them. */
    private void forgetOrdinate() {
        if (sheet.get().isEmpty()) {
            FigureLook look = edits.get().look();
            FigureLook.Axis y = look.y().withLabel(Optional.empty()).withRange(Optional.empty());
            edits.set(edits.get().withLook(look.withAxes(look.x(), y)));
        }
    }

    /** Draws previews from now on, after every change of the figure or of what is on screen. */
    public void watch() {
        watched = true;
        history.clear();
        failure.set("");
        redraw();
    }

    /** Draws no more previews. */
    public void unwatch() {
        watched = false;
        previews.cancel();
    }

    /**
     * Takes the look of a session's figure that the chart shows.
     *
     * @param law its first law as it was saved; its intervals hold while the law stays the same
     */
    public void restore(FigureEdits restored, Optional<LawPlan> law) {
        savedLaw = law;
        sheet.set(Optional.empty());
        history.clear();
        accept(restored);
    }

    /** Takes a sheet, to be drawn until the chart shows something that is not on it. */
    public void restore(SheetScene restored) {
        sheet.set(Optional.of(restored));
        history.clear();
        accept(FigureEdits.of(restored.saved()));
    }

    private void forgetWhatIsNotHeld(Optional<SpectrumModel.Shown> shown) {
        savedLaw = Optional.empty();
        if (sheet.get().isPresent() && shown.filter(sheet.get().get()::holds).isEmpty()) {
            leaveSheet();
        }
    }

    /** Makes the figure what the chart shows again. */
    public void leaveSheet() {
        FigureEdits old = edits.get().withOnePanel();
        PagePlan size = PagePreset.byId(old.page().preset()).map(PagePlan::of).orElseGet(page::plan);
        sheet.set(Optional.empty());
        history.clear();
        FigureLook look = old.look().withEstimate(Optional.empty());
        FigureLook.Axis x = look.x().withLabel(Optional.empty()).withRange(Optional.empty());
        FigureLook.Axis y = look.y().withLabel(Optional.empty()).withRange(Optional.empty());
        accept(new FigureEdits(List.of(""), look.withAxes(x, y), size));
    }

    /** Changes the figure as one step that can be undone; a change that the figure refuses is reported and not made. */
    public void edit(UnaryOperator<FigureEdits> change) {
        FigureEdits before = edits.get();
        FigureEdits after;
        try {
            after = change.apply(before);
        } catch (IllegalArgumentException refused) {
            failure.set("This cannot be drawn: " + refused.getMessage() + ".");
            return;
        }
        if (!after.equals(before)) {
            history.record(before);
            accept(after);
            rememberPage(after);
        }
    }

    /** Takes a page for the next figure. */
    void rememberPage(FigureEdits used) {
        page.remember(used);
    }

    public void undo() {
        history.undo(edits.get()).ifPresent(this::accept);
    }

    public void redo() {
        history.redo(edits.get()).ifPresent(this::accept);
    }

    private void accept(FigureEdits now) {
        edits.set(now);
        extras.range()
                .neededProperty()
                .set(sheet.get().isEmpty() && now.look().extras().strip() == StripView.KAPPA_RANGE);
        failure.set("");
        redrawIfWatched();
    }

    /** The figure as it is now; empty while there is nothing to draw. */
    public Optional<FigureSnapshot> snapshot() {
        return sheet.get()
                .map(FigureScene.class::cast)
                .or(() -> WindowScene.of(spectrum, fit, extras, savedLaw))
                .map(scene -> new FigureSnapshot(scene, asDrawn(), checksums));
    }

    /** The edits; the chart decides what was not edited. */
    public FigureEdits asDrawn() {
        FigureEdits now = edits.get();
        if (sheet.get().isPresent()) {
            return now;
        }
        Zoom zoom = spectrum.zoomProperty().get();
        FigureLook look = now.look()
                .withView(spectrum.ordinateProperty().get())
                .withNames(
                        now.look().names().withHidden(spectrum.hiddenProperty().get()));
        return now.withLook(look.withAxes(
                axis(look.x(), spectrum.xScaleProperty().get(), zoom.x()),
                axis(look.y(), spectrum.logYProperty().get() ? AxisScale.LOG : AxisScale.LINEAR, zoom.y())));
    }

    private static FigureLook.Axis axis(FigureLook.Axis axis, AxisScale scale, Optional<AxisRange> lookedAt) {
        FigureLook.Axis scaled = axis.withScale(scale);
        return scaled.range().isPresent()
                ? scaled
                : scaled.withRange(
                        lookedAt.filter(range -> range.objection(scale).isEmpty()));
    }

    private void redrawIfWatched() {
        if (watched) {
            redraw();
        }
    }

    private void redraw() {
        Optional<FigureSnapshot> now = snapshot();
        if (now.isEmpty()) {
            preview.set(Optional.empty());
            return;
        }
        previews.submit("Drawing", (progress, cancel) -> draw(now.get(), cancel), new Outcome<Preview>() {
            @Override
            public void succeeded(Preview drawn) {
                failure.set("");
                preview.set(Optional.of(drawn));
            }

            @Override
            public void failed(EigenscopeException reason) {
                failure.set(reason.getMessage());
            }
        });
    }

    private static Preview draw(FigureSnapshot snapshot, CancelToken cancel) throws EigenscopeException {
        Drawing drawing = snapshot.withDpi(PREVIEW_DPI).draw(cancel);
        return new Preview(FigureSnapshot.bytes(drawing, FigureFormat.PNG), drawing.caption(), drawing.entries());
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Calls back after every edit. */
    public void onEdited(Runnable listener) {
        edits.addListener((source, old, now) -> listener.run());
    }

    /** What was edited for the figure; the chart decides the rest. */
    public ReadOnlyObjectProperty<FigureEdits> editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** The sheet that is drawn instead of what the chart shows. */
    public ReadOnlyObjectProperty<Optional<SheetScene>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why the last edit or preview came to nothing, empty when it did not. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return history.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }
}
