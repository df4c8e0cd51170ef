package org.eigenscope.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The file with a server's address and token, which only its user may read. Each server has its own. Beside it is a lock that the server
 * holds for as long as it runs: the system frees it however the process ends, so that a file whose lock is free was left behind.
 */
final class AddressFile implements AutoCloseable {
    private static final String ENDING = ".json";
    private static final String LOCK_ENDING = ".lock";
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");

    private final Path file;
    private final Path lockFile;
    private final FileChannel lock;

    private AddressFile(Path file, Path lockFile, FileChannel lock) {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Writes it, and removes those that were left behind. */
    static AddressFile write(Path folder, String url, BridgeToken token) throws IOException {
        makeOwn(folder);
        removeLeft(folder);
        String name = ownPrefix() + UUID.randomUUID();
        Path lockFile = folder.resolve(name + LOCK_ENDING);
        FileChannel lock = create(lockFile);
        try {
            if (lock.tryLock() == null) {
                throw new IOException(lockFile + " cannot be locked.");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("url", url);
            fields.put("token", token.text());
            fields.put("pid", ProcessHandle.current().pid());
            Path file = folder.resolve(name + ENDING);
            try (FileChannel out = create(file)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.object(fields));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            return new AddressFile(file, lockFile, lock);
        } catch (IOException failure) {
            lock.close();
            Files.deleteIfExists(lockFile);
            throw failure;
        }
    }

    private static String ownPrefix() {
        return ProcessHandle.current().pid() + "-";
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode(FILE_MODE));
    }

    private static FileAttribute<?>[] mode(Set<PosixFilePermission> mode) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static void makeOwn(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder, mode(FOLDER_MODE));
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is no folder; remove it, so that the address can be written there.");
        }
        Path probe = Files.createTempFile(folder, "probe", null);
        try {
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))) {
                throw new IOException(folder + " belongs to somebody else, who could read the token.");
            }
        } finally {
            Files.delete(probe);
        }
        if (isPosix() && !Files.getPosixFilePermissions(folder).equals(FOLDER_MODE)) {
            Files.setPosixFilePermissions(folder, FOLDER_MODE);
        }
    }

    private static void removeLeft(Path folder) throws IOException {
        try (var locks = Files.newDirectoryStream(folder, "*" + LOCK_ENDING)) {
            for (Path lockFile : locks) {
                // to look at the lock of a server of this process would free it on some systems
                if (!lockFile.getFileName().toString().startsWith(ownPrefix())) {
                    removeIfLeft(lockFile);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static void removeIfLeft(Path lockFile) {
        String name = lockFile.getFileName().toString();
        Path file = lockFile.resolveSibling(name.substring(0, name.length() - LOCK_ENDING.length()) + ENDING);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            // whoever reads it finds out by asking the server
            return;
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            lock.close();
            Files.deleteIfExists(lockFile);
        } catch (IOException left) {
            // the next server removes it
            return;
        }
    }
}
