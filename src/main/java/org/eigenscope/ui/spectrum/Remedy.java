package org.eigenscope.ui.spectrum;

import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.error.InsufficientMemoryException;
import org.eigenscope.error.NonFiniteEntriesException;

/** What can be offered after a spectrum could not be computed. */
public enum Remedy {
    /** The matrix did not fit into memory. */
    ESTIMATE("Estimate the density instead"),
    /** Some entries are NaN or infinite. */
    DROP_ROWS("Leave those rows out");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    /** The text of the button. */
    public String label() {
        return label;
    }

    static Optional<Remedy> of(EigenscopeException failure) {
        if (failure instanceof NonFiniteEntriesException) {
            return Optional.of(DROP_ROWS);
        }
        return failure instanceof InsufficientMemoryException ? Optional.of(ESTIMATE) : Optional.empty();
    }
}
