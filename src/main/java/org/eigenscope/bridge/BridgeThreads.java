package org.eigenscope.bridge;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that a server borrows.
 *
 * @param requests answers requests: a few threads, and room for those that wait
 * @param dropped closes the connections of requests that are too many: one thread
 * @param clock ends requests that take too long
 */
public record BridgeThreads(Executor requests, Executor dropped, ScheduledExecutorService clock) {
    public BridgeThreads {
        Objects.requireNonNull(requests, "requests");
        Objects.requireNonNull(dropped, "dropped");
        Objects.requireNonNull(clock, "clock");
    }
}
