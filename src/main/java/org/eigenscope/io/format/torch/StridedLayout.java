package org.eigenscope.io.format.torch;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/**
 * How a view lies in the entries it looks at: neighbours along dimension d are {@code strides[d]} entries apart, so that a
 * transposed matrix or a slice needs no copy.
 *
 * @param shape the sizes, outermost first, none of them 0
 * @param strides none negative
 */
record StridedLayout(ElementType type, ByteOrder order, List<Long> shape, List<Long> strides) {
    /** Farther apart, entries are better fetched one by one than with all that lies between them. */
    private static final long MAX_FETCHED_STRIDE = 8;

    /** One dimension: its size and how far a step along it goes in the file and in the result, in entries. */
    private record Axis(int size, long from, int to) {}

    /** Entries from the first to the last, both included. */
    long span() throws ArithmeticException {
        long last = 0;
        for (int d = 0; d < shape.size(); d++) {
            last = Math.addExact(last, Math.multiplyExact(shape.get(d) - 1, strides.get(d)));
        }
        return Math.addExact(last, 1L);
    }

    /** Whether the entries follow each other without gaps, the last index fastest. */
    boolean isDense() {
        long expected = 1;
        for (int d = shape.size() - 1; d >= 0; d--) {
            if (shape.get(d) != 1 && strides.get(d) != expected) {
                return false;
            }
            expected *= shape.get(d);
        }
        return true;
    }

    /** The same without strides where the entries follow each other, row by row, or column by column in two dimensions. */
    Optional<DenseLayout> dense() {
        if (isDense()) {
            return Optional.of(new DenseLayout(type, order, false, shape));
        }
        boolean byColumns =
                shape.size() == 2 && strides.get(0) == 1 && strides.get(1).equals(shape.get(0));
        return byColumns ? Optional.of(new DenseLayout(type, order, true, shape)) : Optional.empty();
    }

    /**
     * Row-major over first × rest, from a mapped file; two doubles for a complex entry.
     *
     * @param start the byte of the view's first entry
     */
    double[] read(Path path, long start, ReadJob job) throws IOException, EigenscopeException {
        if (isDense()) {
            try (BlockSource blocks = MappedBlocks.open(path, start, span() * type.bytes())) {
                return new DenseLayout(type, order, false, shape).read(blocks, job);
            }
        }
        double[] values = MemoryBudget.allocate(TensorShape.countEntries(shape) * type.components(), job.label());
        try (MappedStorage region = MappedStorage.open(path, start, span() * type.bytes())) {
            new Gatherer(region, values, job).gather(axes());
        }
        return values;
    }

    /** The dimensions, largest step first: the file is then walked front to back as far as possible. */
    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        int to = 1;
        for (int d = shape.size() - 1; d >= 0; d--) {
            int size = Math.toIntExact(shape.get(d));
            if (size > 1) {
                axes.add(new Axis(size, strides.get(d), to));
            }
            to *= size;
        }
        axes.sort(Comparator.comparingLong(Axis::from).reversed());
        return axes;
    }

    /** Copies entries from where they are to where they belong. */
    private final class Gatherer {
        private final MappedStorage region;
        private final double[] values;
        private final ReadJob job;
        private final int size = type.components();
        private final double[] fetched = new double[DenseLayout.BLOCK_BYTES / Double.BYTES];
        private int done;
        private int reported;

        Gatherer(MappedStorage region, double[] values, ReadJob job) {
            this.region = region;
            this.values = values;
            this.job = job;
        }

        void gather(List<Axis> axes) throws IOException, EigenscopeException {
            gather(axes, 0, 0, 0);
        }

        /** Recurses over the dimensions, of which there are at most {@link TensorShape}'s few. */
        private void gather(List<Axis> axes, int depth, long from, int to) throws IOException, EigenscopeException {
            Axis axis = axes.get(depth);
            if (depth == axes.size() - 1) {
                gatherRun(axis, from, to);
                return;
            }
            for (int i = 0; i < axis.size(); i++) {
                gather(axes, depth + 1, from + i * axis.from(), to + i * axis.to());
            }
        }

        private void gatherRun(Axis axis, long from, int to) throws IOException, EigenscopeException {
            long step = axis.from();
            int most = step > MAX_FETCHED_STRIDE ? 1 : (int) ((fetched.length / size - 1) / Math.max(step, 1)) + 1;
            for (int i = 0; i < axis.size(); i += most) {
                int count = Math.min(most, axis.size() - i);
                int between = (int) (step > MAX_FETCHED_STRIDE ? 0 : step);
                fetch(from + i * step, (count - 1) * between + 1);
                for (int j = 0; j < count; j++) {
                    int target = (to + (i + j) * axis.to()) * size;
                    System.arraycopy(fetched, j * between * size, values, target, size);
                }
            }
            done += axis.size();
            if (done - reported >= fetched.length / size) {
                reported = done;
                job.checkpoint((double) done * size / values.length);
            }
        }

        private void fetch(long entry, int count) throws IOException {
            int bytes = type.bytes();
            EntryDecoder.decode(type, region.block(entry * bytes, count * bytes).order(order), fetched, 0, count);
        }
    }
}
