package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eigenscope.library.FolderListing;
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
        return new LibraryFolder(
                listing.path(),
                Printable.of(listing.name()),
                listing.folders().stream().map(LibraryFolder::of).toList(),
                listing.files().stream().map(LibraryEntry::new).toList(),
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
