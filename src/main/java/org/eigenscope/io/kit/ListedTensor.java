package org.eigenscope.io.kit;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorAxes;
import org.eigenscope.io.TensorInfo;

/**
 * A tensor that a reader found in a file, and how to get at its entries.
 *
 * @param source reads all of them
 * @param rows walks over them, where they lie so that this costs no memory
 * @param runs reads some that follow each other, where that costs less than reading all
 * @param sparse reads those that are stored of a sparse matrix
 */
public record ListedTensor(
        TensorInfo info,
        TensorSource source,
        Optional<RowSource> rows,
        Optional<RunSource> runs,
        Optional<SparseEntries.Source> sparse) {
    /** Reads entries that follow each other in the order of the tensor, the last index fastest. */
    @FunctionalInterface
    public interface RunSource {
        double[] read(long from, long count, ReadJob job) throws IOException, EigenscopeException;
    }

    public ListedTensor {
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(sparse, "sparse");
    }

    /** A dense tensor. */
    public ListedTensor(TensorInfo info, TensorSource source, Optional<RowSource> rows, Optional<RunSource> runs) {
        this(info, source, rows, runs, Optional.empty());
    }

    /** A sparse matrix. */
    public static ListedTensor sparse(TensorInfo info, SparseEntries.Source entries) {
        return info.isReadable()
                ? new ListedTensor(
                        info,
                        job -> entries.read(job).toDense(job.label()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(entries))
                : unreadable(info);
    }

    /** A tensor of which no part is cheaper than the whole. */
    public ListedTensor(TensorInfo info, TensorSource source, Optional<RowSource> rows) {
        this(info, source, rows, Optional.empty());
    }

    /** The same tensor, after a look at something else that must not have changed. */
    public ListedTensor after(RowSource.Check check) {
        return new ListedTensor(
                info,
                job -> {
                    check.run();
                    return source.read(job);
                },
                rows.map(walks -> walks.after(check)),
                runs.map(some -> (from, count, job) -> {
                    check.run();
                    return some.read(from, count, job);
                }),
                sparse.map(entries -> job -> {
                    check.run();
                    return entries.read(job);
                }));
    }

    /** The same tensor with what its axes are. */
    public ListedTensor withAxes(TensorAxes axes) {
        return withInfo(info.withAxes(axes));
    }

    /** The same tensor with something else said of it. */
    public ListedTensor withInfo(TensorInfo told) {
        return new ListedTensor(told, source, rows, runs, sparse);
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
                Optional.of(region.rows()),
                region.layout().firstIndexFastest() ? Optional.empty() : Optional.of(region::run));
    }

    /** A tensor that is listed but never read. */
    public static ListedTensor unreadable(TensorInfo info) {
        if (info.isReadable()) {
            throw new IllegalArgumentException("tensor " + info.name() + " gives no reason for being skipped");
        }
        return new ListedTensor(info, job -> {
            throw new BadInputException(
                    job.label() + " cannot be read: " + info.skipReason().orElse("") + ".");
        });
    }
}
