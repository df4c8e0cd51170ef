package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where JavaFX unpacks its native libraries. Its own choice is a folder in the user's home. Users whom the system has no name for, as
 * in containers, have the home "?": JavaFX would unpack to a folder of that name below the working directory, where others may have
 * put something. They get a new private folder for the run.
 */
final class ToolkitCache implements AutoCloseable {
    /** JavaFX's. */
    private static final String PROPERTY = "javafx.cachedir";

    private final Optional<Path> folder;

    private ToolkitCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Chooses the folder, unless the user did or has a home. */
    static ToolkitCache choose() {
        if (System.getProperty(PROPERTY) != null || isAbsolute(System.getProperty("user.home", ""))) {
            return new ToolkitCache(Optional.empty());
        }
        try {
            Path made = Files.createTempDirectory("eigenscope-javafx");
            System.setProperty(PROPERTY, made.toString());
            return new ToolkitCache(Optional.of(made));
        } catch (IOException noPlace) {
            // the toolkit compares what it finds with the checksums of its own libraries
            return new ToolkitCache(Optional.empty());
        }
    }

    private static boolean isAbsolute(String home) {
        try {
            return Path.of(home).isAbsolute();
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** Removes the folder for the run; loaded libraries stay loaded where the system allows it, elsewhere the files stay. */
    @Override
    public void close() {
        folder.ifPresent(ToolkitCache::remove);
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException inUse) {
            return;
        }
    }
}
