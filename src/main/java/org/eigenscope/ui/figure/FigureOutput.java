package org.eigenscope.ui.figure;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Takes the figure out of the program: into a file, onto the clipboard, or dragged to another window. */
public final class FigureOutput implements AutoCloseable {
    private static final String PLACE_KEY = "figure.place";
    private static final String SUBJECT_KEY = "figure.subject";

    private final FigureModel figure;
    private final Settings settings;
    private final LatestTask saves;
    private final LatestTask drags;
    private final InputKeeper keeper;
    private final DragFolder folder = new DragFolder();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");
    private Optional<Prepared> prepared = Optional.empty();

    /** A file with a figure as it was at one moment. */
    private record Prepared(FigureSnapshot snapshot, FigureFormat format, Path file) {}

    /**
     * The figure for other programs.
     *
     * @param png its pixels
     * @param svg its vectors
     */
    public record Copy(byte[] png, String svg) {
        public Copy {
            png = png.clone();
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /**
     * @param settings remembers the place
     * @param saves writes files, and draws for the clipboard
     * @param drags writes files that may be dragged
     * @param keeper keeps what figures are drawn from
     */
    public FigureOutput(FigureModel figure, Settings settings, LatestTask saves, LatestTask drags, InputKeeper keeper) {
        this.figure = figure;
        this.settings = settings;
        this.saves = saves;
        this.drags = drags;
        this.keeper = keeper;
    }

    /** What becomes of work for the user: a sentence, or something done. */
    private abstract class Reporting<R> implements Outcome<R> {
        @Override
        public void failed(EigenscopeException reason) {
            done.set("");
            failure.set(reason.getMessage());
        }
    }

    private Optional<FigureSnapshot> snapshot() {
        Optional<FigureSnapshot> now = figure.snapshot();
        done.set("");
        failure.set(now.isPresent() ? "" : "There is nothing on screen to make a figure of.");
        return now;
    }

    /** Draws the figure for the clipboard. */
    public void copy(Consumer<Copy> clipboard) {
        snapshot()
                .ifPresent(now -> saves.submit(
                        "Drawing",
                        (progress, cancel) -> new Copy(
                                FigureSnapshot.bytes(now.draw(keeper, cancel), FigureFormat.PNG),
                                new String(
                                        FigureSnapshot.bytes(now.draw(keeper, cancel), FigureFormat.SVG),
                                        StandardCharsets.UTF_8)),
                        new Reporting<Copy>() {
                            @Override
                            public void succeeded(Copy drawn) {
                                clipboard.accept(drawn);
                                done.set("The figure is on the clipboard, as pixels and as SVG.");
                            }
                        }));
    }

    /** Saves the figure, in the format that the file's name asks for. */
    public void save(Path file) {
        snapshot()
                .ifPresent(now -> saves.submit(
                        "Saving " + file.getFileName(),
                        (progress, cancel) -> {
                            Drawing drawing = now.draw(keeper, cancel);
                            drawing.write(file);
                            return drawing.missingLetters(List.of(FigureFormat.of(file)));
                        },
                        new Reporting<Optional<String>>() {
                            @Override
                            public void succeeded(Optional<String> note) {
                                settings.put(PLACE_KEY, file.toAbsolutePath().toString());
                                settings.put(SUBJECT_KEY, now.scene().name());
                                figure.rememberPage(now.edits());
                                done.set("Saved " + file + "."
                                        + note.map(words -> " " + words).orElse(""));
                            }
                        }));
    }

    /** Writes the figure to where it can be dragged from, unless that was done already. */
    public void prepareDrag() {
        Optional<FigureSnapshot> now = figure.snapshot();
        FigureFormat format = lastFormat();
        if (now.isEmpty() || preparedFile().isPresent()) {
            return;
        }
        drags.submit(
                "Drawing",
                (progress, cancel) -> {
                    Path file = folder.place(now.get().scene().name(), format.extension());
                    now.get().draw(keeper, cancel).write(file);
                    return new Prepared(now.get(), format, file);
                },
                new Reporting<Prepared>() {
                    @Override
                    public void succeeded(Prepared written) {
                        prepared = Optional.of(written);
                    }
                });
    }

    /** The file that holds the figure as it is now; empty while it is being written. */
    public Optional<Path> preparedFile() {
        Optional<FigureSnapshot> now = figure.snapshot();
        return prepared.filter(p -> Optional.of(p.snapshot()).equals(now) && p.format() == lastFormat())
                .map(Prepared::file);
    }

    /** The format of the file saved last, PDF before the first. */
    public FigureFormat lastFormat() {
        try {
            return lastPlace().isPresent() ? FigureFormat.of(lastPlace().get()) : FigureFormat.PDF;
        } catch (BadInputException unknown) {
            return FigureFormat.PDF;
        }
    }

    /** The file that was saved last, also before a restart. */
    public Optional<Path> lastPlace() {
        try {
            return settings.get(PLACE_KEY).map(Path::of);
        } catch (InvalidPathException damagedSetting) {
            return Optional.empty();
        }
    }

    /** What to call the file: as before for the same spectrum, else by what is drawn. */
    public String suggestedName() {
        String subject = figure.snapshot().map(now -> now.scene().name()).orElse("figure");
        boolean same = settings.get(SUBJECT_KEY).equals(Optional.of(subject));
        Optional<Path> last = lastPlace().filter(place -> same);
        return last.map(place -> String.valueOf(place.getFileName()))
                .orElseGet(() -> DragFolder.plain(subject) + "." + lastFormat().extension());
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Why the figure could not be taken out, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was done last, empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    @Override
    public void close() {
        folder.close();
    }
}
