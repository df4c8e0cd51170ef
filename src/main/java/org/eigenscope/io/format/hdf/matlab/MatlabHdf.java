package org.eigenscope.io.format.hdf.matlab;

import io.jhdf.ObjectHeader;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.message.DataTypeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.io.format.hdf.AxisOrder;
import org.eigenscope.io.format.hdf.FileRegion;
import org.eigenscope.io.format.hdf.HdfContainer;
import org.eigenscope.io.format.hdf.HdfDataset;
import org.eigenscope.io.format.hdf.HdfFailures;
import org.eigenscope.io.format.hdf.HdfGroups;
import org.eigenscope.io.format.hdf.HdfLink;
import org.eigenscope.io.format.hdf.HdfSource;
import org.eigenscope.io.format.hdf.HdfTensors;
import org.eigenscope.io.format.hdf.HdfValues;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.NameBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * MAT-files of version 7.3: HDF5 in which arrays lie column-major, so that their axes come out reversed, structures are
 * groups, and cells refer to what is kept under {@code #refs#}. Names come out as MATLAB writes them: {@code a.b},
 * {@code a{1}}, {@code a(1).b}.
 */
public final class MatlabHdf {
    private static final int USER_BLOCK = 512;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_LISTED = 200_000;
    private static final Comparator<HdfLink> BY_NAME = Comparator.comparing(HdfLink::name, NaturalOrder.INSTANCE);
    private static final Set<String> NUMBERS =
            Set.of("double", "single", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64");

    private final HdfContainer container;
    private final HdfSource.Opener opener;
    private final HdfTensors tensors;
    private final CancelToken cancel;
    private final NameBudget names;
    private final List<ListedTensor> listed = new ArrayList<>();

    private MatlabHdf(HdfContainer container, HdfSource.Opener opener, CancelToken cancel) {
        this.container = container;
        this.opener = opener;
        this.tensors = new HdfTensors(opener, container.label());
        this.cancel = cancel;
        this.names = NameBudget.of(container.label(), container.storage().size());
    }

    /** Whether the first bytes of a file have HDF5 after MATLAB's header. */
    public static boolean isContent(byte[] head) {
        return HdfContainer.isSignature(head, USER_BLOCK);
    }

    /** The arrays in a file. */
    public static List<ListedTensor> list(Path path, String label, CancelToken cancel)
            throws IOException, EigenscopeException {
        HdfSource.Opener opener = () -> FileRegion.open(path);
        try (HdfContainer container = HdfContainer.open(opener, label)) {
            MatlabHdf file = new MatlabHdf(container, opener, cancel);
            ObjectHeader root = container.header(container.rootAddress(), label);
            for (HdfLink link : file.links(root, label)) {
                if (!link.name().startsWith("#")) {
                    file.link(link.name(), link, 0);
                }
            }
            return file.listed;
        }
    }

    private List<HdfLink> links(ObjectHeader header, String what) throws IOException, EigenscopeException {
        return HdfFailures.guarded(what, () -> HdfGroups.links(container.storage(), header)).stream()
                .sorted(BY_NAME)
                .toList();
    }

    private void link(String name, HdfLink link, int depth) throws IOException, EigenscopeException {
        if (link.isHard()) {
            object(name, link.address(), depth);
        } else {
            add(HdfTensors.skipped(name, link.elsewhere()));
        }
    }

    private void object(String name, long address, int depth) throws IOException, EigenscopeException {
        cancel.throwIfCancelled();
        names.take(name);
        try {
            ObjectHeader header = container.header(address, name);
            MatlabAttributes attributes = HdfFailures.guarded(name, () -> MatlabAttributes.of(header));
            if (depth > MAX_DEPTH) {
                add(HdfTensors.skipped(name, "nested deeper than is listed"));
            } else if (HdfFailures.guarded(name, () -> HdfDataset.isDataset(header))) {
                array(name, header, attributes, depth);
            } else if (HdfGroups.isGroup(header)) {
                group(name, header, attributes, depth);
            }
        } catch (BadInputException damaged) {
            add(HdfTensors.damaged(name, damaged));
        }
    }

    private void array(String name, ObjectHeader header, MatlabAttributes attributes, int depth)
            throws IOException, EigenscopeException {
        HdfDataset dataset = HdfFailures.guarded(name, () -> HdfDataset.of(container.storage(), header, name));
        // none for a type that jHDF cannot read, which the dataset is skipped for
        boolean references = header.getMessagesOfType(DataTypeMessage.class).stream()
                .anyMatch(message -> message.getDataType() instanceof Reference);
        if (attributes.empty()) {
            add(HdfTensors.skipped(name, "empty"));
        } else if (references) {
            cells(name, dataset, attributes, depth);
        } else if (attributes.kind().equals("logical") && dataset.isOfBytes()) {
            add(tensors.dataset(
                    name, dataset.asTruth(), AxisOrder.reversed(dataset.shape().size())));
        } else if (!NUMBERS.contains(attributes.kind())) {
            add(HdfTensors.skipped(name, skipReason(attributes.kind())));
        } else {
            add(tensors.dataset(
                    name, dataset, AxisOrder.reversed(dataset.shape().size())));
        }
    }

    private static String skipReason(String kind) {
        return switch (kind) {
            case "char" -> "text";
            case "logical" -> "logical values that are not bytes";
            default -> "an object";
        };
    }

    /** What the references lead to, in MATLAB's linear order, which is the order of storage. */
    private void cells(String name, HdfDataset dataset, MatlabAttributes attributes, int depth)
            throws IOException, EigenscopeException {
        if (dataset.skipReason().isPresent() || dataset.entries() > MAX_LISTED) {
            add(HdfTensors.skipped(name, dataset.skipReason().orElse("more cells than are listed")));
            return;
        }
        ReadJob job = new ReadJob(name, ProgressListener.NONE, cancel);
        AxisOrder order = AxisOrder.stored(dataset.shape().size());
        double[] addresses = HdfValues.read(container, dataset.asAddresses(), order, job);
        int dot = name.lastIndexOf('.');
        boolean field = !attributes.kind().equals("cell") && dot > 0;
        for (int i = 1; i <= addresses.length; i++) {
            String one = field ? name.substring(0, dot) + "(" + i + ")" + name.substring(dot) : name + "{" + i + "}";
            object(one, (long) addresses[i - 1], depth + 1);
        }
    }

    private void group(String name, ObjectHeader header, MatlabAttributes attributes, int depth)
            throws IOException, EigenscopeException {
        List<HdfLink> links = links(header, name);
        if (attributes.sparseRows() >= 0) {
            add(new MatlabSparse(container, opener, links, attributes.sparseRows()).listed(name));
            return;
        }
        for (HdfLink link : links) {
            link(name + "." + link.name(), link, depth + 1);
        }
    }

    private void add(ListedTensor tensor) throws BadInputException {
        if (listed.size() == MAX_LISTED) {
            throw new BadInputException(
                    container.label() + " holds more than " + MAX_LISTED + " arrays, too many to list.");
        }
        listed.add(tensor);
    }
}
