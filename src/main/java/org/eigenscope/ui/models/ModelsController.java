package org.eigenscope.ui.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.task.ActivityModel;

/** The Models tab: nothing yet, the files of a study that is to be made, or a study. */
public final class ModelsController {
    private final ModelsModel models;
    private final ActivityModel reading;

    @FXML
    private StackPane root;

    @FXML
    private Node start;

    @FXML
    private Node review;

    @FXML
    private Node body;

    @FXML
    private InlineMessage startMessage;

    @FXML
    private InlineMessage message;

    @FXML
    private InlineMessage notice;

    @FXML
    private ActivityBar activity;

    /**
     * @param models the models
     * @param reading shows that files are read or written
     */
    public ModelsController(ModelsModel models, ActivityModel reading) {
        this.models = models;
        this.reading = reading;
    }

    @FXML
    private void initialize() {
        StudyModel study = models.study();
        models.review().openProperty().addListener((source, old, now) -> show());
        study.storeProperty().addListener((source, old, now) -> show());
        startMessage.show(study.failureProperty(), study::dismissFailure);
        message.show(study.failureProperty(), study::dismissFailure);
        notice.show(study.noticeProperty(), study::dismissNotice);
        models.review().onFailure(sentence -> {
            if (!models.review().openProperty().get()) {
                study.fail(sentence);
            }
        });
        activity.follow(reading, () -> {
            study.cancel();
            models.review().cancel();
        });
        reading.visibleProperty().addListener((source, old, now) -> show());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    private void show() {
        boolean reviewing = models.review().openProperty().get();
        boolean open = models.study().storeProperty().get().isPresent();
        start.setVisible(!reviewing && !open && !reading.visibleProperty().get());
        review.setVisible(reviewing);
        body.setVisible(!reviewing && open);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            models.study().dismissFailure();
        }
    }

    @FXML
    private void openStudy() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a study");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Studies", "*" + StudyStore.ENDING));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            models.study().open(chosen.toPath());
        }
    }

    @FXML
    private void ofFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A study of the models in a folder");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            models.review().list(List.of(chosen.toPath()));
        }
    }

    @FXML
    private void ofFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("A study of model files");
        List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            List<Path> paths = chosen.stream().map(File::toPath).toList();
            models.review().list(paths);
        }
    }

    @FXML
    private void ofLibrary() {
        models.reviewLibrary();
    }
}
