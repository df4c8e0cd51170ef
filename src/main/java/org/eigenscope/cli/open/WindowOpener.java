package org.eigenscope.cli.open;

import java.util.List;
import java.util.Optional;

/** Opens the window, which this package knows nothing of. */
@FunctionalInterface
public interface WindowOpener {
    /**
     * Opens the window and returns when it is closed.
     *
     * @param files to be opened in it
     * @return why there is no window, a sentence; empty if there was one
     */
    Optional<String> open(List<String> files);
}
