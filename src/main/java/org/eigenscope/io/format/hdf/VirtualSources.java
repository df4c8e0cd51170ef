package org.eigenscope.io.format.hdf;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.hdf.virtual.VirtualMapping;
import org.eigenscope.io.kit.CompanionFile;

/**
 * Where the sources of virtual datasets are: in the same file or in files beside it. A name with a full path is looked for there only if
 * that is below the folder; otherwise its last part is, as HDF5 does with files that were moved together.
 */
final class VirtualSources {
    private static final int DEEPEST = 8;

    private final HdfSource.Opener opener;
    private final String label;
    private final Optional<Path> owner;
    private final VirtualBudget budget;
    private final int depth;
    private final Map<String, Optional<CompanionFile>> found = new HashMap<>();

    private VirtualSources(
            HdfSource.Opener opener, String label, Optional<Path> owner, VirtualBudget budget, int depth) {
        this.opener = opener;
        this.label = label;
        this.owner = owner;
        this.budget = budget;
        this.depth = depth;
    }

    /**
     * For the datasets of one file.
     *
     * @param owner its path; empty for one inside another, which has no files beside it
     * @param budget what may be done for the dataset
     */
    VirtualSources(HdfSource.Opener opener, String label, Optional<Path> owner, VirtualBudget budget) {
        this(opener, label, owner, budget, 0);
    }

    /** A file of sources. */
    record Place(HdfSource.Opener opener, String label, Optional<Path> path, VirtualBudget budget, int depth) {
        /** For those of its datasets that are virtual themselves. */
        VirtualSources sources() throws BadInputException {
            if (depth == DEEPEST) {
                throw new BadInputException("its sources are virtual themselves, and theirs again, without an end");
            }
            return new VirtualSources(opener, label, path, budget, depth + 1);
        }

        HdfContainer open() throws IOException, EigenscopeException {
            budget.countOpening();
            return HdfContainer.open(opener, label);
        }
    }

    /**
     * The file of a mapping's source; empty if it is not there.
     *
     * @throws BadInputException with a clause, if its name leads out of the folder
     */
    Optional<Place> place(VirtualMapping mapping) throws BadInputException {
        if (mapping.file().equals(VirtualMapping.SAME_FILE)) {
            return Optional.of(new Place(opener, label, owner, budget, depth));
        }
        if (owner.isEmpty()) {
            throw new BadInputException(
                    "its source is in another file, which is not looked for from inside an archive");
        }
        Optional<CompanionFile> companion = found.get(mapping.file());
        if (companion == null) {
            companion = CompanionFile.find(owner.get(), relative(mapping.file()));
            found.put(mapping.file(), companion);
        }
        return companion.map(this::place);
    }

    private Place place(CompanionFile file) {
        HdfSource.Opener checked = () -> {
            file.verify();
            return FileRegion.open(file.path());
        };
        return new Place(checked, file.name(), Optional.of(file.path()), budget, depth);
    }

    private String relative(String name) throws BadInputException {
        try {
            Path path = Path.of(name);
            Path folder = owner.orElseThrow().toAbsolutePath().normalize().getParent();
            if (path.getRoot() == null || folder == null) {
                return name;
            }
            Path full = path.normalize();
            Path inside = full.startsWith(folder) ? folder.relativize(full) : full.getFileName();
            return inside == null ? name : inside.toString();
        } catch (InvalidPathException malformed) {
            throw new BadInputException("its source has an impossible name", malformed);
        }
    }
}
