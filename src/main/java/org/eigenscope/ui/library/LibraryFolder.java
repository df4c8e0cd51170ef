package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.FolderListing.FoundFile;
import org.eigenscope.text.Printable;

/**
 * An open folder in the list, or a folder in one.
 *
 * @param path where it is
 * @param displayName its last part
 * @param folders the folders in it that hold matrix files
 * @param entries its own matrix files
 * @param remarks what was not looked at, one sentence each
 */
public record LibraryFolder(
        Path path, String displayName, List<LibraryFolder> folders, List<LibraryEntry> entries, List<String> remarks) {
    public LibraryFolder {
        folders = List.copyOf(folders);
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }

    static LibraryFolder of(FolderListing listing) {
        return of(listing, LibraryEntry::new);
    }

    /** What is in the folder now; lines of files that were not written anew are kept. */
    LibraryFolder updated(FolderListing now, Set<Path> changed) {
        Map<Path, LibraryEntry> known = allEntries().stream()
                .collect(Collectors.toMap(LibraryEntry::path, entry -> entry, (one, other) -> one));
        return of(now, file -> {
            LibraryEntry entry = known.get(file.path());
            if (entry == null) {
                return new LibraryEntry(file);
            }
            return changed.contains(file.path()) ? entry.writtenAnew(file) : entry;
        });
    }

    /** The line of a file. */
    Optional<LibraryEntry> entry(Path file) {
        return allEntries().stream().filter(entry -> entry.path().equals(file)).findFirst();
    }

    private static LibraryFolder of(FolderListing listing, Function<FoundFile, LibraryEntry> entries) {
        return new LibraryFolder(
                listing.path(),
                Printable.of(listing.name()),
                listing.folders().stream().map(folder -> of(folder, entries)).toList(),
                listing.files().stream().map(entries).toList(),
                listing.remarks());
    }

    /** All files, this folder's own first. */
    List<LibraryEntry> allEntries() {
        return Stream.concat(entries.stream(), folders.stream().flatMap(folder -> folder.allEntries().stream()))
                .toList();
    }

    boolean holds(LibraryTensor tensor) {
        return allEntries().stream()
                .anyMatch(entry -> entry.fileProperty()
                        .get()
                        .filter(file -> file.tensors().contains(tensor))
                        .isPresent());
    }
}
