package org.eigenscope.ui.spectrum.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.util.Callback;
import org.eigenscope.ui.text.Numbers;

/** A {@link FigureTable} on screen; the copy key puts all of it on the clipboard, tab-separated. */
public final class FigureTableView extends TableView<double[]> {
    private static final double HEAD_SIZE = 12;
    /** What a head's padding and a cell's take on both sides together. */
    private static final double PADDING = 26;
    /** The widest number. */
    private static final String NUMBER = "−1.234e-123";

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private FigureTable shown = FigureTable.EMPTY;

    public FigureTableView() {
        getStyleClass().addAll("figure-table", "dense", "striped");
        setAccessibleText("The chart as numbers");
        setPlaceholder(new Label("No numbers to show yet."));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        widthProperty().addListener(source -> share());
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
    public void show(FigureTable table) {
        int row = getSelectionModel().getSelectedIndex();
        if (!table.columns().equals(shown.columns())) {
            getColumns().setAll(columns(table));
        }
        shown = table;
        getItems().setAll(table.rows());
        share();
        if (row >= 0 && row < table.rows().size()) {
            getSelectionModel().select(row);
        }
    }

    /** Columns share the width as long as every word of their heads and every number has room, and else are scrolled. */
    private void share() {
        double least =
                getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        Callback<TableView.ResizeFeatures, Boolean> policy =
                least > getWidth() ? UNCONSTRAINED_RESIZE_POLICY : CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN;
        if (getColumnResizePolicy() != policy) {
            setColumnResizePolicy(policy);
        }
    }

    private static List<TableColumn<double[], String>> columns(FigureTable table) {
        List<TableColumn<double[], String>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            boolean isCount = table.columns().get(i).equals("count");
            TableColumn<double[], String> column = new TableColumn<>();
            column.setGraphic(title(table.columns().get(i)));
            column.setMinWidth(leastWidth(table.columns().get(i)));
            column.setPrefWidth(column.getMinWidth());
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text(cell.getValue()[at], isCount)));
            column.getStyleClass().add("number");
            column.setSortable(false);
            column.setReorderable(false);
            columns.add(column);
        }
        return columns;
    }

    /** Names of laws begin alike, so all of the name is there. */
    private static Label title(String text) {
        Label title = new Label(FigureTable.twoLines(text));
        title.setAccessibleText(text);
        title.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return title;
    }

    /** So wide that both lines of the head and every number have room. */
    private static double leastWidth(String head) {
        Text ruler = new Text();
        ruler.setFont(Font.font("Roboto", FontWeight.BOLD, HEAD_SIZE));
        return Stream.concat(Stream.of(NUMBER), FigureTable.twoLines(head).lines())
                        .mapToDouble(line -> {
                            ruler.setText(line);
                            return Math.ceil(ruler.getLayoutBounds().getWidth());
                        })
                        .max()
                        .orElseThrow()
                + PADDING;
    }

    private static String text(double value, boolean isCount) {
        return Double.isNaN(value) ? "–" : isCount ? Numbers.count((long) value) : Numbers.format(value);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, shown.toTsv()));
    }
}
