package org.eigenscope.study.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.natives.NativeFolder;
import org.eigenscope.natives.NativeLibrary;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library, looked for once. Its driver would unpack it to the folder for temporary files, which everybody may write to; here
 * it is compared with its known SHA-256, and the driver is told where it is.
 */
final class SqliteLibrary {
    private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";
    private static final String NAME_PROPERTY = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /** Made on first use; holds the reason if there is none that may be loaded. */
    private static final class Attempt {
        static final Optional<IOException> FAILURE = find();

        private static Optional<IOException> find() {
            try {
                String platform = OSInfo.getNativeLibFolderPathForCurrentOS();
                NativeLibrary library = NativeLibrary.ofSqlite(platform)
                        .orElseThrow(() -> new IOException("there is none for " + platform));
                Path file = library.in(NativeFolder.ofSqlite(library)).toAbsolutePath();
                System.setProperty(FOLDER_PROPERTY, String.valueOf(file.getParent()));
                System.setProperty(NAME_PROPERTY, String.valueOf(file.getFileName()));
                return Optional.empty();
            } catch (IOException failure) {
                return Optional.of(failure);
            }
        }
    }

    /**
     * To be called before the driver is.
     *
     * @throws BadInputException if there is no library that may be loaded
     */
    static void require() throws BadInputException {
        if (Attempt.FAILURE.isPresent()) {
            IOException reason = Attempt.FAILURE.get();
            throw new BadInputException(
                    "Studies need SQLite's library, which cannot be loaded: " + reason.getMessage() + ".", reason);
        }
    }
}
