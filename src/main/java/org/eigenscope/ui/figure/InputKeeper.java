package org.eigenscope.ui.figure;

import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.session.Session;

/** Sees to it that what a session is drawn from is still there when it is opened. */
@FunctionalInterface
public interface InputKeeper {
    /** For files that stay where they are. */
    InputKeeper NONE = (session, cancel) -> session;

    /**
     * The session to be written in place of one.
     *
     * @throws EigenscopeException if an input cannot be kept, or the work was cancelled
     */
    Session keep(Session session, CancelToken cancel) throws EigenscopeException;
}
