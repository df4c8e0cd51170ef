package org.eigenscope.cli.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.draw.StudyDrawing;
import org.eigenscope.session.json.SessionFile;

/** The files that a figure is written to. All that can be refused is refused before the first is written. */
final class FigureOutputs {
    private final List<Path> files;
    private final List<FigureFormat> formats = new ArrayList<>();

    /**
     * Looks at names and places.
     *
     * @throws BadInputException if an ending is unknown, a place cannot be written to, or two names are of one file
     */
    FigureOutputs(List<Path> files) throws BadInputException {
        this.files = List.copyOf(files);
        for (Path file : files) {
            if (!isSession(file)) {
                formats.add(FigureFormat.of(file, List.of(SessionFile.EXTENSION)));
            }
        }
        for (int i = 0; i < files.size(); i++) {
            for (Path earlier : files.subList(0, i)) {
                if (SafeFile.isSame(earlier, files.get(i))) {
                    throw new BadInputException(files.get(i) + " is named twice; a file holds one figure.");
                }
            }
            SafeFile.requirePlace(files.get(i));
        }
    }

    private static boolean isSession(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SessionFile.EXTENSION);
    }

    /** Refuses to write over what the figure is drawn from. */
    void requireOtherThan(Path input) throws BadInputException {
        for (Path file : files) {
            SafeFile.requireOtherThan(file, input);
        }
    }

    /** Refuses a page that is too large for one of the formats. */
    void requireRoomFor(PageStyle page) throws BadInputException {
        for (FigureFormat format : formats) {
            FigureWriter.requireRoom(page, format);
        }
    }

    /** What pictures and numbers are written. */
    List<FigureFormat> formats() {
        return formats;
    }

    /**
     * Writes every file of a figure of a study.
     *
     * @throws EigenscopeException if one cannot be written
     */
    void write(StudyDrawing drawing) throws EigenscopeException {
        for (Path file : files) {
            drawing.write(file);
        }
    }

    /** Refuses .json, which holds fits. */
    void requireOfStudies() throws BadInputException {
        if (formats.contains(FigureFormat.JSON)) {
            throw new BadInputException("A figure of a study has no fit for .json; name a .csv for its numbers.");
        }
    }

    /**
     * Writes every file.
     *
     * @throws EigenscopeException if one cannot be written
     */
    void write(Drawing drawing) throws EigenscopeException {
        for (Path file : files) {
            if (isSession(file)) {
                SessionFile.write(file, drawing.session());
            } else {
                drawing.write(file);
            }
        }
    }
}
