package org.eigenscope.spectrum.dense;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The folder where native libraries are unpacked. Anyone who can write there can run code in this process. So the
 * folder belongs to this user, nobody else may read it, and every library in it is compared with the one in the jar
 * before it is loaded. JavaCPP's own choices are not safe: a folder below the working directory if the user has no
 * home, and a folder with a known name among the temporary files, which anybody may create.
 */
final class NativeFolder {
    /**
     * The system property with the folder that JavaCPP unpacks to; a folder that the user sets is checked like our own
     * choice.
     */
    static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = ".lock";
    private static final int BLOCK = 1 << 16;

    private NativeFolder() {}

    /**
     * A folder that is safe to unpack to and to load from: the one that is kept between runs, or else a new one for this run.
     *
     * @param kept places for the former, the best first
     * @throws IOException if there is no such place; the message says what is missing
     */
    static Path of(List<Path> kept) throws IOException {
        for (Path place : kept) {
            if (isSafe(place)) {
                return place;
            }
        }
        return forThisRun();
    }

    /** The places that are kept between runs: what the user chose, then the cache in the home folder. */
    static List<Path> usualPlaces() {
        List<Path> places = new ArrayList<>();
        add(places, System.getProperty(PROPERTY), "");
        add(places, System.getenv("XDG_CACHE_HOME"), "eigenscope/natives");
        add(places, System.getProperty("user.home"), ".cache/eigenscope/natives");
        return places;
    }

    private static void add(List<Path> places, String base, String rest) {
        try {
            // a user without an entry in the system's list has the home folder "?"
            if (base != null && Path.of(base).isAbsolute() && (rest.isEmpty() || Files.isDirectory(Path.of(base)))) {
                places.add(Path.of(base).resolve(rest));
            }
        } catch (InvalidPathException noPlace) {
            return;
        }
    }

    /**
     * The owner of a file that this process creates in a folder. This also works for users without a name on this
     * system.
     */
    private static UserPrincipal self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "probe", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isSafe(Path folder) {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, ownerAlone());
            }
            boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && (!isPosix() || Files.getPosixFilePermissions(folder).equals(OWNER_ALONE))
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self(folder));
            if (own) {
                removeForeign(folder, Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
            }
            return own;
        } catch (IOException | UnsupportedOperationException unusable) {
            return false;
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerAlone() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
    }

    /**
     * Removes every file that is not byte for byte, by length and checksum, the one in the jar; under the lock under which JavaCPP
     * unpacks, so that what another run is writing at the moment is not taken for damaged.
     */
    private static void removeForeign(Path folder, UserPrincipal self) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock();
                Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> held.isValid() && !path.equals(folder.resolve(LOCK)))
                    .toList();
            for (Path file : files) {
                if (!isOfJar(folder, file, self)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOfJar(Path folder, Path file, UserPrincipal self) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        if (Files.isSymbolicLink(file)) {
            // JavaCPP links names without a version to those with one
            Path target = file.toRealPath();
            return target.startsWith(folder.toRealPath())
                    && isOfJar(folder, folder.resolve(folder.toRealPath().relativize(target)), self);
        }
        boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(self);
        Path inside = folder.relativize(file);
        if (!plain || inside.getNameCount() < 2) {
            return false;
        }
        // the first name is that of the jar, the others are the place in it
        String resource = inside.subpath(1, inside.getNameCount()).toString().replace(File.separatorChar, '/');
        URL url = NativeFolder.class.getClassLoader().getResource(resource);
        if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
            return false;
        }
        return jar.getJarEntry().getSize() == Files.size(file)
                && jar.getJarEntry().getCrc() == checksum(file);
    }

    private static long checksum(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            byte[] block = new byte[BLOCK];
            while (in.read(block) >= 0) {
                // reading updates the stream's checksum; the bytes themselves are not needed
                continue;
            }
            return in.getChecksum().getValue();
        }
    }

    private static Path forThisRun() throws IOException {
        try {
            return Files.createTempDirectory("eigenscope-natives");
        } catch (IOException | IllegalArgumentException noPlace) {
            throw new IOException(
                    "there is no folder that it could be unpacked to and that belongs to this user alone", noPlace);
        }
    }

    /** Makes the JVM delete at its end what was unpacked for this run. */
    static void deleteAtExit(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            // files are deleted in the reverse order of their registration
            all.forEach(path -> path.toFile().deleteOnExit());
        }
    }
}
