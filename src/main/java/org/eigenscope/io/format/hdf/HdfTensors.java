package org.eigenscope.io.format.hdf;

import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.RowSource;
import org.eigenscope.matrix.ElementType;

/** Makes lines of the listing from what headers declare. */
public final class HdfTensors {
    private static final int MOST_NAMES = 3;

    private final HdfSource.Opener opener;
    private final String file;
    private final Optional<Path> path;
    private final Set<Path> companions = new LinkedHashSet<>();

    /**
     * For one file.
     *
     * @param opener opens it anew for each reading
     * @param file its name in messages
     * @param path where it is; empty if it is inside another file, so that none lie beside it
     */
    HdfTensors(HdfSource.Opener opener, String file, Optional<Path> path) {
        this.opener = opener;
        this.file = file;
        this.path = path;
    }

    /** For a file in which virtual datasets are not looked for. */
    public HdfTensors(HdfSource.Opener opener, String file) {
        this(opener, file, Optional.empty());
    }

    /** The other files that hold a part of what was listed. */
    Set<Path> companions() {
        return Set.copyOf(companions);
    }

    HdfSource.Opener opener() {
        return opener;
    }

    /** A dataset under the name and with the axes given. */
    public ListedTensor dataset(String name, HdfDataset dataset, AxisOrder axes) {
        List<Long> shape = axes.shown(dataset.shape());
        if (dataset.numbers().type().isEmpty()) {
            return ListedTensor.unreadable(
                    TensorInfo.skipped(name, shape, dataset.numbers().skipReason()));
        }
        ElementType type = dataset.numbers().type().get();
        Optional<String> reason = TensorShape.skipReason(shape).or(dataset::skipReason);
        TensorInfo info = new TensorInfo(name, Optional.of(type), shape, reason).withNote(axes.note());
        if (!info.hasEntries() || dataset.skipReason().isPresent()) {
            return ListedTensor.unreadable(info);
        }
        return new ListedTensor(
                info,
                job -> {
                    try (HdfContainer container = HdfContainer.open(opener, file)) {
                        return HdfValues.read(container, dataset, axes, job);
                    }
                },
                rows(dataset, axes));
    }

    /** A virtual dataset: its sources are looked for now, and read when it is. */
    ListedTensor virtual(HdfContainer container, String name, HdfDataset declared, AxisOrder axes)
            throws IOException, EigenscopeException {
        VirtualParts parts;
        try {
            parts = VirtualParts.of(
                    container, declared, new VirtualSources(opener, file, path, VirtualBudget.ofListing()));
        } catch (BadInputException unusable) {
            return dataset(name, declared.without("virtual, and " + VirtualValues.clause(unusable.getMessage())), axes);
        }
        if (parts.parts().isEmpty()) {
            String none = parts.missing().isEmpty()
                    ? "it has no sources"
                    : "none of its sources is there (" + String.join(", ", parts.missing()) + ")";
            return dataset(name, declared.without("virtual, and " + none), axes);
        }
        parts.parts()
                .forEach(part -> part.place()
                        .path()
                        .filter(other -> !path.equals(Optional.of(other)))
                        .ifPresent(companions::add));
        HdfDataset dataset = declared.found(parts.shape());
        TensorInfo info = dataset(name, dataset, axes).info().withNote(note(parts, dataset, axes));
        return info.hasEntries() && declared.numbers().type().isPresent()
                ? new ListedTensor(info, job -> {
                    VirtualBudget budget = VirtualBudget.ofReading(dataset.entries());
                    try (HdfContainer again = HdfContainer.open(opener, file)) {
                        VirtualSources sources = new VirtualSources(opener, file, path, budget);
                        return VirtualValues.read(again, sources, dataset, axes, job);
                    }
                })
                : ListedTensor.unreadable(info);
    }

    private static String note(VirtualParts parts, HdfDataset dataset, AxisOrder axes) {
        int count = parts.parts().size();
        StringBuilder note = new StringBuilder("virtual, of " + count + (count == 1 ? " part" : " parts"));
        if (!parts.missing().isEmpty()) {
            double fill = dataset.fill();
            note.append("; missing and filled with ")
                    .append(fill == Math.rint(fill) ? String.valueOf((long) fill) : String.valueOf(fill))
                    .append(": ")
                    .append(String.join(
                            ", ", parts.missing().stream().limit(MOST_NAMES).toList()))
                    .append(parts.missing().size() > MOST_NAMES ? " and others" : "");
        }
        return note.append(axes.note().isEmpty() ? "" : "; " + axes.note()).toString();
    }

    /** Where the entries follow each other in the file in the order shown, or in two dimensions in the other one. */
    private Optional<RowSource> rows(HdfDataset dataset, AxisOrder axes) {
        int dimensions = dataset.shape().size();
        boolean asStored = axes.storedAxes().equals(AxisOrder.stored(dimensions).storedAxes());
        if (!(dataset.layout() instanceof ContiguousDataLayoutMessage contiguous) || !(asStored || dimensions == 2)) {
            return Optional.empty();
        }
        DenseLayout layout = new DenseLayout(
                dataset.numbers().type().orElseThrow(),
                dataset.numbers().order(),
                !asStored,
                axes.shown(dataset.shape()));
        return Optional.of(new RowSource(layout, () -> walk(dataset, contiguous.getAddress()), false));
    }

    private BlockSource walk(HdfDataset dataset, long address) throws IOException, EigenscopeException {
        try (HdfContainer container = HdfContainer.open(opener, file)) {
            if (address < 0 || container.storage().size() - address < dataset.bytes()) {
                throw new EOFException("the data end early");
            }
            return container.source().walk(container.position(address), dataset.bytes());
        }
    }

    /** Something that is no dataset, or none that can be understood. */
    public static ListedTensor skipped(String name, String reason) {
        return ListedTensor.unreadable(TensorInfo.missing(name, reason));
    }

    /** An object that failed to be parsed; the others are listed all the same. */
    public static ListedTensor damaged(String name, BadInputException failure) throws BadInputException {
        if (HdfFailures.isHopeless(failure)) {
            throw failure;
        }
        return skipped(name, "damaged, or of a kind of HDF5 that cannot be read");
    }
}
