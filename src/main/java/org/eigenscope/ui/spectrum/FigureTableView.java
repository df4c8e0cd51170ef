package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.eigenscope.ui.text.Numbers;

/** A {@link FigureTable} on screen; the copy key puts all of it on the clipboard, tab-separated. */
public final class FigureTableView extends TableView<double[]> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private FigureTable shown = FigureTable.EMPTY;

    public FigureTableView() {
        getStyleClass().addAll("figure-table", "dense", "striped");
        setAccessibleText("The chart as numbers");
        setPlaceholder(new Label("No numbers to show yet."));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        MenuItem copy = new MenuItem("Copy table");
        copy.setOnAction(event -> copy());
        setContextMenu(new ContextMenu(copy));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    /** Shows numbers; where you stand and how wide columns are stays as long as they mean the same. */
    void show(FigureTable table) {
        int row = getSelectionModel().getSelectedIndex();
        if (!table.columns().equals(shown.columns())) {
            getColumns().setAll(columns(table));
        }
        shown = table;
        getItems().setAll(table.rows());
        if (row >= 0 && row < table.rows().size()) {
            getSelectionModel().select(row);
        }
    }

    private static List<TableColumn<double[], String>> columns(FigureTable table) {
        List<TableColumn<double[], String>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            boolean isCount = table.columns().get(i).equals("count");
            TableColumn<double[], String> column = new TableColumn<>();
            column.setGraphic(title(table.columns().get(i)));
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(cell.getValue()[at], isCount)));
            column.getStyleClass().add("number");
            column.setSortable(false);
            column.setReorderable(false);
            columns.add(column);
        }
        return columns;
    }

    /** In as many lines as it takes: names of laws begin alike. */
    private static Label title(String text) {
        Label title = new Label(text);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private static String text(double value, boolean isCount) {
        return Double.isNaN(value) ? "–" : isCount ? Numbers.count((long) value) : Numbers.format(value);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, shown.toTsv()));
    }
}
