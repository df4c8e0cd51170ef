package org.eigenscope.ui.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.library.FileFingerprint;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.study.attribute.AttributeReader;
import org.eigenscope.study.survey.RestingFiles;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.study.survey.SurveyListing;
import org.eigenscope.ui.task.Job;

/**
 * Looks at a folder again and again, on a background thread, for files whose writing is complete. What was found by a look that failed
 * is found again by the next.
 */
final class FolderLook implements Job<FolderLook.Found> {
    private final Path folder;
    private final RestingFiles resting;
    private Map<Path, FileFingerprint> reported = Map.of();

    FolderLook(Path folder) {
        this.folder = folder;
        resting = new RestingFiles(List.of(folder));
    }

    /**
     * What a look found.
     *
     * @param listing the matrix files at rest; empty if they are the same as at the last look
     * @param changed files at rest that are new, or were written anew
     * @param matrices what is in those
     */
    record Found(Optional<FolderListing> listing, Set<Path> changed, List<SurveyFile> matrices) {}

    @Override
    public Found run(ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + " is no folder, or not there any more");
        }
        if (!Files.isReadable(folder)) {
            throw new BadInputException(folder + " cannot be read: permission denied");
        }
        resting.look();
        Map<Path, FileFingerprint> now = resting.atRest();
        if (now.equals(reported)) {
            return new Found(Optional.empty(), Set.of(), List.of());
        }
        FolderListing all;
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            all = library.scan(folder, cancel);
        }
        FolderListing listing = all.only(file -> now.containsKey(absolute(file)));
        Set<Path> changed = new HashSet<>();
        now.forEach((file, fingerprint) -> {
            if (!fingerprint.equals(reported.get(file))) {
                changed.add(file);
            }
        });
        Set<Path> others = new HashSet<>(resting.seen());
        others.removeAll(changed);
        List<SurveyFile> matrices = changed.isEmpty()
                ? List.of()
                : new SurveyListing(
                                new StudyFolder(Path.of("")),
                                new AttributeReader(Optional.empty(), Optional.empty()),
                                others)
                        .files(List.of(new MatrixTarget(folder, Optional.empty())), cancel);
        reported = now;
        return new Found(Optional.of(listing), changed, matrices);
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
