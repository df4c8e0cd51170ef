package org.eigenscope.ui.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.eigenscope.study.store.StudyStore;

/** What the menu and the tab do with studies, each asking for files first. */
public final class StudyVerbs {
    private final ModelsModel models;
    private final Runnable onAsked;

    /**
     * @param models what is done
     * @param onAsked done when files have been chosen, such as showing the tab
     */
    public StudyVerbs(ModelsModel models, Runnable onAsked) {
        this.models = models;
        this.onAsked = onAsked;
    }

    /** Opens a study. */
    public void open(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a study");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Studies", "*" + StudyStore.ENDING));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            onAsked.run();
            models.study().open(chosen.toPath());
        }
    }

    /** Lists the models in a folder for a new study. */
    public void ofFolder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A study of the models in a folder");
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            list(List.of(chosen.toPath()));
        }
    }

    /** Lists model files for a new study. */
    public void ofFiles(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("A study of model files");
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen != null) {
            list(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Lists files and folders for a new study. */
    public void list(List<Path> paths) {
        onAsked.run();
        models.review().list(paths);
    }

    /** Lists what the library has for a new study. */
    public void ofLibrary() {
        onAsked.run();
        models.reviewLibrary();
    }
}
