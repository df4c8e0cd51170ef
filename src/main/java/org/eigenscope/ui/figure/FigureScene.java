package org.eigenscope.ui.figure;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.Checksums;
import org.eigenscope.session.input.SessionSpectra;

/** Something to draw at one moment: what a figure says apart from how it looks. */
interface FigureScene {
    /** What it is called, for the names of files. */
    String name();

    /**
     * The scene as a session. May read files, so not for the foreground.
     *
     * @param checksums those of files that were read before
     * @throws EigenscopeException if a file cannot be read, or the work was cancelled
     */
    Session session(FigureEdits edits, Checksums checksums, CancelToken cancel) throws EigenscopeException;

    /**
     * The eigenvalues that a session of this scene is drawn from.
     *
     * @param session what {@link #session} made
     */
    SessionSpectra spectra(Session session);
}
