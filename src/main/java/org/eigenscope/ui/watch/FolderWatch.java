package org.eigenscope.ui.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.study.survey.SurveyFile;
import org.eigenscope.ui.library.LibraryFolder;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.models.study.SurveyModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/**
 * Watches a folder: files whose writing is complete appear in the library, and their matrices become rows of the study that was on
 * screen when the watching began, or of a new one. Rows wait while another survey runs, and while another study is on screen.
 */
public final class FolderWatch {
    private final WatchingModel model;
    private final LibraryModel library;
    private final Studies studies;
    private final Looks looks;
    private final Consumer<Path> recent;
    /** What still has to become rows, by path. */
    private final Map<Path, SurveyFile> waiting = new LinkedHashMap<>();

    private Optional<StudyStore> bound = Optional.empty();
    private Optional<Path> boundFile = Optional.empty();
    private boolean asked;
    private boolean listed;
    private int files;

    /** The study on screen, and what computes its rows. */
    public record Studies(StudyModel study, SurveyModel survey) {}

    /**
     * Runs looks.
     *
     * @param first at once
     * @param next after the time that a file has to be at rest
     */
    public record Looks(LatestTask first, LatestTask next) {}

    /**
     * @param model what the user wishes
     * @param library lists the files
     * @param recent told of the folders
     */
    public FolderWatch(WatchingModel model, LibraryModel library, Studies studies, Looks looks, Consumer<Path> recent) {
        this.model = Objects.requireNonNull(model, "model");
        this.library = Objects.requireNonNull(library, "library");
        this.studies = Objects.requireNonNull(studies, "studies");
        this.looks = Objects.requireNonNull(looks, "looks");
        this.recent = Objects.requireNonNull(recent, "recent");
        model.folderProperty().addListener((source, old, now) -> change(now));
        studies.survey().runningProperty().addListener((source, old, running) -> addRows());
        studies.study().storeProperty().addListener((source, old, now) -> say());
    }

    private void change(Optional<Path> folder) {
        looks.first().cancel();
        looks.next().cancel();
        waiting.clear();
        bound = Optional.empty();
        boundFile = Optional.empty();
        asked = false;
        listed = false;
        files = 0;
        model.say("");
        if (folder.isPresent()) {
            recent.accept(folder.get());
            writable().ifPresent(this::bind);
            model.say("watching " + folder.get() + ": looking…");
            look(looks.first(), new FolderLook(folder.get()));
        }
    }

    private Optional<StudyStore> writable() {
        return studies.study()
                .storeProperty()
                .get()
                .filter(store -> store.readOnly().isEmpty());
    }

    private void bind(StudyStore store) {
        bound = Optional.of(store);
        boundFile = store.file();
    }

    private void look(LatestTask when, FolderLook look) {
        when.submit("Looking", look, new Outcome<FolderLook.Found>() {
            @Override
            public void succeeded(FolderLook.Found found) {
                show(found);
                look(looks.next(), look);
            }

            @Override
            public void failed(EigenscopeException reason) {
                model.say("watching, in vain: " + reason.getMessage() + "; it is looked for again every few seconds");
                look(looks.next(), look);
            }
        });
    }

    private void show(FolderLook.Found found) {
        if (found.listing().isPresent()) {
            Path path = found.listing().get().path();
            if (listed && library.folders().stream().map(LibraryFolder::path).noneMatch(path::equals)) {
                // it was closed there
                model.stop();
                return;
            }
            files = found.listing().get().size();
            listed |= files > 0;
            library.update(found.listing().get(), found.changed());
        }
        found.matrices().forEach(file -> waiting.put(file.path(), file));
        addRows();
    }

    private void addRows() {
        if (model.folderProperty().get().isPresent()
                && !waiting.isEmpty()
                && !studies.survey().runningProperty().get()) {
            if (bound.isEmpty()) {
                writable().ifPresent(this::bind);
            }
            if (isBoundOnScreen()) {
                StudyFolder folder = studies.study().folder();
                List<SurveyFile> some = new ArrayList<>();
                waiting.values().forEach(file -> some.add(named(file, folder)));
                waiting.clear();
                studies.survey().survey(some);
            } else if (studies.study().storeProperty().get().isEmpty() && !asked) {
                asked = true;
                studies.study().create(Optional.empty(), this::begin);
            }
        }
        say();
    }

    private void begin(StudyStore store) {
        bind(store);
        addRows();
    }

    private boolean isBoundOnScreen() {
        Optional<StudyStore> now = studies.study().storeProperty().get();
        return bound.isPresent()
                && now.isPresent()
                && (now.equals(bound)
                        || boundFile.isPresent() && now.get().file().equals(boundFile));
    }

    private static SurveyFile named(SurveyFile file, StudyFolder folder) {
        return new SurveyFile(
                file.path(), folder.source(file.path()), file.file(), file.tensor(), file.attributes(), file.failure());
    }

    private void say() {
        Optional<Path> folder = model.folderProperty().get();
        if (folder.isPresent() && listed) {
            model.say("watching " + folder.get() + ": " + files + (files == 1 ? " file" : " files") + rows());
        }
    }

    private String rows() {
        if (waiting.isEmpty() && (bound.isEmpty() || isBoundOnScreen())) {
            return "";
        }
        return isBoundOnScreen() ? "; rows wait for another survey" : "; rows wait until their study is on screen";
    }
}
