package org.eigenscope.ui.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eigenscope.ui.models.plot.PlotModel;
import org.eigenscope.ui.models.plot.PlotOutput;
import org.eigenscope.ui.models.review.ReviewModel;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.models.study.SpectraModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.models.study.SurveyModel;
import org.eigenscope.ui.models.table.TableModel;

/**
 * The models of the tab.
 *
 * @param study the study on screen
 * @param survey computes what it lacks
 * @param review the files of a study that is to be made
 * @param views what shows its rows
 * @param library what the library lists, to make a study of
 */
public record ModelsModel(
        StudyModel study, SurveyModel survey, ReviewModel review, Views views, Supplier<List<Path>> library) {
    public ModelsModel {
        Objects.requireNonNull(study, "study");
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(views, "views");
        Objects.requireNonNull(library, "library");
    }

    /**
     * What shows rows.
     *
     * @param table the table
     * @param plot the plot
     * @param output writes it to files
     * @param steps the step that is looked at
     * @param spectra small pictures of spectra
     */
    public record Views(TableModel table, PlotModel plot, PlotOutput output, StepModel steps, SpectraModel spectra) {}

    public RowsModel rows() {
        return study.rows();
    }

    /** Lists what the library has, for a study of it. */
    public void reviewLibrary() {
        List<Path> paths = library.get();
        if (paths.isEmpty()) {
            study.fail("The library lists no file of yours; open some, or choose files and folders.");
        } else {
            review.list(paths);
        }
    }
}
