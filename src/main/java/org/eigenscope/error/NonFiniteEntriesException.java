package org.eigenscope.error;

/** A matrix with NaN or infinite entries, which whoever asked may want to leave out by rows. */
public final class NonFiniteEntriesException extends BadInputException {
    private static final long serialVersionUID = 1L;

    public NonFiniteEntriesException(String sentence) {
        super(sentence);
    }
}
