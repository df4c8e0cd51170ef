package org.eigenscope.session.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.compose.FigureDescription;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.ShownEigenvalues;
import org.eigenscope.figure.compose.SymmetricLogThreshold;
import org.eigenscope.figure.export.FigureWriter;
import org.eigenscope.figure.export.page.Attachment;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.write.PanelEigenvalues;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.FigureEntry;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.session.json.SessionJson;

/**
 * A session drawn.
 *
 * @param session what was drawn
 * @param sheet the figure
 * @param spectra what it was drawn from
 */
public record Drawing(Session session, Sheet sheet, SessionSpectra spectra) {
    /** Characters without a drawing that are named one by one. */
    private static final int MOST_NAMED = 10;

    public Drawing {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(spectra, "spectra");
    }

    /**
     * Draws a session.
     *
     * @throws BadInputException if a spectrum has nothing to draw, or the session asks for what its laws do not have
     */
    public static Drawing of(Session session, SessionSpectra spectra) throws BadInputException {
        try {
            return of(session, spectra, CancelToken.NONE);
        } catch (CancelledException impossible) {
            throw new IllegalStateException("nothing cancels this", impossible);
        }
    }

    /**
     * The same, which can be cancelled between panels.
     *
     * @throws BadInputException if a spectrum has nothing to draw, or the session asks for what cannot be drawn
     * @throws CancelledException if it was cancelled
     */
    public static Drawing of(Session session, SessionSpectra spectra, CancelToken cancel)
            throws BadInputException, CancelledException {
        try {
            Session drawn = withThreshold(session, spectra);
            return new Drawing(drawn, new SheetBuilder(drawn, spectra, cancel).build(), spectra);
        } catch (IllegalArgumentException refused) {
            // sessions are data: each field is in its domain, and all of them together may still ask for the impossible
            throw new BadInputException(
                    "The session asks for what cannot be drawn: " + refused.getMessage() + ".", refused);
        }
    }

    /** The session with the threshold that its spectra choose: the least of theirs, so that every one has its logarithmic part. */
    private static Session withThreshold(Session session, SessionSpectra spectra) {
        FigureLook look = session.look();
        if (look.estimate().isPresent()) {
            return session;
        }
        Optional<AxisScale> chosen = session.series().stream()
                .map(series -> SymmetricLogThreshold.resolve(look.x().scale(), spectra.of(series)))
                .min(Comparator.comparingDouble(
                        scale -> scale instanceof SymmetricLogScale symmetric ? symmetric.threshold() : 0));
        return chosen.map(scale -> session.withLook(look.withAxes(look.x().withScale(scale), look.y())))
                .orElse(session);
    }

    /** A caption that states every convention. */
    public String caption() {
        List<String> sentences = new ArrayList<>(List.of(Captions.of(session, spectra)));
        sentences.addAll(outOfSight());
        return String.join(" ", sentences);
    }

    /** What of the eigenvalues a reader does not see, as the abscissa ends before them. */
    private List<String> outOfSight() {
        if (session.look().estimate().isPresent()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < session.panels().size(); i++) {
            AxisRange shown = FigureRanges.of(sheet.panels().get(i).chart()).x();
            for (SeriesPlan series : session.panels().get(i).series()) {
                double[] values = ShownEigenvalues.of(
                                spectra.of(series), session.look().x().scale())
                        .values();
                long hidden =
                        Arrays.stream(values).filter(v -> !shown.contains(v)).count();
                if (hidden > 0) {
                    sentences.add("Of the " + values.length + " eigenvalues of " + series.label() + ", " + hidden
                            + (hidden == 1 ? " lies" : " lie") + " outside the abscissa.");
                }
            }
        }
        return sentences;
    }

    /** For each spectrum of which the abscissa has no place for some eigenvalues, a sentence that says how many. */
    public List<String> leftOut() {
        if (session.look().estimate().isPresent()) {
            return List.of();
        }
        AxisScale scale = session.look().x().scale();
        return session.series().stream()
                .map(series -> {
                    String left = ShownEigenvalues.of(spectra.of(series), scale).leftOut();
                    boolean negative = spectra.of(series).negative().length > 0;
                    return left.isEmpty()
                            ? ""
                            : series.label() + ": " + left + " eigenvalues are not shown; heights are relative to all "
                                    + spectra.of(series).size() + "."
                                    + (negative
                                            ? " Linear and symmetric logarithmic axes show the negative ones."
                                            : "");
                })
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .toList();
    }

    /** What can be renamed and coloured in it. */
    public List<FigureEntry> entries() {
        return FigureEntries.of(sheet);
    }

    /** A sentence on characters of its texts that the pictures among the files do not show, which would be found in print; empty if there are none. */
    public Optional<String> missingLetters(List<FigureFormat> formats) {
        List<String> missing = formats.stream()
                .filter(FigureFormat::isPicture)
                .flatMap(format -> FigureWriter.missingLetters(sheet, format).stream())
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String named = missing.stream()
                .limit(MOST_NAMED)
                .map(letter -> String.format(Locale.ROOT, "%s (U+%04X)", letter, letter.codePointAt(0)))
                .collect(Collectors.joining(", "));
        int others = missing.size() - MOST_NAMED;
        return Optional.of("The fonts of figures lack " + named + (others > 0 ? " and " + others + " others" : "")
                + "; boxes or question marks may stand for them.");
    }

    /**
     * Writes the figure in the format that the file's name asks for, whole or not at all.
     *
     * @throws EigenscopeException if the file cannot be written
     */
    public void write(Path file) throws EigenscopeException {
        FigureFormat format = FigureFormat.of(file);
        SessionInputs.requireNoneIs(file, session);
        SafeFile.write(file, out -> write(format, out));
    }

    /**
     * Writes the figure.
     *
     * @throws BadInputException if a PNG would have too many pixels
     */
    public void write(FigureFormat format, OutputStream out) throws IOException, BadInputException {
        switch (format) {
            case CSV -> FigureWriter.writeNumbers(sheet, eigenvalues(), out);
            case JSON ->
                out.write(
                        new SessionJson().writeFits(session, List.of(caption())).getBytes(StandardCharsets.UTF_8));
            default -> FigureWriter.write(sheet, session.page().style(), attachment(), format, out);
        }
    }

    private Attachment attachment() {
        String title = session.panels().stream()
                .map(PanelPlan::title)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("Spectrum of "
                        + session.series().stream()
                                .map(SeriesPlan::label)
                                .distinct()
                                .collect(Collectors.joining(", ")));
        String words = sheet.panels().stream()
                .map(panel -> FigureDescription.of(panel.chart()))
                .collect(Collectors.joining(" "));
        return new Attachment(title, words, Optional.of(new SessionJson().write(session)));
    }

    private List<PanelEigenvalues> eigenvalues() {
        List<PanelEigenvalues> samples = new ArrayList<>();
        for (int i = 0; i < session.panels().size(); i++) {
            for (SeriesPlan series : session.panels().get(i).series()) {
                samples.add(new PanelEigenvalues(
                        i + 1, series.label(), spectra.of(series).ascending()));
                for (GhostPlan ghost : series.ghosts()) {
                    samples.add(new PanelEigenvalues(
                            i + 1, ghost.label(), spectra.of(ghost).ascending()));
                }
            }
        }
        return samples;
    }
}
