package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.FileNames;

/** Checks that a path leads to a regular file with something in it, before any reader opens it. */
public final class ReadableFile {
    private ReadableFile() {}

    /**
     * Refuses what cannot be read as a file.
     *
     * @throws BadInputException if the path does not exist, is a folder, a pipe or a device, may not be read, is empty, or holds
     *     a placeholder of a file that was not downloaded
     */
    public static void require(Path path) throws BadInputException {
        if (!Files.exists(path)) {
            throw new BadInputException(path + " does not exist." + hint(path));
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(path + " is a folder; name a file in it.");
        }
        if (!Files.isRegularFile(path)) {
            throw new BadInputException(
                    path + " is not a regular file (a pipe or a device?); save it to a file first.");
        }
        if (!Files.isReadable(path)) {
            throw new BadInputException(path + " cannot be read: permission denied.");
        }
        if (path.toFile().length() == 0) {
            throw new BadInputException(path + " is empty.");
        }
        Optional<String> placeholder = placeholder(path);
        if (placeholder.isPresent()) {
            throw new BadInputException(path + " " + placeholder.get() + ".");
        }
    }

    private static String hint(Path path) {
        return FileNames.holdsUnreadable(path.toString())
                ? " If its name was taken from a listing, the name is not text in the encoding " + FileNames.encoding()
                        + "; " + FileNames.advice() + "."
                : "";
    }

    /** What lies in the place of a file that was not downloaded; what cannot be read now is refused by its reader. */
    public static Optional<String> placeholder(Path path) {
        try {
            return Placeholder.of(path);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
