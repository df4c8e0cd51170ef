package org.eigenscope.ui.lessons;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.eigenscope.ui.lessons.script.Task;

/** The task of a step: what is asked, where it is answered, and what is said of the answer. */
public final class TaskController {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LessonsModel model;

    @FXML
    private Parent root;

    @FXML
    private Label prompt;

    @FXML
    private TextField field;

    @FXML
    private VBox options;

    @FXML
    private Button check;

    @FXML
    private Label feedback;

    public TaskController(LessonsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        field.managedProperty().bind(field.visibleProperty());
        options.managedProperty().bind(options.visibleProperty());
        feedback.managedProperty().bind(feedback.visibleProperty());
        root.managedProperty().bind(root.visibleProperty());
        model.placeProperty().addListener((source, old, place) -> showTask());
        model.feedbackProperty().addListener((source, old, now) -> showFeedback());
        showTask();
    }

    private void showTask() {
        Task task = model.placeProperty().get().map(p -> p.current().task()).orElse(new Task.Read());
        root.setVisible(!(task instanceof Task.Read));
        prompt.setText(task.prompt());
        field.clear();
        field.setVisible(task instanceof Task.Answer);
        field.setAccessibleText(task.prompt());
        options.setVisible(task instanceof Task.Choose);
        options.getChildren().clear();
        if (task instanceof Task.Choose choice) {
            showOptions(choice.options());
        }
        showFeedback();
    }

    private void showOptions(List<String> sentences) {
        ToggleGroup group = new ToggleGroup();
        for (String sentence : sentences) {
            RadioButton button = new RadioButton(sentence);
            button.setToggleGroup(group);
            button.setWrapText(true);
            button.setMinHeight(RadioButton.USE_PREF_SIZE);
            options.getChildren().add(button);
        }
    }

    private void showFeedback() {
        Feedback now = model.feedbackProperty().get();
        feedback.setText(now.text());
        feedback.setVisible(!now.text().isEmpty());
        root.pseudoClassStateChanged(DONE, now.isDone());
        root.pseudoClassStateChanged(WRONG, now.state() == Feedback.State.WRONG);
        check.setDisable(now.isDone());
    }

    /** Checks what was answered, as Enter does wherever the focus is. */
    @FXML
    void check() {
        if (field.isVisible()) {
            model.answer(field.getText());
        } else if (options.isVisible()) {
            chosen();
        } else {
            model.check();
        }
    }

    private void chosen() {
        for (int i = 0; i < options.getChildren().size(); i++) {
            if (((RadioButton) options.getChildren().get(i)).isSelected()) {
                model.choose(i);
                return;
            }
        }
        model.chooseNothing();
    }

    @FXML
    private void showHow() {
        model.showHow();
    }

    @FXML
    private void restart() {
        model.restart();
        showTask();
    }
}
