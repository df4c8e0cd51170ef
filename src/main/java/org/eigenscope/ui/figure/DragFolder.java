package org.eigenscope.ui.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eigenscope.error.BadInputException;

/** A folder for figures that are on their way to other programs; it goes when the window does. */
final class DragFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DragFolder.class.getName());
    private static final int LONGEST_NAME = 100;

    private Optional<Path> folder = Optional.empty();

    /**
     * A place for a file.
     *
     * @param name what the figure is called; what file systems object to is replaced
     * @throws BadInputException if there can be no folder
     */
    synchronized Path place(String name, String extension) throws BadInputException {
        try {
            if (folder.isEmpty()) {
                folder = Optional.of(Files.createTempDirectory("eigenscope-"));
                folder.get().toFile().deleteOnExit();
            }
            Path file = folder.get().resolve(plain(name) + "." + extension);
            // should the program be told to end before the window is
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException noRoom) {
            throw new BadInputException(
                    "The figure cannot be dragged: no folder can be made in " + System.getProperty("java.io.tmpdir")
                            + ".",
                    noRoom);
        }
    }

    /** A name without what file systems object to. */
    static String plain(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    /** Deletes the folder with what is in it. */
    @Override
    public synchronized void close() {
        if (folder.isPresent()) {
            try (Stream<Path> tree = Files.walk(folder.get())) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException stays) {
                LOG.log(Level.FINE, "figures to drag", stays);
            }
            folder = Optional.empty();
        }
    }
}
