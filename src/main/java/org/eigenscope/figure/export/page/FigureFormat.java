package org.eigenscope.figure.export.page;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;

/** The formats that a figure can be written in. */
public enum FigureFormat {
    /** Vectors, with fonts embedded. */
    PDF("pdf", "PDF, fonts embedded"),
    /** Vectors, with text as text. */
    SVG("svg", "SVG, text as text"),
    /** Pixels at the page's resolution, with the session in a text chunk. */
    PNG("png", "PNG"),
    /** A standalone LaTeX document of PGFPlots axes. */
    TEX("tex", "PGFPlots for LaTeX"),
    /** The numbers: bins, eigenvalues, curves and points. */
    CSV("csv", "CSV of the numbers"),
    /** The fit, its conventions and its intervals. */
    JSON("json", "JSON of the fit");

    private final String extension;
    private final String description;

    FigureFormat(String extension, String description) {
        this.extension = extension;
        this.description = description;
    }

    public String extension() {
        return extension;
    }

    public String description() {
        return description;
    }

    /** Whether it holds a picture rather than numbers. */
    public boolean isPicture() {
        return this != CSV && this != JSON;
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws BadInputException if its ending is none of the known
     */
    public static FigureFormat of(Path file) throws BadInputException {
        return of(file, List.of());
    }

    /**
     * The same where files of other endings are written as well.
     *
     * @param others those endings, with their points, to be named if the file's is unknown
     * @throws BadInputException if its ending is none of the known
     */
    public static FigureFormat of(Path file, List<String> others) throws BadInputException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst()
                .orElseThrow(() -> new BadInputException("The format of " + file
                        + " is not known by its ending; it may be "
                        + Stream.concat(Arrays.stream(values()).map(format -> "." + format.extension), others.stream())
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
