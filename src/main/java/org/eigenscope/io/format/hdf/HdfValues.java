package org.eigenscope.io.format.hdf;

import io.jhdf.Constants;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.hdf.chunk.ChunkFilter;
import org.eigenscope.io.format.hdf.chunk.ChunkPlacement;
import org.eigenscope.io.format.hdf.chunk.Scatter;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.EntryDecoder;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/** Reads the entries of one dataset into the order in which its tensor is shown. */
public final class HdfValues {
    /** What an entirely unwritten dataset may be long, so that small ones still read as their fill value. */
    private static final long ALWAYS_ALLOWED = 1 << 20;

    private final HdfContainer container;
    private final HdfDataset dataset;
    private final ReadJob job;
    private final ElementType type;
    private final int[] strides;

    private HdfValues(HdfContainer container, HdfDataset dataset, AxisOrder axes, ReadJob job) {
        this.container = container;
        this.dataset = dataset;
        this.job = job;
        this.type = dataset.numbers().type().orElseThrow();
        this.strides = axes.strides(dataset.shape());
    }

    /** All entries, row-major in the order of {@code axes}. */
    public static double[] read(HdfContainer container, HdfDataset dataset, AxisOrder axes, ReadJob job)
            throws IOException, EigenscopeException {
        if (dataset.entries() == 0) {
            // one size of zero makes any other possible
            return new double[0];
        }
        HdfValues values = new HdfValues(container, dataset, axes, job);
        if (dataset.layout() instanceof CompactDataLayoutMessage compact) {
            return values.compact(compact.getDataBuffer());
        }
        if (dataset.layout() instanceof ContiguousDataLayoutMessage contiguous) {
            return values.contiguous(contiguous.getAddress());
        }
        return values.chunked();
    }

    private double[] compact(ByteBuffer bytes) throws EigenscopeException {
        if (bytes.remaining() < dataset.bytes()) {
            throw truncated(bytes.remaining());
        }
        double[] values = MemoryBudget.allocate(dataset.entries() * type.components(), job.label());
        place(bytes, sizes(), new long[strides.length], values);
        return values;
    }

    private double[] contiguous(long address) throws IOException, EigenscopeException {
        long available = container.storage().size() - address;
        if (address < 0 || available < dataset.bytes()) {
            throw truncated(Math.max(available, 0));
        }
        double[] values = MemoryBudget.allocate(dataset.entries() * type.components(), job.label());
        try (BlockSource blocks = container.source().blocks(container.position(address), dataset.bytes())) {
            Scatter scatter = new Scatter(sizes(), strides, type.components());
            int entries = (int) dataset.entries();
            int most = Math.min(DenseLayout.BLOCK_BYTES / type.bytes(), entries);
            double[] block = new double[most * type.components()];
            for (int done = 0; done < entries; done += most) {
                job.checkpoint((double) done / entries);
                int count = Math.min(most, entries - done);
                ByteBuffer bytes = blocks.next(count * type.bytes());
                EntryDecoder.decode(type, bytes.order(dataset.numbers().order()), block, 0, count);
                scatter.put(block, count, values);
            }
        }
        return values;
    }

    private double[] chunked() throws IOException, EigenscopeException {
        int[] chunkShape = ChunkList.chunkShape(dataset.layout());
        int chunkBytes = ChunkList.chunkBytes(chunkShape, type.bytes(), dataset.shape());
        if (chunkBytes < 0) {
            throw new BadInputException(job.label() + " declares impossible chunks: the file is damaged.");
        }
        List<Chunk> chunks = HdfFailures.guarded(
                job.label(), () -> stored(ChunkList.of(container.storage(), dataset, chunkShape, chunkBytes)));
        refuseHollow(chunks);
        double[] values = MemoryBudget.allocate(dataset.entries() * type.components(), job.label());
        if (dataset.fill() != 0) {
            Arrays.fill(values, dataset.fill());
        }
        int done = 0;
        for (Chunk chunk : chunks) {
            job.checkpoint((double) done++ / chunks.size());
            place(unpack(chunk, chunkBytes), chunkShape, chunk.getChunkOffset(), values);
        }
        return values;
    }

