package org.eigenscope.io;

import java.util.Objects;

/** A tensor that a reader found in a file, and how to get at its entries. */
public record ListedTensor(TensorInfo info, TensorSource source) {
    public ListedTensor {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(source, "source");
    }

    /** A tensor that is listed but never read. */
    public static ListedTensor unreadable(TensorInfo info) {
        if (info.isReadable()) {
            throw new IllegalArgumentException("tensor " + info.name() + " gives no reason for being skipped");
        }
        return new ListedTensor(info, job -> {
            throw new IllegalStateException(job.label() + " was to be skipped: " + info.skipReason());
        });
    }
}
