package org.eigenscope.io.format.hdf.virtual;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The same blocks along each axis, all combinations of them.
 *
 * @param axes what is selected of each axis
 * @param limits how many indices count of each axis, {@link Long#MAX_VALUE} for all
 */
public record Regular(List<Slab> axes, List<Long> limits) implements Selection {
    public Regular {
        axes = List.copyOf(axes);
        limits = List.copyOf(limits);
        if (axes.stream().filter(Slab::isUnlimited).count() > 1) {
            throw new IllegalArgumentException("more than one axis without a limit");
        }
    }

    static Regular of(List<Slab> axes) {
        return new Regular(axes, axes.stream().map(slab -> Long.MAX_VALUE).toList());
    }

    /** The axis along which the selection goes on for ever. */
    public OptionalInt unlimitedAxis() {
        return IntStream.range(0, axes.size())
                .filter(axis -> axes.get(axis).isUnlimited() && limits.get(axis) == Long.MAX_VALUE)
                .findFirst();
    }

    @Override
    public boolean isUnlimited() {
        return unlimitedAxis().isPresent();
    }

    /** How many indices of the unlimited axis lie below a size. */
    public long indicesBelow(long size) {
        return axes.get(unlimitedAxis().orElseThrow()).indicesBelow(size);
    }

    /** The size of the unlimited axis that has just so many indices. */
    public long sizeOf(long indices) {
        return axes.get(unlimitedAxis().orElseThrow()).sizeOf(indices);
    }

    /** The first indices of the unlimited axis alone. */
    public Regular first(long indices) {
        int axis = unlimitedAxis().orElseThrow();
        return new Regular(
                axes,
                IntStream.range(0, axes.size())
                        .mapToObj(i -> i == axis ? Long.valueOf(indices) : limits.get(i))
                        .toList());
    }

    /** One block of the unlimited axis alone; empty bounds where that axis has one endless block. */
    public Regular block(long number) {
        int axis = unlimitedAxis().orElseThrow();
        return of(IntStream.range(0, axes.size())
                .mapToObj(i -> i == axis ? axes.get(i).only(number) : axes.get(i))
                .toList());
    }

    @Override
    public long count(long[] shape) {
        long count = 1;
        for (int axis = 0; axis < axes.size(); axis++) {
            count = Math.multiplyExact(count, along(axis, shape));
        }
        return count;
    }

    @Override
    public boolean isInside(long[] shape) {
        if (shape.length != axes.size()) {
            return false;
        }
        long[] least = least(shape.length);
        return IntStream.range(0, shape.length).allMatch(axis -> least[axis] <= shape[axis]);
    }

    @Override
    public long[] least(int dimensions) {
        long[] least = new long[dimensions];
        for (int axis = 0; axis < Math.min(dimensions, axes.size()); axis++) {
            long limit = limits.get(axis);
            Slab slab = axes.get(axis);
            if (limit != Long.MAX_VALUE) {
                least[axis] = slab.sizeOf(limit);
            } else if (!slab.isUnlimited()) {
                least[axis] = slab.sizeOf(Math.multiplyExact(slab.count(), slab.block()));
            }
        }
        return least;
    }

    @Override
    public Runs runs(long[] shape) {
        return new RegularRuns(
                axes,
                IntStream.range(0, axes.size())
                        .mapToLong(axis -> along(axis, shape))
                        .toArray(),
                shape);
    }

    private long along(int axis, long[] shape) {
        return Math.min(limits.get(axis), axes.get(axis).indicesBelow(shape[axis]));
    }
}
