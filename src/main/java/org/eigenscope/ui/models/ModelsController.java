package org.eigenscope.ui.models;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.task.ActivityModel;

/** The Models tab: nothing yet, the files of a study that is to be made, or a study. */
public final class ModelsController {
    private final ModelsModel models;
    private final StudyVerbs verbs;
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
     * @param verbs what the buttons do
     * @param reading shows that files are read or written
     */
    public ModelsController(ModelsModel models, StudyVerbs verbs, ActivityModel reading) {
        this.models = models;
        this.verbs = verbs;
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
        verbs.open(root.getScene().getWindow());
    }

    @FXML
    private void ofFolder() {
        verbs.ofFolder(root.getScene().getWindow());
    }

    @FXML
    private void ofFiles() {
        verbs.ofFiles(root.getScene().getWindow());
    }

    @FXML
    private void ofLibrary() {
        verbs.ofLibrary();
    }
}
