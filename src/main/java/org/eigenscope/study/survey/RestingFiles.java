package org.eigenscope.study.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eigenscope.library.FileFingerprint;

/**
 * Finds the files of folders whose writing is complete, by looking at them again and again: those whose size and time stayed the same
 * from one look to the next. It works on network file systems too, which tell nobody of changes. A file that was replaced, also by a
 * rename, counts as another one.
 */
public final class RestingFiles {
    private static final int MOST_FILES = 100_000;
    private static final int DEPTH = 24;

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

    /** What cannot be looked at is passed over, so that the rest is still found; the next look tries again. */
    private static Set<Path> files(Path place) {
        Set<Path> files = new TreeSet<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException changing) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, visitor);
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

    /** The files that were at rest at the last look, as they were then. */
    public Map<Path, FileFingerprint> atRest() {
        return new TreeMap<>(taken);
    }

    /** All files that were there at the last look. */
    public Set<Path> seen() {
        return Set.copyOf(seen.keySet());
    }
}
