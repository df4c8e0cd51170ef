package org.eigenscope.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eigenscope.library.MatrixTarget;

/**
 * Opens what the user drops on the window, chooses in a dialog, or names on the command line. Matrix files and folders
 * go to the library; a session, or a figure that carries one, goes to the session restorer, a study to the Models tab.
 *
 * <p>Belongs to the foreground thread; both receivers read files in the background.
 */
public final class DocumentOpener {
    private final Consumer<List<MatrixTarget>> library;
    private final Consumer<Path> sessions;
    private final Consumer<Path> studies;

    /**
     * @param library opens matrix files and folders
     * @param sessions restores the session in a file
     * @param studies shows the study in a file
     */
    public DocumentOpener(Consumer<List<MatrixTarget>> library, Consumer<Path> sessions, Consumer<Path> studies) {
        this.library = Objects.requireNonNull(library, "library");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.studies = Objects.requireNonNull(studies, "studies");
    }

    /** Opens all matrix files and folders, and shows the last of the studies and of the sessions; a window shows one of each. */
    public void open(List<MatrixTarget> targets) {
        Map<DocumentKind, List<MatrixTarget>> byKind =
                targets.stream().collect(Collectors.groupingBy(DocumentKind::of));
        List<MatrixTarget> matrices = byKind.getOrDefault(DocumentKind.MATRICES, List.of());
        if (!matrices.isEmpty()) {
            library.accept(matrices);
        }
        List<MatrixTarget> surveyed = byKind.getOrDefault(DocumentKind.STUDY, List.of());
        if (!surveyed.isEmpty()) {
            studies.accept(surveyed.get(surveyed.size() - 1).file());
        }
        List<MatrixTarget> saved = byKind.getOrDefault(DocumentKind.SESSION, List.of());
        if (!saved.isEmpty()) {
            sessions.accept(saved.get(saved.size() - 1).file());
        }
    }

    /** As {@link #open}, for paths without a tensor's name. */
    public void openPaths(List<Path> paths) {
        open(paths.stream()
                .map(path -> new MatrixTarget(path, Optional.empty()))
                .toList());
    }
}
