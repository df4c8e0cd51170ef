package org.eigenscope.ui.receive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eigenscope.bridge.Received;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.export.write.SafeFile;
import org.eigenscope.library.FolderListing;
import org.eigenscope.spectrum.Spectrum;

/**
 * Keeps what was received as files, a folder for each run and a file for each of its matrices, so that library and figures take them as
 * they take any file. What comes is a spectrum; the file holds a diagonal matrix of the same shape that has it: of a matrix W with the
 * singular values, of a symmetric one with the eigenvalues. Its entries are not those of the matrix that was sent.
 *
 * <p>The files are for the running window alone, which holds a lock beside them. What a killed process left is removed by the next.
 * Safe for many threads.
 */
public final class ReceivedFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String FORMAT = "matrixmarket";
    private static final String WITHOUT_RUN = "received";
    private static final int MOST_FILES = 512;
    private static final int SHOWN_CHARACTERS = 60;
    private static final int DIGEST_BYTES = 4;
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._ -]{0,58}[\\p{L}\\p{N}_-])?");
    /** Names that Windows keeps for devices, whatever they end in. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private static final Pattern OWN = Pattern.compile("\\d+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private final Map<String, RunFolder> runs = new LinkedHashMap<>();
    private final Map<Path, Received.Label> labels = new HashMap<>();
    private Optional<FileChannel> lock = Optional.empty();

    /** The folder of a run, and what its files are called: by name of the matrix, and in lower case. */
    private record RunFolder(Path path, Map<String, Path> files, Map<String, String> taken) {}

    /** @param parent holds the folders of all windows; one in it is made with the first file */
    public ReceivedFolder(Path parent) {
        folder = parent.toAbsolutePath()
                .normalize()
                .resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /** Removes the folders of processes that ended without doing so. */
    public static void removeLeft(Path parent) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                // to look at the lock of a window of this process would free it on some systems
                boolean other = OWN.matcher(name).matches()
                        && !name.startsWith(ProcessHandle.current().pid() + "-");
                if (other && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfLeft(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // the next start that can look removes it
            return;
        }
    }

    private static void removeIfLeft(Path entry) {
        try {
            Optional<FileChannel> free = OwnFolders.lock(entry.resolve(LOCK));
            if (free.isPresent()) {
                free.get().close();
                OwnFolders.delete(entry);
            }
        } catch (IOException stays) {
            // the next start tries again
            return;
        }
    }

    /** Whether a file, or the folder of a run, is one of these. */
    public boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** What a file was received as, without its step; empty if it is none of these. */
    public synchronized Optional<Received.Label> label(Path file) {
        return Optional.ofNullable(labels.get(file.toAbsolutePath().normalize()));
    }

    /** Where the spectra of a matrix of a run go; empty if there are as many files as may be. */
    synchronized Optional<Path> file(Received.Label label) {
        RunFolder run = runs.get(label.run());
        Path known = run == null ? null : run.files().get(label.name());
        if (known != null || labels.size() >= MOST_FILES) {
            return Optional.ofNullable(known);
        }
        if (run == null) {
            List<String> taken = Stream.concat(
                            Stream.of(LOCK),
                            runs.values().stream()
                                    .map(other ->
                                            lower(other.path().getFileName().toString())))
                    .toList();
            String called = label.run().isEmpty() ? WITHOUT_RUN : label.run();
            run = new RunFolder(
                    folder.resolve(plain(called, label.run(), taken)), new LinkedHashMap<>(), new HashMap<>());
            runs.put(label.run(), run);
        }
        String name = plain(label.name(), label.name(), List.copyOf(run.taken().keySet()));
        run.taken().put(lower(name), name);
        Path file = run.path().resolve(name + ".mtx");
        run.files().put(label.name(), file);
        labels.put(file, new Received.Label(label.run(), label.name(), OptionalLong.empty()));
        return Optional.of(file);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A name as it is if every system takes it for one; otherwise letters, digits and dots of it, and a digest of all of it. */
    private static String plain(String shown, String whole, List<String> taken) {
        if (PLAIN.matcher(shown).matches() && !DEVICE.matcher(shown).matches() && !taken.contains(lower(shown))) {
            return shown;
        }
        String start = shown.replaceAll("[^\\p{L}\\p{N}._-]+", " ").replaceAll("^[. ]+", "");
        int end = start.codePointCount(0, start.length()) <= SHOWN_CHARACTERS
                ? start.length()
                : start.offsetByCodePoints(0, SHOWN_CHARACTERS);
        String unlike = (start.substring(0, end).strip() + " " + digest(whole)).strip();
        String free = unlike;
        for (int i = 2; taken.contains(lower(free)); i++) {
            free = unlike + " " + i;
        }
        return free;
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The files of the run that a file belongs to. */
    public synchronized FolderListing run(Path file) {
        Path run = file.getParent();
        List<FolderListing.FoundFile> files = new ArrayList<>();
        for (RunFolder known : runs.values()) {
            if (known.path().equals(run)) {
                known.files().values().stream()
                        .filter(Files::exists)
                        .forEach(there -> files.add(new FolderListing.FoundFile(there, FORMAT)));
            }
        }
        return new FolderListing(run, List.of(), files, List.of());
    }

    /** The names of a run's matrices, in the order in which they came first. */
    synchronized List<String> names(String run) {
        return runs.containsKey(run) ? List.copyOf(runs.get(run).files().keySet()) : List.of();
    }

    /**
     * Writes a spectrum in place of what was there, whole or not at all.
     *
     * @param file its place
     * @throws EigenscopeException if it cannot be written
     */
    synchronized void write(Received received, Path file) throws EigenscopeException {
        byte[] text = text(received).getBytes(StandardCharsets.UTF_8);
        makeOwn();
        OwnFolders.make(file.getParent());
        SafeFile.write(file, out -> out.write(text));
    }

    private void makeOwn() throws BadInputException {
        if (lock.isEmpty()) {
            OwnFolders.make(folder);
            try {
                lock = OwnFolders.lock(folder.resolve(LOCK));
            } catch (IOException refused) {
                throw new BadInputException(
                        "The folder for what is received cannot be locked: " + refused.getMessage(), refused);
            }
        }
    }

    private static String text(Received received) {
        Spectrum spectrum = received.spectrum();
        Spectrum.Details details = spectrum.details();
        boolean squared = details.source().isSquared();
        double[] values = spectrum.ascending();
        StringBuilder text = new StringBuilder("%%MatrixMarket matrix coordinate real ")
                .append(squared ? "general\n" : "symmetric\n")
                .append("% a diagonal matrix with the spectrum of ")
                .append(received.label().text())
                .append('\n')
                .append(details.rows() + " " + details.columns() + " " + values.length + "\n");
        for (int i = 0; i < values.length; i++) {
            // backwards, as a diagonal of a square matrix would be taken for symmetric: its eigenvalues are no squares
            int column = squared ? values.length - i : i + 1;
            double entry = squared ? Math.sqrt(values[i]) : values[i];
            text.append(i + 1)
                    .append(' ')
                    .append(column)
                    .append(' ')
                    .append(entry)
                    .append('\n');
        }
        return text.toString();
    }

    /** Removes the files. */
    @Override
    public synchronized void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
                OwnFolders.delete(folder);
            }
        } catch (IOException stays) {
            // the next start removes them
            return;
        } finally {
            lock = Optional.empty();
        }
    }
}
