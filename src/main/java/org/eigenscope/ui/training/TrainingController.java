package org.eigenscope.ui.training;

import java.io.File;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.training.model.Phase;
import org.eigenscope.ui.training.model.Question;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.output.TrainingOutput;

/** The buttons over the results, and what is said and asked. */
public final class TrainingController {
    private final TrainingModel model;
    private final TrainingOutput output;
    private final ActivityModel writing;

    @FXML
    private HBox root;

    @FXML
    private Button train;

    @FXML
    private Button pause;

    @FXML
    private Button step;

    @FXML
    private Button stop;

    @FXML
    private Label progress;

    @FXML
    private MenuButton save;

    @FXML
    private Button keep;

    @FXML
    private InlineMessage failure;

    @FXML
    private InlineMessage question;

    @FXML
    private InlineMessage done;

    @FXML
    private ActivityBar activity;

    /**
     * @param model what is trained
     * @param output what becomes of it
     * @param writing shows that files are written
     */
    public TrainingController(TrainingModel model, TrainingOutput output, ActivityModel writing) {
        this.model = model;
        this.output = output;
        this.writing = writing;
    }

    @FXML
    private void initialize() {
        failure.show(model.failureProperty(), model::dismissFailure);
        done.show(output.doneProperty(), output::dismissDone);
        ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "question", "");
        sentence.bind(model.questionProperty().map(Question::sentence));
        question.show(sentence.getReadOnlyProperty(), model::decline);
        question.offer(model.questionProperty().map(Question::label), model::affirm);
        progress.textProperty().bind(model.progressProperty());
        activity.follow(writing, output::cancel);
        train.setTooltip(new Tooltip("Train every batch size with every seed, from new random weights"));
        pause.setTooltip(new Tooltip("Pause all runs, or go on"));
        step.setTooltip(new Tooltip("Take one step of the chosen run, and pause"));
        stop.setTooltip(new Tooltip("End the training; what is there stays"));
        save.setTooltip(new Tooltip("Save networks as safetensors that say how they were trained"));
        keep.setTooltip(new Tooltip("Make a study of all checkpoints, and show it in the tab Models"));
        model.phaseProperty().addListener((source, old, now) -> show(now));
        model.runs().shownProperty().addListener((source, old, now) -> showOutput());
        show(model.phaseProperty().get());
        showOutput();
    }

    private void show(Phase phase) {
        boolean wasBar = isBarFocused() || train.isFocused();
        boolean training = phase == Phase.TRAINING || phase == Phase.PAUSED;
        train.setDisable(phase.isUnderWay());
        pause.setDisable(!training);
        pause.setText(phase == Phase.PAUSED ? "Go on" : "Pause");
        step.setDisable(!training);
        stop.setDisable(!phase.isUnderWay());
        // the keyboard goes to what the next press is likely to mean
        if (wasBar && phase == Phase.TRAINING) {
            pause.requestFocus();
        } else if (wasBar && phase == Phase.IDLE) {
            train.requestFocus();
        }
    }

    private boolean isBarFocused() {
        return pause.isFocused() || step.isFocused() || stop.isFocused();
    }

    private void showOutput() {
        boolean nothing = model.runs().shownProperty().get().isEmpty();
        save.setDisable(nothing);
        keep.setDisable(nothing);
    }

    private Window window() {
        return root.getScene().getWindow();
    }

    @FXML
    private void train() {
        model.train();
    }

    @FXML
    private void pauseOrGoOn() {
        if (model.phaseProperty().get() == Phase.PAUSED) {
            model.resume();
        } else {
            model.pause();
        }
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void saveShown() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save this network");
        chooser.setInitialFileName(output.suggestedName().orElse("network.safetensors"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("safetensors", "*.safetensors"));
        Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath).ifPresent(output::saveShown);
    }

    @FXML
    private void saveAll() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A folder for all checkpoints");
        Optional.ofNullable(chooser.showDialog(window())).map(File::toPath).ifPresent(output::saveAll);
    }

    @FXML
    private void keepAsStudy() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Keep as study");
        chooser.setInitialFileName("training" + StudyStore.ENDING);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Studies", "*" + StudyStore.ENDING));
        Optional.ofNullable(chooser.showSaveDialog(window())).map(File::toPath).ifPresent(output::keepAsStudy);
    }
}
