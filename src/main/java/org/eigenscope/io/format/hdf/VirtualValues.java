package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.hdf.chunk.Scatter;
import org.eigenscope.io.format.hdf.header.VirtualLayout;
import org.eigenscope.io.format.hdf.virtual.Runs;
import org.eigenscope.io.format.hdf.virtual.VirtualMapping;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;

/** Reads a virtual dataset by reading its sources, which may be virtual themselves. */
final class VirtualValues {
    private static final long SMALL = 1 << 20;

    /** How many entries of a large dataset may be without a source for one that has some. */
    private static final int SPARSEST = 64;

    private final HdfDataset dataset;
    private final ElementType type;
    private final ReadJob job;
    private final Map<String, Source> kept = new LinkedHashMap<>();

    /** @param type of the outermost dataset: types in between change nothing */
    private VirtualValues(HdfDataset dataset, ElementType type, ReadJob job) {
        this.dataset = dataset;
        this.type = type;
        this.job = job;
    }

    private record Source(long[] shape, double[] values) {}

    /**
     * All entries in the order of {@code axes}.
     *
     * @param dataset with the sizes that it had when it was listed
     */
    static double[] read(
            HdfContainer container, VirtualSources sources, HdfDataset dataset, AxisOrder axes, ReadJob job)
            throws IOException, EigenscopeException {
        double[] stored;
        try {
            VirtualParts parts = VirtualParts.of(container, dataset, sources);
            if (!parts.shape().equals(dataset.shape())) {
                throw new BadInputException("its sources have other sizes than before");
            }
            stored = new VirtualValues(dataset, dataset.numbers().type().orElseThrow(), job).stored(parts.parts());
        } catch (BadInputException failure) {
            throw new BadInputException(
                    job.label() + " cannot be read: " + clause(failure.getMessage()) + ".", failure);
        }
        int dimensions = dataset.shape().size();
        if (axes.storedAxes().equals(AxisOrder.stored(dimensions).storedAxes())) {
            return stored;
        }
        int components = dataset.numbers().type().orElseThrow().components();
        double[] shown = MemoryBudget.allocate(stored.length, job.label());
        int[] sizes = dataset.shape().stream().mapToInt(Math::toIntExact).toArray();
        new Scatter(sizes, axes.strides(dataset.shape()), components).put(stored, stored.length / components, shown);
        return shown;
    }

    /** The dataset that is a mapping's source; empty if there is none of that name. Nothing of it is read but what it declares. */
    static Optional<HdfDataset> source(VirtualSources.Place place, VirtualMapping mapping)
            throws IOException, EigenscopeException {
        try (HdfContainer container = place.open()) {
            return declared(container, place, mapping);
        }
    }

