package org.eigenscope.session;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A matrix in a file.
 *
 * @param path the file as it was named, with {@code /} between folders
 * @param tensor which of its tensors; empty for the only one
 * @param sha256 the checksum of the whole file, 64 lower-case hexadecimal digits
 * @param bytes its length
 */
public record SessionInput(String path, Optional<String> tensor, String sha256, long bytes) {
    public SessionInput {
        Objects.requireNonNull(tensor, "tensor");
        if (path.isBlank()) {
            throw new IllegalArgumentException("path is blank");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 " + sha256 + " is not 64 hexadecimal digits");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes = " + bytes + " is negative");
        }
    }

    /** The same content at another place. */
    public SessionInput at(Path file) {
        return new SessionInput(named(file), tensor, sha256, bytes);
    }

    /** A file as sessions name it. */
    public static String named(Path file) {
        return file.toString().replace('\\', '/');
    }
}
