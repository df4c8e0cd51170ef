package org.eigenscope.ui.models.table;

import java.io.File;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.FileChooser;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.study.SpectraModel;
import org.eigenscope.ui.text.Numbers;

/** The table of a study with its filter and its columns. */
public final class RowsController {
    private final TableModel model;
    private final RowsModel rows;
    private final SpectraModel spectra;

    @FXML
    private TextField filter;

    @FXML
    private Label objection;

    @FXML
    private Label count;

    @FXML
    private MenuButton columns;

    @FXML
    private RowsTable table;

    @FXML
    private InlineMessage message;

    @FXML
    private Label done;

    public RowsController(TableModel model, SpectraModel spectra) {
        this.model = model;
        this.rows = model.rows();
        this.spectra = spectra;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(rows.filterProperty());
        filter.setTooltip(new Tooltip(
                "Words that some text of a row has, and comparisons such as kappa<2 role:fc1 step>=100 -bias"));
        objection.textProperty().bind(rows.objectionProperty());
        objection.visibleProperty().bind(rows.objectionProperty().isNotEmpty());
        objection.managedProperty().bind(objection.visibleProperty());
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::counts, rows.shownProperty(), rows.allProperty(), rows.selectedProperty()));
        table.follow(rows, model.columns(), spectra);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setOnMouseClicked(this::click);
        message.show(model.failureProperty(), model::dismissFailure);
        done.textProperty().bind(model.doneProperty().map(Printable::of));
        columns.setOnShowing(event -> listColumns());
        // a menu that has nothing in it does not open
        columns.getItems().add(new MenuItem());
    }

    private String counts() {
        int shown = rows.shownProperty().get().size();
        int all = rows.allProperty().get().size();
        int chosen = rows.chosen().size();
        String some = shown == all ? Numbers.count(all) : Numbers.count(shown) + " of " + Numbers.count(all);
        return some
                + (all == 1 ? " matrix" : " matrices")
                + (chosen < 2 ? "" : ", " + Numbers.count(chosen) + " chosen");
    }

    private void listColumns() {
        columns.getItems().clear();
        MenuItem usual = new MenuItem("Usual columns");
        usual.setOnAction(event -> model.columns().reset());
        columns.getItems().addAll(usual, new SeparatorMenuItem());
        for (Field field : rows.fieldsProperty().get().all()) {
            CheckBox box = new CheckBox(Printable.of(field.id()));
            box.setMnemonicParsing(false);
            box.setSelected(model.columns().isShown(field));
            box.setTooltip(new Tooltip(Printable.of(field.meaning())));
            CustomMenuItem item = new CustomMenuItem(box, false);
            item.setOnAction(event -> {
                if (event.getTarget() == item) {
                    box.setSelected(!box.isSelected());
                }
            });
            box.selectedProperty()
                    .addListener((source, old, now) -> model.columns().show(field, now));
            columns.getItems().add(item);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            focused().ifPresent(model::open);
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            model.pin(focused());
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        if (event.getClickCount() == 2 && !table.getSelectionModel().isEmpty()) {
            focused().ifPresent(model::open);
        }
    }

    private Optional<StudyRow> focused() {
        return Optional.ofNullable(table.getFocusModel().getFocusedItem());
    }

    @FXML
    private void saveCsv() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the table as CSV");
        chooser.setInitialFileName("study.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File chosen = chooser.showSaveDialog(table.getScene().getWindow());
        if (chosen != null) {
            model.saveCsv(chosen.toPath());
        }
    }
}