    /** A message without the stop at its end. */
    static String clause(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    static String name(VirtualSources.Place place, VirtualMapping mapping) {
        return "the source " + place.label() + "#" + mapping.dataset();
    }

    private static Optional<HdfDataset> declared(
            HdfContainer container, VirtualSources.Place place, VirtualMapping mapping)
            throws IOException, EigenscopeException {
        long address = new SoftLinks(container).address("", HdfLink.soft("", mapping.dataset()));
        if (address < 0) {
            return Optional.empty();
        }
        String name = name(place, mapping);
        ObjectHeader header = container.header(address, name);
        if (!HdfFailures.guarded(name, () -> HdfDataset.isDataset(header))) {
            throw new BadInputException(name + " is no dataset");
        }
        HdfDataset dataset = HdfFailures.guarded(name, () -> HdfDataset.of(container.storage(), header, name));
        if (dataset.layout() instanceof VirtualLayout) {
            dataset = dataset.found(
                    VirtualParts.of(container, dataset, place.sources()).shape());
        }
        return Optional.of(dataset);
    }

    private double[] stored(List<VirtualParts.Part> parts) throws IOException, EigenscopeException {
        long[] shape = dataset.shape().stream().mapToLong(Long::longValue).toArray();
        refuseHollow(parts, shape);
        double[] values = MemoryBudget.allocate(dataset.entries() * type.components(), job.label());
        if (dataset.fill() != 0) {
            Arrays.fill(values, dataset.fill());
        }
        int done = 0;
        for (VirtualParts.Part part : parts) {
            job.checkpoint((double) done++ / parts.size());
            VirtualMapping mapping = part.mapping();
            if (mapping.target().isInside(shape) && mapping.target().count(shape) == 0) {
                continue;
            }
            Source source = source(part);
            boolean fits = mapping.target().isInside(shape)
                    && mapping.source().isInside(source.shape())
                    && mapping.source().count(source.shape())
                            == mapping.target().count(shape);
            if (!fits) {
                throw new BadInputException("it takes another part of " + name(part) + " than there is");
            }
            copy(
                    mapping.source().runs(source.shape()),
                    source.values(),
                    mapping.target().runs(shape),
                    values);
        }
        return values;
    }

    /** A file may declare any shape and give hardly anything of it. */
    private void refuseHollow(List<VirtualParts.Part> parts, long[] shape) throws BadInputException {
        long given = 0;
        for (VirtualParts.Part part : parts) {
            if (part.mapping().target().isInside(shape)) {
                given += part.mapping().target().count(shape);
            }
        }
        if (dataset.entries() > SMALL && dataset.entries() / SPARSEST > given) {
            throw new BadInputException("only " + given + " of its " + dataset.entries() + " entries have a source");
        }
    }

    private void copy(Runs from, double[] source, Runs to, double[] values) {
        long fromAt = 0;
        long toAt = 0;
        long fromLeft = 0;
        long toLeft = 0;
        int components = type.components();
        while (true) {
            if (toLeft == 0) {
                if (!to.next()) {
                    return;
                }
                toAt = to.start();
                toLeft = to.length();
            }
            if (fromLeft == 0) {
                if (!from.next()) {
                    return;
                }
                fromAt = from.start();
                fromLeft = from.length();
            }
            long length = Math.min(fromLeft, toLeft);
            int count = Math.toIntExact(length * components);
            System.arraycopy(source, (int) (fromAt * components), values, (int) (toAt * components), count);
            fromAt += length;
            toAt += length;
            fromLeft -= length;
            toLeft -= length;
        }
    }

    /** The entries of a source, converted; what was read before is kept as long as there is room for as much as the whole. */
    private Source source(VirtualParts.Part part) throws IOException, EigenscopeException {
        String key = part.place().label() + "#" + part.mapping().dataset();
        Source source = kept.get(key);
        if (source == null) {
            source = load(part);
            part.place().budget().countEntries(source.values().length);
            long room = Math.max(dataset.entries() * type.components(), SMALL) - source.values().length;
            while (!kept.isEmpty()
                    && kept.values().stream()
                                    .mapToLong(one -> one.values().length)
                                    .sum()
                            > room) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(key, source);
        }
        return source;
    }

    private Source load(VirtualParts.Part part) throws IOException, EigenscopeException {
        ReadJob inner = new ReadJob(name(part), job.progress(), job.cancel());
        try (HdfContainer container = part.place().open()) {
            HdfDataset declared = declared(container, part.place(), part.mapping())
                    .orElseThrow(() -> new BadInputException(name(part) + " is missing"));
            Optional<String> reason = declared.numbers().type().isEmpty()
                    ? Optional.of(declared.numbers().skipReason())
                    : declared.skipReason();
            if (reason.isPresent()) {
                throw new BadInputException(name(part) + " is skipped (" + reason.get() + ")");
            }
            ElementType own = declared.numbers().type().orElseThrow();
            double[] values;
            if (declared.layout() instanceof VirtualLayout && own.isComplex() == type.isComplex()) {
                VirtualParts parts =
                        VirtualParts.of(container, declared, part.place().sources());
                values = new VirtualValues(declared, type, inner).stored(parts.parts());
            } else {
                requireConvertible(own, part);
                values = HdfValues.read(
                        container, declared, AxisOrder.stored(declared.shape().size()), inner);
                convert(values, own);
            }
            return new Source(
                    declared.shape().stream().mapToLong(Long::longValue).toArray(), values);
        }
    }

    private void requireConvertible(ElementType from, VirtualParts.Part part) throws BadInputException {
        boolean rounded = type == ElementType.F64 || type == ElementType.F32;
        if (from != type && (from.isComplex() || !rounded)) {
            throw new BadInputException(
                    name(part) + " is " + from.displayName() + ", and the whole is " + type.displayName());
        }
    }

    /** Numbers of another type are rounded to that of the whole, as HDF5 does. */
    private void convert(double[] values, ElementType from) {
        if (from != type && type == ElementType.F32) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) values[i];
            }
        }
    }

    private static String name(VirtualParts.Part part) {
        return name(part.place(), part.mapping());
    }
}
