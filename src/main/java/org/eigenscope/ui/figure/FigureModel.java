package org.eigenscope.ui.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.AxisScale;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.export.FigureFormat;
import org.eigenscope.figure.export.PagePreset;
import org.eigenscope.figure.export.PageStyle;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Drawing;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.ui.fit.FitModel;
import org.eigenscope.ui.fit.UndoHistory;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** The figure of what is on screen: its edits, its preview, and where it is saved. */
public final class FigureModel {
    private static final String PRESET_KEY = "figure.preset";
    private static final String PLACE_KEY = "figure.place";
    private static final int UNDO_STEPS = 100;
    /** Dots per inch of the preview: sharp on a screen of twice the usual density. */
    private static final int PREVIEW_DPI = 192;

    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final Settings settings;
    private final LatestTask previews;
    private final LatestTask saves;
    private final UndoHistory<FigureEdits> history = new UndoHistory<>(UNDO_STEPS);
    private final ReadOnlyObjectWrapper<FigureEdits> edits;
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");

    /**
     * The figure as it would be exported.
     *
     * @param png the bytes of its PNG
     * @param widthInches its width on paper
     * @param caption a text that states every convention
     */
    record Preview(byte[] png, double widthInches, String caption) {
        Preview {
            png = png.clone();
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /**
     * @param spectrum what is on screen
     * @param fit the laws over it
     * @param settings remembers preset and place
     * @param previews draws previews
     * @param saves writes files
     */
    public FigureModel(SpectrumModel spectrum, FitModel fit, Settings settings, LatestTask previews, LatestTask saves) {
        this.spectrum = spectrum;
        this.fit = fit;
        this.settings = settings;
        this.previews = previews;
        this.saves = saves;
        PagePreset preset = settings.get(PRESET_KEY).flatMap(PagePreset::byId).orElse(PagePreset.NEURIPS);
        edits = new ReadOnlyObjectWrapper<>(
                this, "edits", new FigureEdits("", FigureLook.DEFAULT, PagePlan.of(preset)));
    }

    /** Takes the axes from the window's chart, and forgets what was edited for another. */
    public void begin() {
        FigureLook look = edits.get().look();
        FigureLook.Axis x = look.x().withScale(spectrum.logXProperty().get() ? AxisScale.LOG : AxisScale.LINEAR);
        FigureLook.Axis y = look.y().withScale(spectrum.logYProperty().get() ? AxisScale.LOG : AxisScale.LINEAR);
        Ordinate view = spectrum.ordinateProperty().get();
        if (view != look.view()) {
            y = y.withLabel(Optional.empty()).withRange(Optional.empty());
        }
        edits.set(edits.get().withLook(look.withView(view).withAxes(x, y)));
        history.clear();
        updateUndo();
        failure.set("");
        done.set("");
        redraw();
    }

    /** Takes the edits of a session. */
    void restore(FigureEdits restored) {
        history.clear();
        accept(restored);
    }

    /** Changes the figure as one step that can be undone; a change that the figure refuses is said and left out. */
    void edit(UnaryOperator<FigureEdits> change) {
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
        }
    }

    void undo() {
        history.undo(edits.get()).ifPresent(this::accept);
    }

    void redo() {
        history.redo(edits.get()).ifPresent(this::accept);
    }

    private void accept(FigureEdits now) {
        edits.set(now);
        settings.put(PRESET_KEY, now.page().preset());
        failure.set("");
        updateUndo();
        redraw();
    }

    private void updateUndo() {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }

    private void redraw() {
        Optional<WindowScene> scene = WindowScene.of(spectrum, fit);
        if (scene.isEmpty()) {
            preview.set(Optional.empty());
            return;
        }
        FigureEdits now = edits.get();
        previews.submit("Drawing", (progress, cancel) -> draw(scene.get(), now, cancel), new Outcome<Preview>() {
            @Override
            public void succeeded(Preview drawn) {
                preview.set(Optional.of(drawn));
            }

            @Override
            public void failed(EigenscopeException reason) {
                failure.set(reason.getMessage());
            }
        });
    }

    private static Preview draw(WindowScene scene, FigureEdits edits, CancelToken cancel) throws EigenscopeException {
        PageStyle style = edits.page().style();
        FigureEdits onScreen = edits.withPage(edits.page().withStyle(style.withDpi(PREVIEW_DPI)));
        Drawing drawing = scene.draw(onScreen, cancel);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            drawing.write(FigureFormat.PNG, png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Preview(png.toByteArray(), style.width() / PageStyle.INCH, drawing.caption());
    }

    /** Draws what is on screen for the clipboard; the preview property then holds it. */
    public void copy(Consumer<byte[]> clipboard) {
        WindowScene.of(spectrum, fit)
                .ifPresent(scene -> saves.submit(
                        "Drawing", (progress, cancel) -> draw(scene, edits.get(), cancel), new Outcome<Preview>() {
                            @Override
                            public void succeeded(Preview drawn) {
                                clipboard.accept(drawn.png());
                            }

                            @Override
                            public void failed(EigenscopeException reason) {
                                failure.set(reason.getMessage());
                            }
                        }));
    }

    /** Saves the figure, in the format that the file's name asks for. */
    public void save(Path file) {
        Optional<WindowScene> scene = WindowScene.of(spectrum, fit);
        if (scene.isEmpty()) {
            failure.set("There is nothing on screen to save.");
            return;
        }
        FigureEdits now = edits.get();
        settings.put(PLACE_KEY, file.toAbsolutePath().toString());
        saves.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    scene.get().draw(now, cancel).write(file);
                    return file;
                },
                new Outcome<Path>() {
                    @Override
                    public void succeeded(Path saved) {
                        failure.set("");
                        done.set("Saved " + saved + ".");
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    /** The file that was saved last. */
    public Optional<Path> lastPlace() {
        return settings.get(PLACE_KEY).map(Path::of);
    }

    /** Whether there is anything to draw. */
    public boolean hasSomething() {
        return spectrum.shownProperty().get().isPresent();
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Calls back after every edit. */
    public void onEdited(Runnable listener) {
        edits.addListener((source, old, now) -> listener.run());
    }

    ReadOnlyObjectProperty<FigureEdits> editsProperty() {
        return edits.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why the last figure could not be drawn or saved, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was saved last, empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }
}
