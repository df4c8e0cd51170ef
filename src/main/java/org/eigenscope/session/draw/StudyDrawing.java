package org.eigenscope.session.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.StudyFigure;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.session.json.StudyFigureJson;
import org.eigenscope.study.plot.PlotCsv;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.study.plot.StudyPlots;
import org.eigenscope.study.store.StudyStore;

/**
 * A figure of a study, drawn.
 *
 * @param figure what draws it again
 * @param plot what is drawn
 */
public record StudyDrawing(StudyFigure figure, StudyPlot plot) {
    public StudyDrawing {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(plot, "plot");
    }

    /**
     * Draws a study.
     *
     * @throws BadInputException if the study cannot be read, or has nothing to show
     */
    public static StudyDrawing of(Path study, PlotRequest request, PagePlan page) throws BadInputException {
        StudyPlot plot = plot(study, request);
        String named = study.toString().replace('\\', '/');
        return new StudyDrawing(new StudyFigure(named, plot.digests(), request, page), plot);
    }

    private static StudyPlot plot(Path study, PlotRequest request) throws BadInputException {
        try (StudyStore store = StudyStore.openToRead(study)) {
            return StudyPlots.of(
                    String.valueOf(study.getFileName()),
                    store.rows(),
                    request,
                    row -> store.spectrum(row.key().content(), row.key().convention()));
        } catch (IllegalArgumentException refused) {
            // numbers of a study are data, and may leave what axes can show
            throw new BadInputException("The plot cannot be drawn: " + refused.getMessage() + ".", refused);
        }
    }

    /**
     * Draws a figure again.
     *
     * @param study where the study is now
     * @throws BadInputException if the rows that it shows are not those of the study any more; the sentence says how many differ
     */
    public static StudyDrawing again(StudyFigure figure, Path study) throws BadInputException {
        StudyDrawing drawn = of(study, figure.request(), figure.page());
        int gone = StudyFigure.missing(figure.rows(), drawn.figure().rows());
        int come = StudyFigure.missing(drawn.figure().rows(), figure.rows());
        if (gone + come > 0) {
            throw new BadInputException(study + " has changed since the figure was drawn: of its "
                    + figure.rows().size()
                    + " rows, " + gone + (gone == 1 ? " is" : " are") + " not there any more or different, and " + come
                    + (come == 1 ? " is" : " are") + " new. Draw it anew with --study.");
        }
        return new StudyDrawing(figure, drawn.plot());
    }

    /**
     * Where a figure's study is: beside the picture under its name, or where it was.
     *
     * @throws BadInputException if it is in neither place
     */
    public static Path locate(StudyFigure figure, Path picture) throws BadInputException {
        try {
            Path named = Path.of(figure.study());
            Path beside = picture.resolveSibling(String.valueOf(named.getFileName()));
            for (Path place : new Path[] {beside, named}) {
                if (Files.isRegularFile(place)) {
                    return place;
                }
            }
            throw new BadInputException(
                    picture + " is drawn from the study " + named + ", which is neither there nor beside it.");
        } catch (InvalidPathException impossible) {
            throw new BadInputException(picture + " names a study whose name no file here can have.", impossible);
        }
    }

    /**
     * Writes the figure in the format that the file's name asks for, whole or not at all.
     *
     * @throws EigenscopeException if the file cannot be written
     */
    public void write(Path file) throws EigenscopeException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(SessionFile.EXTENSION)) {
            SafeFile.write(file, out -> out.write((text() + "\n").getBytes(StandardCharsets.UTF_8)));
            return;
        }
        FigureFormat format = FigureFormat.of(file);
        SafeFile.write(file, out -> write(format, out));
    }

    private String text() {
        return StudyFigureJson.write(figure);
    }

    /**
     * Writes the figure.
     *
     * @throws BadInputException if a PNG would have too many pixels, or the format is that of fits
     */
    public void write(FigureFormat format, OutputStream out) throws IOException, BadInputException {
        switch (format) {
            case CSV -> PlotCsv.write(plot, out);
            case JSON ->
                throw new BadInputException(
                        "A figure of a study has no fit for .json; 'eigenscope survey' writes rows.");
            default -> {
                Attachment attachment = new Attachment(plot.title(), plot.description(), Optional.of(text()));
                FigureWriter.write(plot.sheet(), figure.page().style(), attachment, format, out);
            }
        }
    }
}
