package org.eigenscope.bridge;

import java.util.Optional;
import org.eigenscope.error.EigenscopeException;

/** Takes what a server received. Called on threads of the server, several at a time. */
public interface BridgeReceiver {
    /**
     * Takes a spectrum.
     *
     * @return how many older spectra were dropped for it
     * @throws EigenscopeException if it cannot be kept
     */
    int accept(Received received) throws EigenscopeException;

    /**
     * Takes metrics.
     *
     * @throws EigenscopeException if they cannot be kept
     */
    void accept(ReceivedMetrics metrics) throws EigenscopeException;

    /**
     * The latest spectrum of a name that is kept.
     *
     * @param run of this run alone; empty for whichever came last
     */
    Optional<Received> find(Optional<String> run, String name);
}
