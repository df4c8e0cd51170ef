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
import java.util.UUID;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;

/** Writes files that are never seen half-written: beside the place first, then moved there in one step. */
public final class SafeFile {
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
        Path target = file.toAbsolutePath();
        Path folder = folderOf(file);
        try {
            // written whole before the file exists, so that a process ended meanwhile leaves no broken file
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.write(bytes);
            Path beside = beside(folder);
            try {
                fill(beside, bytes);
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException failure) {
            throw new BadInputException(file + " cannot be written: " + reason(failure, folder) + ".", failure);
        }
    }

    /**
     * Makes sure that a file can be written, and writes nothing.
     *
     * @throws BadInputException if the place cannot be written to; the sentence says why
     */
    public static void requirePlace(Path file) throws BadInputException {
        Path folder = folderOf(file);
        try {
            // permissions, full disks and names that are too long show when it is tried, and not always before
            Files.deleteIfExists(Files.createFile(beside(folder)));
            requireName(file.toAbsolutePath());
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

    private static Path folderOf(Path file) throws BadInputException {
        Path target = file.toAbsolutePath();
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

    private static void fill(Path beside, ByteArrayOutputStream bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
            // its message is the name of a file that nobody asked for
            return refused.getReason() == null ? "nothing can be made in " + folder : refused.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
