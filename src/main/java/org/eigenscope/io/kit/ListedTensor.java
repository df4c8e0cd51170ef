package org.eigenscope.io.kit;

import java.util.Objects;
import java.util.Optional;
import org.eigenscope.io.TensorInfo;

/** A tensor that a reader found in a file, and how to get at its entries. */
public record ListedTensor(TensorInfo info, TensorSource source, Optional<RowSource> rows) {
    public ListedTensor {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(rows, "rows");
    }

    /** A tensor that can only be read as a whole. */
    public ListedTensor(TensorInfo info, TensorSource source) {
        this(info, source, Optional.empty());
    }

    /** A tensor whose entries lie uncompressed in the file. */
    public static ListedTensor mapped(TensorInfo info, MappedRegion region) {
        return new ListedTensor(
                info,
                job -> {
                    try (BlockSource blocks = region.map()) {
                        return region.layout().read(blocks, job);
                    }
                },
                Optional.of(region.rows()));
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
