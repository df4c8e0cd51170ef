package org.eigenscope.error;

/** Work whose estimated memory does not fit, refused before anything is allocated. */
public final class InsufficientMemoryException extends EigenscopeException {
    private static final long serialVersionUID = 1L;

    public InsufficientMemoryException(String sentence) {
        super(sentence, null);
    }
}
