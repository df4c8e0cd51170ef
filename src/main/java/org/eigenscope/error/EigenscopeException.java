package org.eigenscope.error;

/**
 * An expected failure. Its message is one sentence that tells the user what went wrong, where, and what to do.
 *
 * <p>Wrong arguments from code are {@link IllegalArgumentException}s instead, and bugs are left unchecked.
 */
public abstract sealed class EigenscopeException extends Exception
        permits BadInputException, NoConvergenceException, InsufficientMemoryException, CancelledException {
    private static final long serialVersionUID = 1L;

    EigenscopeException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
