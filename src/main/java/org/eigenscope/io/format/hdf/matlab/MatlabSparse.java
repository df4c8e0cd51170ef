package org.eigenscope.io.format.hdf.matlab;

import io.jhdf.ObjectHeader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.format.hdf.AxisOrder;
import org.eigenscope.io.format.hdf.HdfContainer;
import org.eigenscope.io.format.hdf.HdfDataset;
import org.eigenscope.io.format.hdf.HdfFailures;
import org.eigenscope.io.format.hdf.HdfLink;
import org.eigenscope.io.format.hdf.HdfSource;
import org.eigenscope.io.format.hdf.HdfTensors;
import org.eigenscope.io.format.hdf.HdfValues;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.io.kit.SparseEntries;
import org.eigenscope.io.kit.SparseEntries.Compressed;
import org.eigenscope.matrix.ElementType;

/** A sparse matrix of a MAT-file of version 7.3: a group of three vectors. */
final class MatlabSparse {
    private final HdfContainer container;
    private final HdfSource.Opener opener;
    private final List<HdfLink> links;
    private final long rows;

    MatlabSparse(HdfContainer container, HdfSource.Opener opener, List<HdfLink> links, long rows) {
        this.container = container;
        this.opener = opener;
        this.links = links;
        this.rows = rows;
    }

    ListedTensor listed(String name) throws IOException, EigenscopeException {
        Optional<HdfDataset> starts = vector("jc", name);
        Optional<HdfDataset> rowOf = vector("ir", name);
        Optional<HdfDataset> entries = vector("data", name);
        if (starts.isEmpty() || starts.get().entries() == 0) {
            return HdfTensors.skipped(name, "a sparse matrix with a part missing");
        }
        List<Long> shape = List.of(rows, starts.get().entries() - 1);
        TensorShape.countBytes(shape, Long.BYTES, name);
        if (rowOf.isEmpty() || entries.isEmpty()) {
            return ListedTensor.unreadable(TensorInfo.skipped(name, shape, "a sparse matrix without entries"));
        }
        if (entries.get().numbers().type().isEmpty()) {
            return ListedTensor.unreadable(
                    TensorInfo.skipped(name, shape, entries.get().numbers().skipReason()));
        }
        ElementType stored = entries.get().numbers().type().get();
        TensorInfo info = TensorInfo.of(name, stored.isComplex() ? stored : ElementType.F64, shape);
        return ListedTensor.sparse(info, job -> read(rowOf.get(), starts.get(), entries.get(), shape, job));
    }

    private Optional<HdfDataset> vector(String part, String name) throws IOException, EigenscopeException {
        for (HdfLink link : links) {
            if (link.name().equals(part) && link.isHard()) {
                ObjectHeader header = container.header(link.address(), name);
                return Optional.of(HdfFailures.guarded(name, () -> HdfDataset.of(container.storage(), header, name)));
            }
        }
        return Optional.empty();
    }

    private SparseEntries read(HdfDataset rowOf, HdfDataset starts, HdfDataset entries, List<Long> shape, ReadJob job)
            throws IOException, EigenscopeException {
        try (HdfContainer again = HdfContainer.open(opener, job.label())) {
            double[] data = numbers(again, entries, job);
            boolean complex = entries.numbers().type().orElseThrow().isComplex();
            Compressed columns = new Compressed(
                    numbers(again, starts, job),
                    numbers(again, rowOf, job),
                    complex ? SparseEntries.places(data.length / 2) : data);
            SparseEntries placed = SparseEntries.ofCompressed(columns, false, shape.get(0), shape.get(1), job.label());
            return complex ? placed.withComplex(data) : placed;
        }
    }

    private static double[] numbers(HdfContainer container, HdfDataset vector, ReadJob job)
            throws IOException, EigenscopeException {
        if (vector.shape().size() > 2
                || vector.numbers().type().isEmpty()
                || vector.skipReason().isPresent()) {
            throw new BadInputException(job.label() + " is a sparse matrix with a part that is no vector of numbers.");
        }
        return HdfValues.read(container, vector, AxisOrder.stored(vector.shape().size()), job);
    }
}
