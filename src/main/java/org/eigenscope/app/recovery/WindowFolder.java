package org.eigenscope.app.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.session.Session;
import org.eigenscope.session.StudyView;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.session.json.StudyViewFile;

/**
 * The folder in which one window keeps its session. The window holds a lock on a file in it for as long as it runs; the system
 * frees the lock however the process ends, and gives it to nobody else before. So a folder whose lock is free was left behind. A
 * process's number would not tell: another process may have it meanwhile, and the next container gives out the same ones.
 */
final class WindowFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String SESSION = "session" + SessionFile.EXTENSION;
    private static final String LIBRARY = "library.txt";

    private static final String STUDY = "study.json";

    private final Path folder;
    private final FileChannel channel;

    private WindowFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** A new folder of this window, which only its user may look into. */
    static WindowFolder create(Path parent) throws IOException {
        Files.createDirectories(parent, ownersOnly());
        Path folder = Files.createDirectory(parent.resolve(UUID.randomUUID().toString()), ownersOnly());
        try {
            return lock(folder, StandardOpenOption.CREATE_NEW)
                    .orElseThrow(() -> new IOException("its folder " + folder + " cannot be locked"));
        } catch (IOException refused) {
            // it is tried again, for hours on a full disk
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
            throw refused;
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * The folders that no window holds any more, each now held by the caller; the newest first.
     *
     * @param mine folders that the caller holds already: to look at their locks would free them on some systems
     */
    static List<WindowFolder> claimLeft(Path parent, Set<Path> mine) {
        List<WindowFolder> left = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (var folders = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (Path folder : folders) {
                    if (!mine.contains(folder)) {
                        claim(folder).ifPresent(left::add);
                    }
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                // what is there is offered by the next start that can look
                return left;
            }
        }
        left.sort((a, b) -> Long.compare(b.modified(), a.modified()));
        return left;
    }

    private static Optional<WindowFolder> claim(Path folder) {
        if (!Files.isRegularFile(folder.resolve(SESSION)) && !Files.isRegularFile(folder.resolve(LIBRARY))) {
            return Optional.empty();
        }
        try {
            return lock(folder, StandardOpenOption.CREATE);
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** Empty if another window, of this process or of another, holds it. */
    private static Optional<WindowFolder> lock(Path folder, StandardOpenOption how) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), how, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new WindowFolder(folder, channel));
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            channel.close();
            return Optional.empty();
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        channel.close();
        return Optional.empty();
    }

    /** Where it is. */
    Path place() {
        return folder;
    }

    /** Where the session is, if there is one. */
    Path session() {
        return folder.resolve(SESSION);
    }

    /** Whether the window showed anything. */
    boolean hasSession() {
        return Files.isRegularFile(session());
    }

    /** When it was written, in ms since 1970. */
    long modified() {
        return (hasSession() ? session() : folder.resolve(LIBRARY)).toFile().lastModified();
    }

    /**
     * Writes the session, what the library lists and the study; each of them whole or not at all. A window without a spectrum keeps
     * the session that it had; its study is of the same moment as the library.
     *
     * @throws EigenscopeException if they cannot be written
     */
    void write(Optional<Session> session, List<Path> library, Optional<StudyView> study)
            throws EigenscopeException, IOException {
        List<String> lines = library.stream()
                .map(path -> path.toAbsolutePath().toString())
                .filter(path -> path.lines().count() == 1)
                .toList();
        byte[] listed = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(folder.resolve(LIBRARY), out -> out.write(listed));
        if (study.isPresent()) {
            StudyViewFile.write(folder.resolve(STUDY), study.get());
        } else {
            Files.deleteIfExists(folder.resolve(STUDY));
        }
        if (session.isPresent()) {
            SessionFile.write(session(), session.get());
        }
    }

    /** The files and folders that the library listed, those that are still there. */
    List<Path> library() {
        List<Path> paths = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(LIBRARY), StandardCharsets.UTF_8)) {
                Path path = Path.of(line);
                if (!line.isEmpty() && Files.exists(path)) {
                    paths.add(path);
                }
            }
        } catch (IOException | InvalidPathException damaged) {
            // the session itself names all that it needs
            return paths;
        }
        return paths;
    }

    /** The study that the window showed, if it can be read. */
    Optional<StudyView> study() {
        if (!Files.isRegularFile(folder.resolve(STUDY))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StudyViewFile.read(folder.resolve(STUDY)));
        } catch (BadInputException damaged) {
            // the library names the study's file
            return Optional.empty();
        }
    }

    /** Deletes it with all that is in it, also what was being written when a process was killed. */
    void delete() throws IOException {
        try (var files = Files.newDirectoryStream(folder, file -> !file.endsWith(LOCK))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException changing) {
            throw changing.getCause();
        }
        channel.close();
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    /** Leaves it as it is, for the next to claim. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException freedAnyway) {
            // a lock that could not be given back goes with the process
            return;
        }
    }
}
