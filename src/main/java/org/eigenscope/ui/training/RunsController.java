package org.eigenscope.ui.training;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.theme.ThemeModel;
import org.eigenscope.ui.training.chart.RunColors;
import org.eigenscope.ui.training.model.RunLine;
import org.eigenscope.ui.training.model.RunsModel;

/** The runs in a table, of which one is looked at. */
public final class RunsController {
    private static final double RADIUS = 5;

    private final RunsModel runs;
    private final ThemeModel theme;

    @FXML
    private TableView<RunLine> table;

    @FXML
    private TableColumn<RunLine, RunLine> color;

    @FXML
    private TableColumn<RunLine, String> batch;

    @FXML
    private TableColumn<RunLine, String> seed;

    @FXML
    private TableColumn<RunLine, String> epoch;

    @FXML
    private TableColumn<RunLine, String> loss;

    @FXML
    private TableColumn<RunLine, String> accuracy;

    @FXML
    private TableColumn<RunLine, String> kappa;

    @FXML
    private TableColumn<RunLine, String> state;

    public RunsController(RunsModel runs, ThemeModel theme) {
        this.runs = runs;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        table.setItems(runs.lines());
        color.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        color.setCellFactory(column -> new ColorCell());
        show(batch, line -> new ReadOnlyStringWrapper(line.batch()));
        show(seed, line -> new ReadOnlyStringWrapper(line.seed()));
        show(epoch, RunLine::epochProperty);
        show(loss, RunLine::lossProperty);
        show(accuracy, RunLine::accuracyProperty);
        show(kappa, RunLine::kappaProperty);
        show(state, RunLine::stateProperty);
        loss.getStyleClass().add("number");
        table.setRowFactory(view -> new Row());
        table.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> {
            if (now != null) {
                runs.chosenProperty().set(Optional.of(now));
            }
        });
        runs.chosenProperty().addListener((source, old, now) -> now.ifPresent(this::select));
        theme.darkProperty().addListener((source, old, now) -> table.refresh());
        runs.chosenProperty().get().ifPresent(this::select);
    }

    private void select(RunLine line) {
        if (table.getSelectionModel().getSelectedItem() != line) {
            table.getSelectionModel().select(line);
        }
    }

    private static void show(TableColumn<RunLine, String> column, Function<RunLine, ReadOnlyStringProperty> text) {
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
    }

    /** The colour of a run's lines. */
    private final class ColorCell extends TableCell<RunLine, RunLine> {
        @Override
        protected void updateItem(RunLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            Theme now = theme.darkProperty().get() ? Theme.DARK : Theme.LIGHT;
            Circle mark =
                    new Circle(RADIUS, RunColors.of(line.index(), runs.lines().size(), now));
            mark.setAccessibleText("Colour of the run");
            setGraphic(mark);
        }
    }

    /** Says on hover why a run ended early. */
    private static final class Row extends TableRow<RunLine> {
        Row() {
            Tooltip why = new Tooltip();
            why.setWrapText(true);
            why.setMaxWidth(420);
            hoverProperty().addListener((source, old, now) -> {
                String message = getItem() == null ? "" : getItem().message();
                why.setText(Printable.of(message));
                setTooltip(message.isEmpty() ? null : why);
            });
        }
    }
}
