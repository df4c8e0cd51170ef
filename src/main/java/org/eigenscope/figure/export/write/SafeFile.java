package org.eigenscope.figure.export.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;

/**
 * Writes files that are never seen half-written: beside the place first, then moved there in one step. A symbolic link stays, and
 * what it leads to is replaced; the permissions of what is replaced are kept.
 */
public final class SafeFile {
    /** As many links in a row as Linux follows. */
    private static final int MOST_LINKS = 40;

    private SafeFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void write(OutputStream out) throws IOException, EigenscopeException;
    }

    /**
     * Writes a file, replacing what was there. If anything fails, what was there stays and nothing else is left.
     *
     * @throws BadInputException if the place cannot be written to; the sentence says why
     * @throws EigenscopeException if the content fails
     */
    public static void write(Path file, Content content) throws EigenscopeException {
        Path target = resolved(file);
        Path folder = folderOf(file, target);
        try {
            requireReplaceable(file, target);
            // written whole before the file exists, so that a process ended meanwhile leaves no broken file
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.write(bytes);
            Path beside = beside(folder);
            try {
                fill(beside, bytes, permissions(target));
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException failure) {
            throw new BadInputException(file + " cannot be written: " + reason(failure, folder) + ".", failure);
        }
    }

    /** Whether two names are of one file, by what they say or by what is there. */
    public static boolean isSame(Path a, Path b) {
        if (a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())) {
            return true;
        }
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Refuses to write over an input.
     *
     * @param file what is to be written
     * @param input what is read
     * @throws BadInputException if they are the same file
     */
    public static void requireOtherThan(Path file, Path input) throws BadInputException {
        if (isSame(file, input)) {
            throw new BadInputException(
                    file + " is what the figure is drawn from, and would be lost; choose another name.");
        }
    }

    /**
     * Makes sure that a file can be written, and writes nothing.
     *
     * @throws BadInputException if the place cannot be written to; the sentence says why
     */
    public static void requirePlace(Path file) throws BadInputException {
        Path target = resolved(file);
        Path folder = folderOf(file, target);
        try {
            requireReplaceable(file, target);
            // permissions, full disks and names that are too long show when it is tried, and not always before
            Files.deleteIfExists(Files.createFile(beside(folder)));
            requireName(target);
        } catch (IOException failure) {
            throw new BadInputException(file + " cannot be written: " + reason(failure, folder) + ".", failure);
        }
    }

    private static void requireName(Path target) throws IOException {
        try {
            Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException free) {
            // nothing is there yet, but could be
        }
    }

    /** The file that a name stands for after following symbolic links; it need not exist. */
    private static Path resolved(Path file) throws BadInputException {
        Path target = file.toAbsolutePath();
        try {
            for (int links = 0; Files.isSymbolicLink(target); links++) {
                if (links == MOST_LINKS) {
                    throw new BadInputException(file + " is a symbolic link that leads back to itself.");
                }
                target = target.resolveSibling(Files.readSymbolicLink(target));
            }
        } catch (IOException unreadable) {
            throw new BadInputException(file + " is a symbolic link that cannot be followed.", unreadable);
        }
        return target;
    }

    /** Refuses to put a file in place of a device or a pipe, or of a file that may not be written. */
    private static void requireReplaceable(Path file, Path target) throws BadInputException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isRegularFile(target)) {
            throw new BadInputException(file + " is a device or a pipe, not a file; name a file.");
        }
        if (!Files.isWritable(target)) {
            throw new BadInputException(file + " cannot be written: it is write-protected.");
        }
    }

    /** The permissions of a file that is there, where the file system has any. */
    private static Optional<Set<PosixFilePermission>> permissions(Path target) throws IOException {
        boolean known = Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class);
        return known ? Optional.of(Files.getPosixFilePermissions(target)) : Optional.empty();
    }

    private static Path folderOf(Path file, Path target) throws BadInputException {
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw new BadInputException(file + " is a folder; name a file in it.");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(
                    file + " cannot be written: there is no folder " + folder + "; make it or choose another.");
        }
        return folder;
    }

    /** Not a temporary file of the JDK's, which nobody else may read; its name is short, however long the target's. */
    private static Path beside(Path folder) {
        return folder.resolve(".eigenscope-" + UUID.randomUUID() + ".part");
    }

    private static void fill(Path beside, ByteArrayOutputStream bytes, Optional<Set<PosixFilePermission>> permissions)
            throws IOException {
        // with these permissions from the start, so that nobody else can read the file while it is written
        FileAttribute<?>[] attributes = permissions
                .map(kept -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(kept)})
                .orElseGet(() -> new FileAttribute<?>[0]);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, attributes)) {
            if (permissions.isPresent()) {
                // again, because the process's umask may have removed some
                Files.setPosixFilePermissions(beside, permissions.get());
            }
            bytes.writeTo(Channels.newOutputStream(channel));
            // on the disk before the old file goes, so that a power cut leaves one of the two
            channel.force(true);
        }
    }

    private static void move(Path beside, Path target) throws IOException {
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException failure, Path folder) {
        if (failure instanceof AccessDeniedException || !Files.isWritable(folder)) {
            return "you may not write into " + folder;
        }
        if (failure instanceof FileSystemException refused) {
            // the exception's message is the name of a temporary file that the user does not know
            return refused.getReason() == null ? "nothing can be made in " + folder : refused.getReason();
        }
        return failure.getMessage() == null ? "writing failed" : failure.getMessage();
    }
}
