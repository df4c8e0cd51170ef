package org.eigenscope.study.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eigenscope.library.FileFingerprint;

/**
 * Finds the files of folders whose writing is complete, by looking at them again and again: those whose size and time stayed the same
 * from one look to the next. It works on network file systems too, which tell nobody of changes. A file that was replaced, also by a
 * rename, counts as another one.
 */
public final class RestingFiles {
    private static final int MOST_FILES = 100_000;

    private final List<Path> places;
    private Map<Path, FileFingerprint> seen = Map.of();
    private final Map<Path, FileFingerprint> taken = new HashMap<>();

    /** @param places files, and folders with all that is in them */
    public RestingFiles(List<Path> places) {
        this.places = places.stream().map(RestingFiles::absolute).toList();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Looks.
     *
     * @return whether a file is at rest that was not at an earlier look, or is another one now
     */
    public boolean look() {
        Map<Path, FileFingerprint> now = new HashMap<>();
        for (Path place : places) {
            for (Path file : files(place)) {
                now.put(file, FileFingerprint.of(file));
            }
        }
        boolean more = false;
        for (Map.Entry<Path, FileFingerprint> entry : now.entrySet()) {
            FileFingerprint file = entry.getValue();
            if (file.equals(seen.get(entry.getKey())) && !file.equals(taken.put(entry.getKey(), file))) {
                more = true;
            }
        }
        taken.keySet().removeIf(file -> !now.getOrDefault(file, missing(file)).equals(taken.get(file)));
        seen = now;
        return more;
    }

    /** What no file looks like. */
    private static FileFingerprint missing(Path file) {
        return new FileFingerprint(file, -1, -1);
    }

    private static Set<Path> files(Path place) {
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> found = Files.walk(place)) {
            found.filter(Files::isRegularFile).limit(MOST_FILES).forEach(files::add);
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            // the next look tells
            return files;
        }
        return files;
    }

    /** Whether a file was at rest at the last look. */
    public boolean isAtRest(Path file) {
        return taken.containsKey(absolute(file));
    }

    /** The files that were at rest at the last look. */
    List<Path> atRest() {
        return new ArrayList<>(new TreeSet<>(taken.keySet()));
    }
}
