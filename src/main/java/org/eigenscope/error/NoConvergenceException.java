package org.eigenscope.error;

/** An iteration that ended without the accuracy it promises. */
public final class NoConvergenceException extends EigenscopeException {
    private static final long serialVersionUID = 1L;

    public NoConvergenceException(String sentence) {
        super(sentence, null);
    }

    public NoConvergenceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
