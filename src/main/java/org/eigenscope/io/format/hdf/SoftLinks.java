package org.eigenscope.io.format.hdf;

import io.jhdf.ObjectHeader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.EigenscopeException;

/** Follows links by name inside one HDF5 file. */
final class SoftLinks {
    private static final int MOST_LINKS = 16;
    private static final int MOST_STEPS = 256;

    private final HdfContainer container;
    private int links;
    private int steps;

    SoftLinks(HdfContainer container) {
        this.container = container;
    }

    /**
     * The header of what a link leads to, by way of other links if need be; negative if that is not in this file.
     *
     * @param group the path of the group that has the link, empty for the root, otherwise with a slash at its end
     */
    long address(String group, HdfLink link) throws IOException, EigenscopeException {
        if (link.target().isEmpty() || ++links > MOST_LINKS) {
            return -1;
        }
        String path = link.target().startsWith("/") ? link.target().substring(1) : group + link.target();
        long address = container.rootAddress();
        StringBuilder walked = new StringBuilder();
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (++steps > MOST_STEPS) {
                return -1;
            }
            Optional<HdfLink> next = find(address, name);
            if (next.isEmpty()) {
                return -1;
            }
            address = next.get().isHard() ? next.get().address() : address(walked.toString(), next.get());
            if (address < 0) {
                return -1;
            }
            walked.append(name).append('/');
        }
        return address;
    }

    private Optional<HdfLink> find(long group, String name) throws IOException, EigenscopeException {
        ObjectHeader header = container.header(group, name);
        if (!HdfGroups.isGroup(header)) {
            return Optional.empty();
        }
        List<HdfLink> inside = HdfFailures.guarded(name, () -> HdfGroups.links(container.storage(), header));
        return inside.stream().filter(link -> link.name().equals(name)).findFirst();
    }
}
