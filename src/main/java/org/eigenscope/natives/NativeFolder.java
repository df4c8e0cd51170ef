package org.eigenscope.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where native libraries are loaded from. The installed program has them unpacked. Otherwise they are unpacked from the class path.
 * Whoever can write to that folder has code of theirs run here, so it is one that this user owns and nobody else may look into.
 * JavaCPP's own choices are none of that: a folder below the working directory where the user has no home, and one with a known
 * name in the folder for temporary files, which everybody may make. In either place every library is compared with its known
 * SHA-256 each time before it is loaded.
 */
public final class NativeFolder {
    /** Where JavaCPP would unpack to; what the user sets is checked like our own choice. */
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String OPENBLAS = "natives";
    private static final String SQLITE = "natives-sqlite";

    /** The starter's, the folder of the installed program. */
    private static final String HOME_PROPERTY = "eigenscope.home";

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");
    private static final String LOCK = ".lock";

    private NativeFolder() {}

    /**
     * A folder that holds all libraries of OpenBLAS as they are known.
     *
     * @throws IOException if there is none; the message says what is missing, as the end of a sentence
     */
    public static Path ofOpenBlas(List<NativeLibrary> libraries) throws IOException {
        return of(OPENBLAS, libraries);
    }

    /**
     * A folder that holds SQLite's library as it is known. It is another one: what does not belong to a folder is removed from it.
     *
     * @throws IOException as above
     */
    public static Path ofSqlite(NativeLibrary library) throws IOException {
        return of(SQLITE, List.of(library));
    }

    private static Path of(String name, List<NativeLibrary> libraries) throws IOException {
        String home = System.getProperty(HOME_PROPERTY);
        if (home != null && Files.isDirectory(Path.of(home, "lib", "native"))) {
            return installed(Path.of(home, "lib", "native"), libraries);
        }
        return unpacked(usualPlaces(name), libraries);
    }

    /** The folder of the installed program, in which nothing is put right: a library that was changed there is not loaded. */
    static Path installed(Path folder, List<NativeLibrary> libraries) throws IOException {
        for (NativeLibrary library : libraries) {
            if (!library.isIn(folder)) {
                throw new IOException(library.in(folder) + " is missing or was changed since it was installed");
            }
        }
        return folder;
    }

    /**
     * Unpacks to the first of these places that is safe and has room, or else to a new folder for this run, which goes at its end.
     */
    static Path unpacked(List<Path> kept, List<NativeLibrary> libraries) throws IOException {
        for (Path place : kept) {
            try {
                requireSafe(place);
                unpack(place, libraries);
                return place;
            } catch (IOException | UnsupportedOperationException unusable) {
                continue;
            }
        }
        return forThisRun(libraries);
    }

    /** The places that are kept between runs: what the user chose for JavaCPP, then the cache in the home folder. */
    static List<Path> usualPlaces(String name) {
        List<Path> places = new ArrayList<>();
        if (name.equals(OPENBLAS)) {
            add(places, System.getProperty(PROPERTY), "");
        }
        add(places, System.getenv("XDG_CACHE_HOME"), "eigenscope/" + name);
        add(places, System.getProperty("user.home"), ".cache/eigenscope/" + name);
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

    private static void requireSafe(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, ownerAlone());
        }
        // who owns what this process makes, which also tells users whom the system has no name for
        Path probe = Files.createTempFile(folder, "probe", null);
        try {
            boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && (!isPosix() || Files.getPosixFilePermissions(folder).equals(OWNER_ALONE))
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe));
            if (!own) {
                throw new IOException(folder + " does not belong to this user alone");
            }
        } finally {
            Files.delete(probe);
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

    /** Unpacks what is not there as it is known, and removes everything else; one process at a time. */
    private static void unpack(Path folder, List<NativeLibrary> libraries) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException(folder + " cannot be locked");
            }
            removeOthers(folder, libraries);
            for (NativeLibrary library : libraries) {
                if (!library.isIn(folder)) {
                    unpack(folder, library);
                }
            }
        }
    }

    private static void removeOthers(Path folder, List<NativeLibrary> libraries) throws IOException {
        List<Path> known = Stream.concat(
                        Stream.of(folder.resolve(LOCK)), libraries.stream().map(library -> library.in(folder)))
                .toList();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !known.contains(path)) {
                    Files.delete(path);
                }
            }
        } catch (UncheckedIOException changing) {
            throw changing.getCause();
        }
    }

    /** Through a file beside it, so that a run that is killed leaves nothing under the library's name. */
    private static void unpack(Path folder, NativeLibrary library) throws IOException {
        Path target = library.in(folder);
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "part", null);
        try {
            try (InputStream in = NativeFolder.class.getClassLoader().getResourceAsStream(library.place())) {
                if (in == null) {
                    throw new IOException("there is no " + library.place() + " on the class path");
                }
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        if (!library.isIn(folder)) {
            Files.delete(target);
            throw new IOException(library.place() + " on the class path is not the known one");
        }
    }

    private static Path forThisRun(List<NativeLibrary> libraries) throws IOException {
        Path folder;
        try {
            folder = Files.createTempDirectory("eigenscope-natives");
        } catch (IOException | IllegalArgumentException noPlace) {
            throw new IOException(
                    "there is no folder that it could be unpacked to and that belongs to this user alone", noPlace);
        }
        try {
            unpack(folder, libraries);
        } finally {
            deleteAtExit(folder);
        }
        return folder;
    }

    private static void deleteAtExit(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            // the last that is registered is the first that is deleted
            all.forEach(path -> path.toFile().deleteOnExit());
        } catch (UncheckedIOException changing) {
            throw changing.getCause();
        }
    }
}
