package org.eigenscope.library;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder with the matrix files in it, sorted as people sort names. Nothing in them was listed yet.
 *
 * @param path the folder
 * @param folders those of its folders that hold matrix files
 * @param files its own
 * @param remarks what was not looked at, one sentence each; only of the folder that was asked for
 */
public record FolderListing(Path path, List<FolderListing> folders, List<FoundFile> files, List<String> remarks) {
    public FolderListing {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /**
     * A file of a known format.
     *
     * @param path where it is
     * @param format the format's name
     */
    public record FoundFile(Path path, String format) {}

    /** How many files there are, those in its folders included. */
    public int size() {
        return files.size() + folders.stream().mapToInt(FolderListing::size).sum();
    }

    /** All files, this folder's own first, then folder by folder. */
    public List<FoundFile> allFiles() {
        return Stream.concat(files.stream(), folders.stream().flatMap(folder -> folder.allFiles().stream()))
                .toList();
    }

    /** Those of its files that are wanted, and the folders that still hold any. */
    public FolderListing only(Predicate<Path> wanted) {
        return new FolderListing(
                path,
                folders.stream()
                        .map(folder -> folder.only(wanted))
                        .filter(folder -> folder.size() > 0)
                        .toList(),
                files.stream().filter(file -> wanted.test(file.path())).toList(),
                remarks);
    }

    /** The last part of its path. */
    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
