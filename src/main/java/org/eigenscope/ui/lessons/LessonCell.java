package org.eigenscope.ui.lessons;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.ui.lessons.script.Lesson;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lesson in the list: its title, how long it takes, and whether it is done. */
final class LessonCell extends ListCell<Lesson> {
    private final LessonsModel model;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label minutes = new Label();
    private final HBox row;

    LessonCell(LessonsModel model) {
        this.model = model;
        title.setWrapText(true);
        minutes.getStyleClass().addAll("text-muted", "caption");
        VBox words = new VBox(title, minutes);
        HBox.setHgrow(words, Priority.ALWAYS);
        title.setMinHeight(Label.USE_PREF_SIZE);
        row = new HBox(icon, words);
        row.getStyleClass().add("lesson-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Lesson lesson, boolean empty) {
        super.updateItem(lesson, empty);
        setText(null);
        setGraphic(empty || lesson == null ? null : row);
        if (lesson != null && !empty) {
            boolean done = model.isDone(lesson);
            icon.setIconCode(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
            title.setText(lesson.title());
            minutes.setText(lesson.minutes() + " min");
            setAccessibleText(lesson.title() + ", " + lesson.minutes() + " minutes" + (done ? ", done" : ""));
        }
    }
}
