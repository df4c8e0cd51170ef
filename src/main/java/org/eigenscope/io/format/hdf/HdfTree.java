package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.io.format.hdf.header.VirtualLayout;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.NameBudget;
import org.eigenscope.progress.CancelToken;

/** Lists every dataset below the root, under names like {@code a/b/c}. Links are never followed out of the file. */
final class HdfTree {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_OBJECTS = 200_000;
    private static final Comparator<HdfLink> BY_NAME = Comparator.comparing(HdfLink::name, NaturalOrder.INSTANCE);

    private final HdfContainer container;
    private final HdfTensors tensors;
    private final boolean keras;
    private final CancelToken cancel;
    private final Map<Long, String> groups = new HashMap<>();
    private final NameBudget names;
    private final List<ListedTensor> listed = new ArrayList<>();

    private HdfTree(HdfContainer container, HdfTensors tensors, boolean keras, CancelToken cancel) {
        this.container = container;
        this.tensors = tensors;
        this.keras = keras;
        this.cancel = cancel;
        this.names = NameBudget.of(container.label(), container.storage().size());
    }

    /**
     * The tensors of a file.
     *
     * @param keras whether kernels have Keras' axes; a file that looks like Keras' is taken for one anyway
     */
    static List<ListedTensor> list(HdfContainer container, HdfTensors tensors, boolean keras, CancelToken cancel)
            throws IOException, EigenscopeException {
        long address = container.rootAddress();
        ObjectHeader root = container.header(address, container.label());
        List<HdfLink> links = HdfFailures.guarded(container.label(), () -> HdfGroups.links(container.storage(), root));
        HdfTree tree = new HdfTree(container, tensors, keras || looksLikeKeras(links), cancel);
        tree.groups.put(address, "/");
        tree.walk("", links, 0);
        return tree.listed;
    }

    private static boolean looksLikeKeras(List<HdfLink> links) {
        return links.stream()
                .map(HdfLink::name)
                .anyMatch(
                        List.of("model_weights", "top_level_model_weights", "_layer_checkpoint_dependencies", "layers")
                                ::contains);
    }

    private void walk(String prefix, List<HdfLink> links, int depth) throws IOException, EigenscopeException {
        for (HdfLink link : links.stream().sorted(BY_NAME).toList()) {
            cancel.throwIfCancelled();
            if (listed.size() + groups.size() > MAX_OBJECTS) {
                throw new BadInputException(
                        container.label() + " holds more than " + MAX_OBJECTS + " objects, too many to list.");
            }
            String name = names.take(prefix + link.name());
            try {
                long address = link.isHard() ? link.address() : new SoftLinks(container).address(prefix, link);
                if (address < 0) {
                    listed.add(HdfTensors.skipped(name, link.elsewhere()));
                    continue;
                }
                object(name, address, depth);
            } catch (BadInputException damaged) {
                listed.add(HdfTensors.damaged(name, damaged));
            }
        }
    }

    private void object(String name, long address, int depth) throws IOException, EigenscopeException {
        ObjectHeader header = container.header(address, name);
        if (HdfFailures.guarded(name, () -> HdfDataset.isDataset(header))) {
            HdfDataset dataset = HdfFailures.guarded(name, () -> HdfDataset.of(container.storage(), header, name));
            int dimensions = dataset.shape().size();
            AxisOrder axes = keras ? KerasLayout.of(name, dimensions) : AxisOrder.stored(dimensions);
            ListedTensor tensor = dataset.layout() instanceof VirtualLayout
                    ? tensors.virtual(container, name, dataset, axes)
                    : tensors.dataset(name, dataset, axes);
            listed.add(
                    keras
                            ? KerasLayout.meaning(name, dimensions)
                                    .map(tensor::withAxes)
                                    .orElse(tensor)
                            : tensor);
        } else if (HdfGroups.isGroup(header)) {
            group(name, address, header, depth);
        }
    }

    private void group(String name, long address, ObjectHeader header, int depth)
            throws IOException, EigenscopeException {
        String before = groups.putIfAbsent(address, name);
        if (before != null) {
            listed.add(HdfTensors.skipped(name, "the group " + before + " again"));
        } else if (depth == MAX_DEPTH) {
            listed.add(HdfTensors.skipped(name, "a group nested deeper than is listed"));
        } else {
            List<HdfLink> links = HdfFailures.guarded(name, () -> HdfGroups.links(container.storage(), header));
            Optional<ListedTensor> sparse = SparseGroup.of(container, tensors.opener(), header, links, name);
            if (sparse.isPresent()) {
                listed.add(sparse.get());
                return;
            }
            walk(name + "/", links, depth + 1);
        }
    }
}
