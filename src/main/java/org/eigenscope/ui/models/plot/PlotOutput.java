package org.eigenscope.ui.models.plot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Writes the plot to files, in the background. */
public final class PlotOutput {
    private final PlotModel plot;
    private final Supplier<Optional<Path>> study;
    private final LatestTask work;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

    /**
     * @param plot what is written
     * @param study the file of the study; empty if it is in memory
     * @param work writes
     */
    public PlotOutput(PlotModel plot, Supplier<Optional<Path>> study, LatestTask work) {
        this.plot = plot;
        this.study = study;
        this.work = work;
    }

    /** Writes the plot in the format that the file's name asks for, whole or not at all. */
    public void save(Path file) {
        failure.set("");
        done.set("");
        PlotScene scene = plot.sceneProperty().get();
        if (scene.points().isEmpty()) {
            failure.set("There is no plot to save.");
            return;
        }
        String name = study.get().map(Path::toString).orElse("a study in memory");
        Attachment about = new Attachment(plot.kindProperty().get().title(), plot.description(name), Optional.empty());
        work.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    write(file, PlotSheet.of(scene), about);
                    return file;
                },
                new Outcome<Path>() {
                    @Override
                    public void succeeded(Path saved) {
                        done.set("Saved " + saved + ".");
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        failure.set(reason.getMessage());
                    }
                });
    }

    private static void write(Path file, Sheet sheet, Attachment about) throws EigenscopeException {
        FigureFormat format = FigureFormat.of(file);
        if (format == FigureFormat.JSON) {
            throw new BadInputException("A plot of a study has no JSON; choose PDF, SVG, PNG, TEX or CSV.");
        }
        SafeFile.write(file, out -> {
            if (format == FigureFormat.CSV) {
                out.write(("# " + about.description().replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8));
                FigureWriter.writeNumbers(sheet, List.of(), out);
            } else {
                FigureWriter.write(sheet, PageStyle.of(PagePreset.NEURIPS), about, format, out);
            }
        });
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Why the plot could not be saved, a sentence; empty if it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was saved last; empty before. */
    public ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
