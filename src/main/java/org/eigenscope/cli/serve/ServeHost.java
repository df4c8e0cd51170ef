package org.eigenscope.cli.serve;

import java.nio.file.Path;
import org.eigenscope.bridge.BridgeThreads;

/** What the commands {@code serve} and {@code send} borrow of the program that runs them. */
public interface ServeHost {
    /** The user's folder, where servers leave their addresses. */
    Path folder();

    /** Threads for one server. */
    BridgeThreads threads();

    /**
     * Waits until the process is to end.
     *
     * @param ending run when it does, as far as the system lets it
     */
    void untilKilled(Runnable ending);
}
