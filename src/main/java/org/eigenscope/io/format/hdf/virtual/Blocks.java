package org.eigenscope.io.format.hdf.virtual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Any set of blocks that do not overlap.
 *
 * @param blocks the first and the last index of each along every axis
 */
public record Blocks(List<Block> blocks) implements Selection {
    /** A block: its first and last index along every axis. */
    public record Block(List<Long> first, List<Long> last) {
        public Block {
            first = List.copyOf(first);
            last = List.copyOf(last);
            for (int axis = 0; axis < first.size(); axis++) {
                if (first.get(axis) < 0 || last.get(axis) < first.get(axis) || last.get(axis) >= 1L << 40) {
                    throw new IllegalArgumentException("a block from " + first + " to " + last);
                }
            }
        }

        private long entries() {
            long entries = 1;
            for (int axis = 0; axis < first.size(); axis++) {
                entries = Math.multiplyExact(entries, last.get(axis) - first.get(axis) + 1);
            }
            return entries;
        }
    }

    public Blocks {
        blocks = List.copyOf(blocks);
    }

    @Override
    public long count(long[] shape) {
        return blocks.stream().mapToLong(Block::entries).reduce(0, Math::addExact);
    }

    @Override
    public boolean isInside(long[] shape) {
        return blocks.stream()
                .allMatch(block ->
                        isBelow(block.last().stream().mapToLong(Long::longValue).toArray(), shape));
    }

    @Override
    public long[] least(int dimensions) {
        long[] least = new long[dimensions];
        for (Block block : blocks) {
            for (int axis = 0; axis < Math.min(dimensions, block.last().size()); axis++) {
                least[axis] = Math.max(least[axis], block.last().get(axis) + 1);
            }
        }
        return least;
    }

    @Override
    public Runs runs(long[] shape) {
        List<long[]> runs = new ArrayList<>();
        if (!blocks.isEmpty()) {
            walk(blocks, 0, 0, shape, runs);
        }
        return new ListedRuns(runs);
    }

    /** The entries come in the order of the array, however the blocks lie: so each axis is cut where a block begins or ends. */
    private static void walk(List<Block> blocks, int axis, long before, long[] shape, List<long[]> runs) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Block block : blocks) {
            cuts.add(block.first().get(axis));
            cuts.add(block.last().get(axis) + 1);
        }
        Comparator<Block> byFirst = Comparator.comparing(block -> block.first().get(axis));
        Deque<Block> later = new ArrayDeque<>(blocks.stream().sorted(byFirst).toList());
        List<Block> here = new ArrayList<>();
        long from = cuts.first();
        for (long to : cuts.tailSet(from, false)) {
            long left = from;
            here.removeIf(block -> block.last().get(axis) < left);
            while (!later.isEmpty() && later.peek().first().get(axis) <= left) {
                here.add(later.poll());
            }
            between(here, axis, before * shape[axis], new long[] {from, to}, shape, runs);
            from = to;
        }
    }

    private static void between(
            List<Block> here, int axis, long before, long[] interval, long[] shape, List<long[]> runs) {
        if (!here.isEmpty() && axis == shape.length - 1) {
            runs.add(new long[] {before + interval[0], interval[1] - interval[0]});
        } else if (!here.isEmpty()) {
            for (long index = interval[0]; index < interval[1]; index++) {
                walk(here, axis + 1, before + index, shape, runs);
            }
        }
    }

    static boolean isBelow(long[] index, long[] shape) {
        if (index.length != shape.length) {
            return false;
        }
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] < 0 || index[axis] >= shape[axis]) {
                return false;
            }
        }
        return true;
    }
}
