package org.eigenscope.ui.lessons;

import java.io.File;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.DirectoryChooser;
import org.eigenscope.ui.control.FocusScroll;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.lessons.script.Lesson;

/** The Lessons tab: the list, the text of the step, and the buttons. */
public final class LessonsController {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final LessonsModel model;

    @FXML
    private Parent root;

    @FXML
    private Node lessonPane;

    @FXML
    private ListView<Lesson> list;

    @FXML
    private InlineMessage message;

    @FXML
    private Button forget;

    @FXML
    private Label lessonTitle;

    @FXML
    private Label counter;

    @FXML
    private ToggleButton present;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label stepTitle;

    @FXML
    private MarkdownView scene;

    @FXML
    private TaskController taskController;

    @FXML
    private MarkdownView explanation;

    @FXML
    private Button back;

    @FXML
    private Button next;

    public LessonsController(LessonsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        message.show(model.failureProperty(), model::dismissFailure);
        FocusScroll.follow(scroll);
        list.setItems(model.lessons());
        list.setCellFactory(view -> new LessonCell(model));
        list.getSelectionModel().selectedItemProperty().addListener((source, old, lesson) -> choose(lesson));
        present.selectedProperty().bindBidirectional(model.presentingProperty());
        lessonPane.visibleProperty().bind(model.presentingProperty().not());
        lessonPane.managedProperty().bind(lessonPane.visibleProperty());
        model.presentingProperty().addListener((source, old, on) -> root.pseudoClassStateChanged(PRESENTING, on));
        model.placeProperty().addListener((source, old, place) -> showPlace());
        model.feedbackProperty().addListener((source, old, feedback) -> showExplanation());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOnOption);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        showPlace();
        model.load();
    }

    private void choose(Lesson lesson) {
        boolean another = lesson != null
                && model.placeProperty()
                        .get()
                        .filter(p -> p.lesson().equals(lesson))
                        .isEmpty();
        if (another) {
            model.open(lesson);
        }
    }

    private void showPlace() {
        Optional<LessonsModel.Place> place = model.placeProperty().get();
        lessonTitle.setText(place.map(p -> p.lesson().title()).orElse(""));
        counter.setText(place.map(p ->
                        "step " + (p.step() + 1) + " of " + p.lesson().steps().size())
                .orElse(""));
        stepTitle.setText(place.map(p -> p.current().title()).orElse(""));
        scene.setText(place.map(p -> p.current().scene()).orElse(""));
        back.setDisable(place.map(p -> p.step() == 0).orElse(true));
        next.setText(place.map(LessonsModel.Place::isLast).orElse(false) ? "Next lesson" : "Next");
        next.setDisable(place.isEmpty() || model.atTheEnd());
        forget.setVisible(model.folder().isPresent());
        place.ifPresent(p -> list.getSelectionModel().select(p.lesson()));
        scroll.setVvalue(0);
        showExplanation();
    }

    private void showExplanation() {
        boolean done = model.feedbackProperty().get().isDone();
        next.pseudoClassStateChanged(DONE, done);
        explanation.setText(
                done
                        ? model.placeProperty()
                                .get()
                                .map(p -> p.current().explanation())
                                .orElse("")
                        : "");
        list.refresh();
    }

    /** A focused radio button keeps Enter to itself, though Space selects it already. */
    private void keyOnOption(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof RadioButton) {
            enter();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            model.next();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            model.back();
        } else if (event.getCode() == KeyCode.ENTER) {
            enter();
        } else if (!typing && !event.isShortcutDown() && event.getCode() == KeyCode.P) {
            model.presentingProperty().set(!model.presentingProperty().get());
        } else {
            return;
        }
        event.consume();
    }

    /** Enter checks until the task is done, then goes on; two default buttons would disturb each other. */
    private void enter() {
        if (model.feedbackProperty().get().isDone()) {
            model.next();
        } else {
            taskController.check();
        }
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void addFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Add a folder of lessons");
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.addFolder(chosen.toPath());
            forget.setVisible(true);
        }
    }

    @FXML
    private void forgetFolder() {
        model.forgetFolder();
        forget.setVisible(false);
    }
}
