package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.BadInputException;

/**
 * A file that another one names as holding a part of it. Names from strangers must stay in the folder of the file that
 * names them. Symbolic links there are followed: caches of downloaded models are made of them, and whoever can plant one
 * can read the files it leads to.
 *
 * @param name as the other file writes it
 */
public record CompanionFile(String name, Path path, FileStamp stamp) {
    /**
     * The companion of a file.
     *
     * @param owner the file that names it
     * @param name a path relative to the owner's folder, with slashes
     * @throws BadInputException with a clause and not a sentence, if the name leads out of the folder or to no file
     */
    public static CompanionFile beside(Path owner, String name) throws BadInputException {
        Path path = inside(owner.toAbsolutePath().getParent(), name);
        if (!Files.isRegularFile(path)) {
            throw new BadInputException("its file '" + printable(name) + "' is missing");
        }
        try {
            Optional<String> placeholder = Placeholder.of(path);
            if (placeholder.isPresent()) {
                throw new BadInputException("its file '" + printable(name) + "' " + placeholder.get());
            }
            return new CompanionFile(name, path, FileStamp.of(path));
        } catch (IOException failure) {
            throw new BadInputException(
                    "its file '" + printable(name) + "' could not be read: " + IoFailures.reason(failure), failure);
        }
    }

    /**
     * The companion of a file, if there is one.
     *
     * @throws BadInputException with a clause, if the name leads out of the folder or to something that is no file
     */
    public static Optional<CompanionFile> find(Path owner, String name) throws BadInputException {
        return Files.exists(inside(owner.toAbsolutePath().getParent(), name))
                ? Optional.of(beside(owner, name))
                : Optional.empty();
    }

    /** The length of the file in bytes. */
    public long size() {
        return stamp.size();
    }

    /** Refuses a file that is no longer the one that was found. */
    public void verify() throws IOException, BadInputException {
        stamp.verify(path);
    }

    private static Path inside(Path folder, String name) throws BadInputException {
        try {
            Path relative = Path.of(name);
            boolean escapes = name.isBlank() || name.contains("\\") || relative.getRoot() != null;
            for (Path part : relative) {
                escapes |= part.toString().equals("..");
            }
            if (!escapes) {
                return folder.resolve(relative);
            }
        } catch (InvalidPathException malformed) {
            throw new BadInputException("its file '" + printable(name) + "' has an impossible name", malformed);
        }
        throw new BadInputException("its file '" + printable(name) + "' is not inside the folder");
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
