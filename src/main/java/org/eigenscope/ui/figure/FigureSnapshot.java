package org.eigenscope.ui.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;
import org.eigenscope.session.draw.Drawing;
import org.eigenscope.session.input.Checksums;

/**
 * A figure as it was at one moment, to be drawn later and elsewhere than in the foreground.
 *
 * @param scene the data and laws that it shows
 * @param edits how it looks
 * @param checksums those of files that were read before
 */
public record FigureSnapshot(FigureScene scene, FigureEdits edits, Checksums checksums) {
    /** What is drawn later waits for this one. */
    private static final int MOST_SECONDS = 60;

    public FigureSnapshot {
        Objects.requireNonNull(scene, "scene");
        Objects.requireNonNull(edits, "edits");
        Objects.requireNonNull(checksums, "checksums");
    }

    /**
     * The session that draws it.
     *
     * @throws EigenscopeException if a file cannot be read, or the work was cancelled
     */
    public Session session(CancelToken cancel) throws EigenscopeException {
        return scene.session(edits, checksums, cancel);
    }

    /**
     * The figure.
     *
     * @throws EigenscopeException if it cannot be drawn, or the work was cancelled
     */
    Drawing draw(CancelToken cancel) throws EigenscopeException {
        return draw(InputKeeper.NONE, cancel);
    }

    /**
     * The figure to be taken out of the program.
     *
     * @throws EigenscopeException if it cannot be drawn, an input cannot be kept, or the work was cancelled
     */
    Drawing draw(InputKeeper keeper, CancelToken cancel) throws EigenscopeException {
        Session session = keeper.keep(session(cancel), cancel);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        try {
            return Drawing.of(
                    session, scene.spectra(session), () -> cancel.isCancelled() || System.nanoTime() - end > 0);
        } catch (CancelledException ended) {
            cancel.throwIfCancelled();
            throw new BadInputException(
                    "The figure takes more than " + MOST_SECONDS
                            + " seconds to draw and was given up; ask for fewer panels or laws.",
                    ended);
        }
    }

    /** The figure with a PNG of so many dots per inch. */
    FigureSnapshot withDpi(int dpi) {
        PageStyle style = edits.page().style().withDpi(dpi);
        return new FigureSnapshot(scene, edits.withPage(edits.page().withStyle(style)), checksums);
    }

    /**
     * A drawing as bytes.
     *
     * @throws EigenscopeException if it cannot be had in this format
     */
    static byte[] bytes(Drawing drawing, FigureFormat format) throws EigenscopeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            drawing.write(format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
