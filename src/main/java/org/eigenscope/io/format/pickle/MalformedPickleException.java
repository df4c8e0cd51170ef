package org.eigenscope.io.format.pickle;

/** A pickle that breaks the rules of the format or the limits set here; the reader that meets it makes a sentence of it. */
public final class MalformedPickleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a clause that continues "the pickle is malformed: ". */
    MalformedPickleException(String clause) {
        super(clause);
    }
}
