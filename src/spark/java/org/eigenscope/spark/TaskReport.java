package org.eigenscope.spark;

import java.io.Serializable;

/**
 * What a task tells the driver.
 *
 * @param milliseconds that it took, reading and writing included
 * @param reason why it failed or what is missing; empty if nothing is
 */
record TaskReport(Outcome outcome, long milliseconds, String reason) implements Serializable {
    /** How a row came about. */
    enum Outcome {
        COMPUTED,
        /** Its results were those of an equal matrix of an earlier run. */
        SHARED,
        FAILED
    }
}
