package org.eigenscope.ui.task;

import org.eigenscope.error.EigenscopeException;

/** What becomes of a job that nothing newer replaced; called on the foreground thread. */
public interface Outcome<R> {
    void succeeded(R result);

    /** Called with an expected failure, never with a cancellation. */
    void failed(EigenscopeException failure);
}
