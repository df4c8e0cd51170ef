package org.eigenscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells versions of a file apart without reading it.
 *
 * @param path the absolute, normalised path
 * @param size its length in bytes, −1 when it cannot be looked at
 * @param modified its modification time in ms since 1970, −1 when it cannot be looked at
 */
public record FileFingerprint(Path path, long size, long modified) {
    /** What the file is now. */
    public static FileFingerprint of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            BasicFileAttributes attributes = Files.readAttributes(absolute, BasicFileAttributes.class);
            return new FileFingerprint(
                    absolute, attributes.size(), attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            // a file deleted after it was opened keeps the identity of its path; opening it again will say what is
            // wrong
            return new FileFingerprint(absolute, -1, -1);
        }
    }
}
