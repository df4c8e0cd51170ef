package org.eigenscope.io.format.hdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.hdf.header.VirtualLayout;
import org.eigenscope.io.format.hdf.virtual.Regular;
import org.eigenscope.io.format.hdf.virtual.VirtualMapping;

/**
 * The parts of a virtual dataset, as far as its sources are there: names with counters are counted, and selections without a limit end where
 * their sources do. The sizes follow from that, as in HDF5 with its default settings (last available, no gap).
 */
final class VirtualParts {
    private static final int MOST_PARTS = 100_000;

    private final VirtualSources sources;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final long[] sizes;
    private final long[] least;
    private final long[] grown;

    private VirtualParts(VirtualSources sources, List<Long> stored) {
        this.sources = sources;
        this.sizes = stored.stream().mapToLong(Long::longValue).toArray();
        this.least = new long[sizes.length];
        this.grown = new long[sizes.length];
        Arrays.fill(grown, -1);
    }

    /** A mapping without counters and limits, and the file of its source. */
    record Part(VirtualMapping mapping, VirtualSources.Place place) {}

    /**
     * Looks for the sources of a dataset.
     *
     * @throws BadInputException with a clause, if a source is outside the folder or its mapping makes no sense
     */
    static VirtualParts of(HdfContainer container, HdfDataset dataset, VirtualSources sources)
            throws IOException, EigenscopeException {
        VirtualLayout layout = (VirtualLayout) dataset.layout();
        List<VirtualMapping> mappings =
                HdfFailures.guarded(dataset.label(), () -> layout.mappings(container.storage()));
        VirtualParts parts = new VirtualParts(sources, dataset.shape());
        for (VirtualMapping mapping : mappings) {
            HdfFailures.guarded(dataset.label(), () -> {
                parts.add(mapping);
                return mapping;
            });
        }
        return parts;
    }

    List<Part> parts() {
        return parts;
    }

    /** The names of files that are not there. */
    Set<String> missing() {
        return missing;
    }

    /** The sizes of the dataset. */
    List<Long> shape() {
        List<Long> shape = new ArrayList<>();
        for (int axis = 0; axis < sizes.length; axis++) {
            shape.add(grown[axis] < 0 ? sizes[axis] : Math.max(grown[axis], least[axis]));
        }
        return shape;
    }

    private void add(VirtualMapping mapping) throws IOException, EigenscopeException {
        if (!mapping.target().isUnlimited()) {
            if (mapping.isCounted() || mapping.source().isUnlimited()) {
                throw new BadInputException("a source of it is endless and its place is not");
            }
            long[] needed = mapping.target().least(sizes.length);
            for (int axis = 0; axis < sizes.length; axis++) {
                least[axis] = Math.max(least[axis], needed[axis]);
            }
            limited(mapping.numbered(0));
        } else if (mapping.isCounted()) {
            counted(mapping, (Regular) mapping.target());
        } else {
            unlimited(mapping, (Regular) mapping.target());
        }
    }

    private void limited(VirtualMapping mapping) throws BadInputException {
        Optional<VirtualSources.Place> place = sources.place(mapping);
        if (place.isEmpty()) {
            missing.add(mapping.file());
        } else {
            keep(new Part(mapping, place.get()));
        }
    }

    private void keep(Part part) throws BadInputException {
        if (parts.size() == MOST_PARTS) {
            throw new BadInputException("it has more than " + MOST_PARTS + " parts");
        }
        parts.add(part);
    }

    /** Blocks until one has no source. */
    private void counted(VirtualMapping mapping, Regular target) throws IOException, EigenscopeException {
        int axis = target.unlimitedAxis().orElseThrow();
        grown[axis] = Math.max(grown[axis], 0);
        for (long block = 0; ; block++) {
            VirtualMapping one = mapping.numbered(block);
            Optional<VirtualSources.Place> place = sources.place(one);
            if (place.isEmpty() || VirtualValues.source(place.get(), one).isEmpty()) {
                return;
            }
            grown[axis] = Math.max(grown[axis], one.target().least(sizes.length)[axis]);
            keep(new Part(one, place.get()));
        }
    }

    private void unlimited(VirtualMapping mapping, Regular target) throws IOException, EigenscopeException {
        int axis = target.unlimitedAxis().orElseThrow();
        grown[axis] = Math.max(grown[axis], 0);
        VirtualMapping named = new VirtualMapping(
                mapping.numbered(0).file(), mapping.numbered(0).dataset(), mapping.source(), mapping.target());
        Optional<VirtualSources.Place> place = sources.place(named);
        if (place.isEmpty()) {
            missing.add(named.file());
            return;
        }
        if (!(mapping.source() instanceof Regular source) || !source.isUnlimited()) {
            throw new BadInputException("a part of it is endless and its source is not");
        }
        HdfDataset dataset = VirtualValues.source(place.get(), named)
                .orElseThrow(() -> new BadInputException(VirtualValues.name(place.get(), named) + " is missing"));
        int along = source.unlimitedAxis().orElseThrow();
        if (along >= dataset.shape().size()) {
            throw new BadInputException("a source of it has other dimensions than it says");
        }
        long indices = source.indicesBelow(dataset.shape().get(along));
        grown[axis] = Math.max(grown[axis], target.sizeOf(indices));
        keep(new Part(
                new VirtualMapping(named.file(), named.dataset(), source.first(indices), target.first(indices)),
                place.get()));
    }
}
