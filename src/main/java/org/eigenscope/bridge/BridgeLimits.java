package org.eigenscope.bridge;

import java.time.Duration;

/**
 * How much a server takes.
 *
 * @param mostBytes the longest body of a request, in bytes
 * @param mostBytesAtOnce the bodies of all requests that are being read, in bytes
 * @param mostWaiting requests that wait for a thread; those that come on top of them are dropped
 * @param deadline for the reading of a request, and again for the writing of its answer
 * @param deadlineInCrowd the same while other requests wait
 */
public record BridgeLimits(
        long mostBytes, long mostBytesAtOnce, int mostWaiting, Duration deadline, Duration deadlineInCrowd) {
    private static final long MEBIBYTE = 1 << 20;

    /** Bodies of 256 MiB, 20 s each, 1 s in a crowd. */
    public static final BridgeLimits USUAL =
            new BridgeLimits(256 * MEBIBYTE, 512 * MEBIBYTE, 64, Duration.ofSeconds(20), Duration.ofSeconds(1));

    public BridgeLimits {
        if (mostBytes < 1 || mostBytesAtOnce < mostBytes || mostWaiting < 1) {
            throw new IllegalArgumentException("limits " + mostBytes + ", " + mostBytesAtOnce + ", " + mostWaiting
                    + " are not positive, or all bodies take less than one");
        }
        if (deadline.isNegative() || deadline.isZero() || deadlineInCrowd.isNegative() || deadlineInCrowd.isZero()) {
            throw new IllegalArgumentException("deadlines " + deadline + ", " + deadlineInCrowd + " are not positive");
        }
    }
}
