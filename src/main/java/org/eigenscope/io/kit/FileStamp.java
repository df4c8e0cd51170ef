package org.eigenscope.io.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.eigenscope.error.BadInputException;

/**
 * What a file looked like when its tensors were listed; offsets found then mean nothing once it has changed.
 *
 * @param size its length in bytes
 * @param modified when it was last written
 */
public record FileStamp(long size, FileTime modified) {
    /** What the file looks like now. */
    public static FileStamp of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime());
    }

    /** Refuses a file that is no longer the one that was listed. */
    public void verify(Path path) throws IOException, BadInputException {
        if (!equals(of(path))) {
            throw new BadInputException(path + " has changed since it was opened; open it again.");
        }
    }
}
