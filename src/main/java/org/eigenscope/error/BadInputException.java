package org.eigenscope.error;

/** A file or value that cannot be used: unreadable, damaged, of an unsupported kind, or of a wrong shape. */
public sealed class BadInputException extends EigenscopeException permits NonFiniteEntriesException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence, null);
    }

    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
