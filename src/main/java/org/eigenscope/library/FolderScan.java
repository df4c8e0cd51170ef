package org.eigenscope.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.FileNames;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.library.FolderListing.FoundFile;
import org.eigenscope.progress.CancelToken;

/** Looks for matrix files in a folder and its folders, by their first bytes only, and not for ever. */
final class FolderScan {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> String.valueOf(path.getFileName()), NaturalOrder.INSTANCE);

    /**
     * How far a scan goes.
     *
     * @param depth folders within folders
     * @param entries files and folders looked at
     * @param files matrix files listed
     */
    record Limits(int depth, int entries, int files) {
        static final Limits USUAL = new Limits(24, 100_000, 10_000);
    }

    private final FileOpener opener;
    private final CancelToken cancel;
    private final Limits limits;
    private final Set<Path> seen = new HashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private int entries;
    private int files;
    private int unnamed;
    private String unnamedExample = "";

    FolderScan(FileOpener opener, CancelToken cancel, Limits limits) {
        this.opener = opener;
        this.cancel = cancel;
        this.limits = limits;
    }

    /**
     * What is in a folder.
     *
     * @throws BadInputException if it is none or cannot be read
     */
    FolderListing scan(Path folder) throws EigenscopeException {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + " is not a folder.");
        }
        if (!Files.isReadable(folder)) {
            throw new BadInputException("The folder " + folder + " cannot be read: permission denied.");
        }
        FolderListing found = folder(folder, 0);
        if (unnamed > 0) {
            remarks.add((unnamed == 1 ? "One file or folder was" : unnamed + " files and folders were")
                    + " left out, because the name is not text in the encoding " + FileNames.encoding() + ", such as "
                    + unnamedExample + "; " + FileNames.advice() + ".");
        }
        return new FolderListing(found.path(), found.folders(), found.files(), List.copyOf(remarks));
    }

    private FolderListing folder(Path folder, int depth) throws CancelledException {
        List<FolderListing> folders = new ArrayList<>();
        List<FoundFile> found = new ArrayList<>();
        if (isNew(folder)) {
            for (Path entry : entries(folder)) {
                cancel.throwIfCancelled();
                if (isEnough()) {
                    break;
                }
                entries++;
                if (!FileNames.isText(entry)) {
                    unnamed++;
                    unnamedExample = entry.toString();
                } else if (Files.isDirectory(entry)) {
                    inner(entry, depth).ifPresent(folders::add);
                } else if (Files.isRegularFile(entry)) {
                    format(entry).ifPresent(format -> found.add(new FoundFile(entry, format)));
                }
            }
        }
        return new FolderListing(folder, folders, found, List.of());
    }

    private Optional<FolderListing> inner(Path folder, int depth) throws CancelledException {
        if (String.valueOf(folder.getFileName()).startsWith(".")) {
            return Optional.empty();
        }
        if (depth + 1 == limits.depth()) {
            remarks.add("Folders nested deeper than " + limits.depth() + " were not looked into.");
            return Optional.empty();
        }
        return Optional.of(folder(folder, depth + 1)).filter(listing -> listing.size() > 0);
    }

    private Optional<String> format(Path file) throws CancelledException {
        try {
            Optional<String> format = opener.recognise(file, cancel);
            files += format.isPresent() ? 1 : 0;
            return format;
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException unreadable) {
            remarks.add("Files that cannot be read were left out, such as " + file + ".");
            return Optional.empty();
        }
    }

    private boolean isEnough() {
        if (files >= limits.files()) {
            remarks.add("Only the first " + limits.files() + " matrix files are listed.");
        } else if (entries >= limits.entries()) {
            remarks.add("Only the first " + limits.entries() + " files and folders were looked at.");
        } else {
            return false;
        }
        return true;
    }

    /** Links may lead back up; each folder is looked into once, wherever it was met first. */
    private boolean isNew(Path folder) {
        try {
            if (seen.add(folder.toRealPath())) {
                return true;
            }
            remarks.add("Links to folders that are listed already were not followed, such as " + folder + ".");
        } catch (IOException gone) {
            remarks.add("Folders that cannot be read were left out, such as " + folder + ".");
        }
        return false;
    }

    private List<Path> entries(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> some = all.limit(limits.entries() + 1L).toList();
            return some.stream().sorted(BY_NAME).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            remarks.add("Folders that cannot be read were left out, such as " + folder + ".");
            return List.of();
        }
    }
}