    /** Chunks that were written, each inside the file, at a place of its own, on the grid. */
    private List<Chunk> stored(Iterable<Chunk> listed) throws BadInputException {
        int[] chunkShape = ChunkList.chunkShape(dataset.layout());
        List<Chunk> chunks = new ArrayList<>();
        Set<List<Long>> places = new HashSet<>();
        for (Chunk chunk : listed) {
            if (chunk.getAddress() == Constants.UNDEFINED_ADDRESS) {
                continue;
            }
            List<Long> place = Arrays.stream(chunk.getChunkOffset()).boxed().toList();
            boolean inside = chunk.getSize() >= 0
                    && chunk.getAddress() >= 0
                    && chunk.getAddress() <= container.storage().size() - chunk.getSize();
            if (!inside || !isOnGrid(place, chunkShape) || !places.add(place)) {
                throw new BadInputException(
                        job.label() + " has a chunk outside the file or out of place: it is damaged.");
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    private boolean isOnGrid(List<Long> place, int[] chunkShape) {
        for (int axis = 0; axis < chunkShape.length; axis++) {
            long at = place.get(axis);
            if (at < 0 || at >= dataset.shape().get(axis) || at % chunkShape[axis] != 0) {
                return false;
            }
        }
        return true;
    }

    /** A file may declare any shape and store hardly anything of it. */
    private void refuseHollow(List<Chunk> chunks) throws BadInputException {
        long stored = chunks.stream().mapToLong(Chunk::getSize).sum();
        if (dataset.bytes() / ChunkFilter.MOST_EXPANSION
                > Math.max(stored, ALWAYS_ALLOWED / ChunkFilter.MOST_EXPANSION)) {
            throw new BadInputException(
                    job.label() + " declares " + dataset.bytes() + " bytes, but the file stores only " + stored
                            + " of them: nearly nothing of it was ever written, or it is damaged.");
        }
    }

    private ByteBuffer unpack(Chunk chunk, int chunkBytes) throws IOException, BadInputException {
        refuseImpossible(chunk, chunkBytes);
        ByteBuffer raw = container.source().read(container.position(chunk.getAddress()), chunk.getSize());
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        for (int i = dataset.filters().size() - 1; i >= 0; i--) {
            if (!chunk.getFilterMask().get(i)) {
                bytes = dataset.filters().get(i).undo(bytes, mostAfter(i, chunkBytes));
            }
        }
        if (bytes.length < chunkBytes) {
            throw truncated(bytes.length);
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Checksums and headers that came before packing lengthen what is to be unpacked. */
    private int mostAfter(int filter, int chunkBytes) {
        long extra = dataset.filters().subList(0, filter).stream()
                .mapToLong(ChunkFilter::extraBytes)
                .sum();
        return Math.toIntExact(chunkBytes + extra);
    }

    private void refuseImpossible(Chunk chunk, int chunkBytes) throws BadInputException {
        long packers = dataset.filters().stream().filter(ChunkFilter::unpacks).count();
        long most = packers == 0 ? chunk.getSize() : chunk.getSize() * (long) ChunkFilter.MOST_EXPANSION;
        boolean constant = dataset.filters().stream().anyMatch(ChunkFilter::mayBeConstant);
        if (packers > 1 || chunkBytes > (constant ? Math.max(most, ALWAYS_ALLOWED) : most)) {
            throw new BadInputException(job.label() + " declares chunks of " + chunkBytes
                    + " bytes, which cannot come from the " + chunk.getSize() + " stored: the file is damaged.");
        }
    }

    /** Puts a block of the array where it belongs, leaving out what of it lies beyond the array's edge. */
    private void place(ByteBuffer bytes, int[] blockShape, long[] at, double[] values) {
        ChunkPlacement placement = new ChunkPlacement(dataset.shape(), strides, blockShape, type.components());
        bytes.order(dataset.numbers().order());
        placement.place(
                at,
                (entry, count, out) -> EntryDecoder.decode(type, bytes.position(entry * type.bytes()), out, 0, count),
                values);
    }

    private int[] sizes() {
        return dataset.shape().stream().mapToInt(Math::toIntExact).toArray();
    }

    private BadInputException truncated(long available) {
        return new BadInputException(job.label() + " declares " + dataset.bytes() + " bytes, but only " + available
                + " are there: the file is truncated or damaged.");
    }
}
