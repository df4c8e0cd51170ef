package org.eigenscope.ui.models.plot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.draw.StudyDrawing;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** Writes the plot to files, in the background, as the command line draws it from the study's file. */
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
        Optional<StudyPlot> shown = plot.shownProperty().get().plot();
        Optional<Path> from = study.get();
        if (shown.isEmpty()) {
            failure.set("There is no plot to save.");
        } else if (from.isEmpty()) {
            failure.set(
                    "Save the study first, with Study and Save Study As: a figure is drawn again from the study's file.");
        } else {
            save(file, shown.get(), from.get());
        }
    }

    private void save(Path file, StudyPlot shown, Path from) {
        work.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    StudyDrawing drawing = StudyDrawing.of(from, shown.request(), PagePlan.DEFAULT);
                    requireAsShown(drawing.plot(), shown, from);
                    drawing.write(file);
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

    /** Results that were not kept, or rows that another program wrote, would make it another figure. */
    private static void requireAsShown(StudyPlot drawn, StudyPlot shown, Path from) throws BadInputException {
        if (!drawn.digests().equals(shown.digests())) {
            throw new BadInputException(
                    from + " does not hold the rows on screen: it was written since, or could only be"
                            + " read when they were fitted. Use Study and Read Again, or save the study under another name.");
        }
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
