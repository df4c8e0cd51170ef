package org.eigenscope.ui.models.review;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.text.Numbers;

/** What is known of files before they are surveyed: a table whose cells can be edited. */
public final class ReviewController {
    private static final double FILE_WIDTH = 320;
    private static final double ATTRIBUTE_WIDTH = 110;

    private final ReviewModel model;

    @FXML
    private Label title;

    @FXML
    private TextField pattern;

    @FXML
    private Label objection;

    @FXML
    private TextField name;

    @FXML
    private TextField value;

    @FXML
    private TableView<ReviewLine> table;

    @FXML
    private Label remarks;

    @FXML
    private InlineMessage message;

    @FXML
    private Button save;

    public ReviewController(ReviewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        pattern.textProperty().bindBidirectional(model.patternProperty());
        pattern.setTooltip(new Tooltip(
                "A template such as {model}_b{batch_size}_s{seed}, or a regular expression with named groups"));
        objection.textProperty().bind(model.objectionProperty().map(Printable::of));
        objection.visibleProperty().bind(model.objectionProperty().isNotEmpty());
        objection.managedProperty().bind(objection.visibleProperty());
        remarks.textProperty().bind(model.remarksProperty().map(Printable::of));
        remarks.visibleProperty().bind(model.remarksProperty().isNotEmpty());
        remarks.managedProperty().bind(remarks.visibleProperty());
        message.show(model.failureProperty(), model::dismissFailure);
        table.setEditable(true);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setFixedCellSize(28);
        model.namesProperty().addListener((source, old, now) -> showColumns(now));
        model.linesProperty().addListener((source, old, now) -> showLines(now));
        showColumns(model.namesProperty().get());
        showLines(model.linesProperty().get());
        model.openProperty().addListener((source, old, now) -> {
            if (now) {
                save.requestFocus();
            }
        });
    }

    private void showColumns(List<String> names) {
        List<TableColumn<ReviewLine, String>> columns = new ArrayList<>();
        TableColumn<ReviewLine, String> file = new TableColumn<>("file");
        file.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Printable.of(text(cell.getValue()))));
        file.setEditable(false);
        file.setSortable(false);
        file.setPrefWidth(FILE_WIDTH);
        columns.add(file);
        for (String attribute : names) {
            TableColumn<ReviewLine, String> column = new TableColumn<>(Printable.of(attribute));
            column.setCellValueFactory(
                    cell -> new ReadOnlyStringWrapper(cell.getValue().value(attribute)));
            column.setCellFactory(view -> new AttributeCell(attribute));
            column.setOnEditCommit(event -> model.edit(event.getRowValue().place(), attribute, event.getNewValue()));
            column.setSortable(false);
            column.setPrefWidth(ATTRIBUTE_WIDTH);
            columns.add(column);
        }
        table.getColumns().setAll(columns);
    }

    private static String text(ReviewLine line) {
        String failure = line.file().failure();
        return line.file().source() + (failure.isEmpty() ? "" : "  cannot be read: " + failure);
    }

    private void showLines(List<ReviewLine> lines) {
        int selected = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(lines);
        if (selected >= 0 && selected < lines.size()) {
            table.getFocusModel().focus(selected);
        }
        long failed =
                lines.stream().filter(line -> line.file().file().isEmpty()).count();
        title.setText(Numbers.count(lines.size())
                + (lines.size() == 1 ? " file" : " files")
                + (failed == 0 ? "" : ", " + Numbers.count(failed) + " of which cannot be read"));
    }

    @FXML
    private void add() {
        model.add(name.getText(), value.getText());
        name.clear();
        value.clear();
    }

    @FXML
    private void readTable() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Attributes from a table");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Tables", "*.csv", "*.tsv", "*.json"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(table.getScene().getWindow());
        if (chosen != null) {
            model.readTable(chosen.toPath());
        }
    }

    @FXML
    private void saveAndStart() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Where the study is kept");
        chooser.setInitialFileName("models" + StudyStore.ENDING);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Study", "*" + StudyStore.ENDING));
        File chosen = chooser.showSaveDialog(table.getScene().getWindow());
        if (chosen != null) {
            model.start(Optional.of(chosen.toPath()));
        }
    }

    @FXML
    private void start() {
        model.start(Optional.empty());
    }

    @FXML
    private void cancel() {
        model.cancel();
    }
}
