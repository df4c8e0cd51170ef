package org.eigenscope.ui.receive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.CancelledException;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.study.StudyKey;
import org.eigenscope.study.StudyMatrix;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.SpectrumRows;
import org.eigenscope.study.survey.SurveyOptions;

/**
 * The study of all that a window receives: a file in the user's folder, so that it outlives the window, and a session can name it.
 * Of such files the newest are kept, within a number and a size.
 */
public final class ReceivedStudy implements AutoCloseable {
    private static final String START = "received ";
    private static final int MOST_STUDIES = 32;
    private static final long MOST_BYTES_OF_ALL = 2L << 30;

    private final StudyStore store;
    private final SpectrumRows rows;
    private final Path file;
    private final long mostBytes;
    private volatile boolean written;

    private ReceivedStudy(StudyStore store, Path file, long mostBytes) {
        this.store = store;
        this.file = file;
        this.mostBytes = mostBytes;
        rows = new SpectrumRows(store, SurveyOptions.withDefaults());
    }

    /**
     * Makes a study, and deletes the oldest ones if there are too many.
     *
     * @param parent the folder of all of them
     * @param name what tells it apart, such as the time
     * @param mostBytes the file takes no further spectra once it is larger
     * @throws BadInputException if it cannot be made
     */
    public static ReceivedStudy create(Path parent, String name, long mostBytes) throws BadInputException {
        OwnFolders.make(parent);
        deleteOldest(parent);
        Path file = parent.resolve(START + name + StudyStore.ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = parent.resolve(START + name + " " + i + StudyStore.ENDING);
        }
        return new ReceivedStudy(StudyStore.open(file), file, mostBytes);
    }

    private static void deleteOldest(Path parent) {
        List<Path> studies = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, START + "*" + StudyStore.ENDING)) {
            for (Path study : found) {
                if (Files.isRegularFile(study, LinkOption.NOFOLLOW_LINKS)) {
                    studies.add(study);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // the next one that is made looks again
            return;
        }
        studies.sort(Comparator.comparingLong((Path study) -> study.toFile().lastModified())
                .reversed());
        long bytes = 0;
        for (int i = 0; i < studies.size(); i++) {
            bytes += studies.get(i).toFile().length();
            if (i + 1 >= MOST_STUDIES || bytes > MOST_BYTES_OF_ALL) {
                deleteUnused(studies.get(i));
            }
        }
    }

    /** Deletes a study unless a program has it open. */
    private static void deleteUnused(Path study) {
        Path lock = beside(study, "-lock");
        try {
            Optional<FileChannel> free = OwnFolders.lock(lock);
            if (free.isPresent()) {
                free.get().close();
                delete(study);
            }
        } catch (IOException stays) {
            // the next one that is made tries again
            return;
        }
    }

    private static Path beside(Path study, String ending) {
        return study.resolveSibling(study.getFileName() + ending);
    }

    private static void delete(Path study) throws IOException {
        for (String ending : List.of("", "-wal", "-shm", "-lock")) {
            Files.deleteIfExists(beside(study, ending));
        }
    }

    /** The study, which whoever shows it does not close. */
    public StudyStore store() {
        return store;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /**
     * Adds the row of a spectrum.
     *
     * @return the row; empty if the study is as large as it may be
     * @throws BadInputException if the study cannot be written
     * @throws CancelledException if the work was cancelled
     */
    Optional<StudyRow> put(StudyMatrix matrix, Spectrum spectrum, CancelToken cancel)
            throws BadInputException, CancelledException {
        if (file.toFile().length() > mostBytes) {
            return Optional.empty();
        }
        written = true;
        return Optional.of(rows.put(matrix, spectrum, cancel));
    }

    /**
     * Adds to what is known of a matrix whose row is there.
     *
     * @throws BadInputException if the study cannot be written
     */
    Optional<StudyRow> put(StudyMatrix matrix, StudyKey key) throws BadInputException {
        return rows.put(matrix, key);
    }

    /** Closes the file; one without rows is deleted. */
    @Override
    public void close() {
        try {
            store.close();
            if (!written) {
                delete(file);
            }
        } catch (BadInputException | IOException stays) {
            // every row is whole on disk already
            return;
        }
    }
}
