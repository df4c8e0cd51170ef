package org.eigenscope.ui.main;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.ui.settings.Settings;

/** The files opened last, the newest first, remembered between runs. */
public final class RecentFilesModel {
    /** As many as there are digit keys. */
    public static final int MOST = 9;

    private static final String KEY = "recent-files";
    private static final String SEPARATOR = "\n";

    private final Settings settings;
    private final ObservableList<Path> paths = FXCollections.observableArrayList();
    // Kept, because a wrapper that nobody keeps is collected together with its listeners.
    private final ObservableList<Path> view = FXCollections.unmodifiableObservableList(paths);

    public RecentFilesModel(Settings settings) {
        this.settings = settings;
        settings.get(KEY).ifPresent(this::restore);
    }

    /** Puts a file at the top of the list. */
    public void add(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        List<Path> newest = new ArrayList<>(paths);
        newest.remove(absolute);
        newest.add(0, absolute);
        // in one change, as nobody who listens may see a list that is too long
        paths.setAll(newest.subList(0, Math.min(MOST, newest.size())));
        settings.put(KEY, paths.stream().map(Path::toString).collect(Collectors.joining(SEPARATOR)));
    }

    public void clear() {
        paths.clear();
        settings.put(KEY, "");
    }

    private void restore(String text) {
        for (String line : text.split(SEPARATOR)) {
            if (!line.isBlank() && paths.size() < MOST) {
                restoreOne(line);
            }
        }
    }

    private void restoreOne(String line) {
        try {
            paths.add(Path.of(line));
        } catch (InvalidPathException notFromThisSystem) {
            // Settings may have been carried over from another system; what means nothing here is left out.
            return;
        }
    }

    public ObservableList<Path> paths() {
        return view;
    }
}
