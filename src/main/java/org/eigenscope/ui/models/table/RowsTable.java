package org.eigenscope.ui.models.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Field;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.models.rows.RowOrder;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.study.SpectraModel;

/** The rows of a study on screen. Sorting and choosing go through the model, which the plots follow too. */
public final class RowsTable extends TableView<StudyRow> {
    private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("pointed");
    private static final double NUMBER_WIDTH = 78;
    private static final double COUNT_WIDTH = 62;
    private static final double RUN_WIDTH = 150;
    private static final double LAW_WIDTH = 104;
    private static final double WARNINGS_WIDTH = 160;
    private static final double HEAD_MARGIN = 30;
    private static final double HEAD_CHARACTER = 6.6;
    private static final double NAME_WIDTH = 190;
    private static final double TEXT_WIDTH = 84;
    private static final double PICTURE_WIDTH = 84;

    private final Map<Field, TableColumn<StudyRow, StudyRow>> made = new HashMap<>();
    private final TableColumn<StudyRow, StudyRow> picture = new TableColumn<>("ESD");
    private final Label nothing = new Label();
    private RowsModel rows;
    private boolean following;

    public RowsTable() {
        getStyleClass().addAll("dense", "models-table");
        setAccessibleText("Matrices of the study");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setFixedCellSize(28);
        nothing.getStyleClass().add("text-muted");
        setPlaceholder(nothing);
        setRowFactory(view -> new Row());
        setSortPolicy(view -> {
            sort(List.copyOf(view.getSortOrder()));
            return true;
        });
    }

    /** Follows a model from now on. */
    void follow(RowsModel model, ColumnChoice columns, SpectraModel spectra) {
        rows = model;
        picture.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        picture.setCellFactory(column -> new PictureCell(spectra));
        picture.setSortable(false);
        picture.setPrefWidth(PICTURE_WIDTH);
        picture.setGraphic(head("ESD", "eigenvalues over equal steps of ln λ, as the study keeps them"));
        picture.setText(null);
        columns.shownProperty().addListener((source, old, now) -> showColumns(now));
        showColumns(columns.shownProperty().get());
        model.shownProperty().addListener((source, old, now) -> showRows(now));
        showRows(model.shownProperty().get());
        model.selectedProperty().addListener((source, old, now) -> showSelection(now));
        model.hoveredProperty().addListener((source, old, now) -> refreshPointed());
        getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> choose());
    }

    private void showColumns(List<Field> fields) {
        List<TableColumn<StudyRow, StudyRow>> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(made.computeIfAbsent(field, this::column));
            if (field.column().filter(c -> c == Column.TENSOR).isPresent()) {
                columns.add(picture);
            }
        }
        if (!columns.contains(picture)) {
            columns.add(Math.min(1, columns.size()), picture);
        }
        getColumns().setAll(columns);
    }

    private TableColumn<StudyRow, StudyRow> column(Field field) {
        TableColumn<StudyRow, StudyRow> column = new TableColumn<>();
        column.setId("column-" + field.id());
        column.setUserData(field);
        column.setGraphic(head(field.title(), field.meaning()));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(view -> new RowCell(field));
        column.setPrefWidth(Math.max(
                width(field), HEAD_MARGIN + HEAD_CHARACTER * field.title().length()));
        return column;
    }

    private static double width(Field field) {
        if (field.numeric()) {
            return field.isCount() ? COUNT_WIDTH : NUMBER_WIDTH;
        }
        return field.column()
                .map(column -> switch (column) {
                    case TENSOR, SOURCE, SKIPPED -> NAME_WIDTH;
                    case RUN -> RUN_WIDTH;
                    case LAW, BEST_LAW, PHASE -> LAW_WIDTH;
                    case WARNINGS -> WARNINGS_WIDTH;
                    default -> TEXT_WIDTH;
                })
                .orElse(TEXT_WIDTH);
    }

    private static Label head(String title, String meaning) {
        Label head = new Label(Printable.of(title));
        head.setTooltip(new Tooltip(Printable.of(title + ": " + meaning)));
        return head;
    }

    private void sort(List<TableColumn<StudyRow, ?>> columns) {
        if (rows == null || following) {
            return;
        }
        List<RowOrder.Key> keys = new ArrayList<>();
        for (TableColumn<StudyRow, ?> column : columns) {
            if (column.getUserData() instanceof Field field) {
                keys.add(new RowOrder.Key(field, column.getSortType() == TableColumn.SortType.ASCENDING));
            }
        }
        rows.orderProperty().set(new RowOrder(keys));
    }

    private void showRows(List<StudyRow> shown) {
        boolean none = rows.allProperty().get().isEmpty();
        nothing.setText(none ? "The study has no row yet." : "No row fits the filter.");
        following = true;
        try {
            int focused = getFocusModel().getFocusedIndex();
            setItems(FXCollections.observableList(shown));
            select(rows.selectedProperty().get());
            if (focused >= 0 && getSelectionModel().isEmpty()) {
                getFocusModel().focus(Math.min(focused, shown.size() - 1));
            }
        } finally {
            following = false;
        }
    }

    private void showSelection(Set<Long> ids) {
        if (following) {
            return;
        }
        following = true;
        try {
            select(ids);
            int first = getSelectionModel().getSelectedIndex();
            if (first >= 0 && ids.size() < getItems().size()) {
                scrollTo(Math.max(0, first - 2));
            }
        } finally {
            following = false;
        }
    }

    private void select(Set<Long> ids) {
        getSelectionModel().clearSelection();
        int[] places = new int[Math.min(ids.size(), getItems().size())];
        int count = 0;
        for (int i = 0; i < getItems().size() && count < places.length; i++) {
            if (ids.contains(getItems().get(i).id())) {
                places[count++] = i;
            }
        }
        if (count > 0) {
            int[] rest = Arrays.copyOfRange(places, 1, Math.max(1, count));
            getSelectionModel().selectIndices(places[0], rest);
        }
    }

    private void choose() {
        if (following || rows == null) {
            return;
        }
        Set<Long> ids = new HashSet<>();
        for (int index : getSelectionModel().getSelectedIndices()) {
            if (index >= 0 && index < getItems().size()) {
                ids.add(getItems().get(index).id());
            }
        }
        following = true;
        try {
            rows.select(ids, false);
        } finally {
            following = false;
        }
    }

    private void refreshPointed() {
        lookupAll(".table-row-cell").forEach(node -> {
            if (node instanceof Row row) {
                row.showPointed();
            }
        });
    }

    /** A line of the table: faint where nothing could be computed, marked where the mouse is over its point in a plot. */
    private final class Row extends TableRow<StudyRow> {
        @Override
        protected void updateItem(StudyRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(SKIPPED, !empty && row != null && row.isFailed());
            showPointed();
        }

        private void showPointed() {
            StudyRow row = getItem();
            boolean pointed = row != null
                    && rows != null
                    && rows.hoveredProperty().get().isPresent()
                    && rows.hoveredProperty().get().getAsLong() == row.id();
            pseudoClassStateChanged(HOVERED, pointed);
        }
    }
}
