package org.eigenscope.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.tex.PgfWriter;
import org.eigenscope.figure.export.write.CsvWriter;
import org.eigenscope.figure.export.write.PanelEigenvalues;
import org.eigenscope.figure.export.write.PdfWriter;
import org.eigenscope.figure.export.write.PngWriter;
import org.eigenscope.figure.export.write.SvgWriter;

/** Writes figures in every format from the same sheet; the same painter paints all pictures. */
public final class FigureWriter {
    private FigureWriter() {}

    /**
     * Writes a picture.
     *
     * @param format any for which {@link FigureFormat#isPicture()}
     * @throws BadInputException if a PNG would have too many pixels
     */
    public static void write(Sheet sheet, PageStyle style, Attachment attachment, FigureFormat format, OutputStream out)
            throws IOException, BadInputException {
        switch (format) {
            case PDF -> PdfWriter.write(sheet, style, attachment, out);
            case SVG -> SvgWriter.write(sheet, style, attachment, out);
            case PNG -> PngWriter.write(sheet, style, attachment, out);
            case TEX -> PgfWriter.write(sheet, style, attachment, out);
            default -> throw new IllegalArgumentException("format " + format + " is no picture");
        }
    }

    /**
     * Refuses a page that is too large for a format.
     *
     * @throws BadInputException if a PNG would have too many pixels
     */
    public static void requireRoom(PageStyle style, FigureFormat format) throws BadInputException {
        if (format == FigureFormat.PNG) {
            PngWriter.requireRoom(style, Runtime.getRuntime().maxMemory());
        }
    }

    /** The characters of a sheet's texts that a picture shows as boxes or question marks, as no font of figures has them. */
    public static List<String> missingLetters(Sheet sheet, FigureFormat format) {
        return MissingLetters.of(sheet, format);
    }

    /**
     * Writes the numbers as CSV.
     *
     * @param samples the eigenvalues behind the panels
     */
    public static void writeNumbers(Sheet sheet, List<PanelEigenvalues> samples, OutputStream out) throws IOException {
        CsvWriter.write(sheet, samples, out);
    }
}
