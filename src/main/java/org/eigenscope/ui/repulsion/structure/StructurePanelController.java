package org.eigenscope.ui.repulsion.structure;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.eigenscope.analysis.StructureMeasurement;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.ui.text.Numbers;

/** A table of structures with κ̂ and spacing ratio, filled as they are measured. */
public final class StructurePanelController {
    private static final String START_OF_MEASURING = "Measuring; each structure appears when it is done.";

    private final StructureTableModel model;

    @FXML
    private Label intro;

    @FXML
    private ComboBox<Integer> matrixSize;

    @FXML
    private Button start;

    @FXML
    private Button stop;

    @FXML
    private Label seeds;

    @FXML
    private TableView<StructureMeasurement> table;

    @FXML
    private TableColumn<StructureMeasurement, String> structureColumn;

    @FXML
    private TableColumn<StructureMeasurement, String> kappaColumn;

    @FXML
    private TableColumn<StructureMeasurement, String> gammaColumn;

    @FXML
    private TableColumn<StructureMeasurement, String> ratioColumn;

    @FXML
    private TableColumn<StructureMeasurement, String> distanceColumn;

    @FXML
    private Label placeholder;

    @FXML
    private Label problem;

    public StructurePanelController(StructureTableModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        intro.setText("The paper claims that structure lowers repulsion. Each matrix is n × 2n, drawn "
                + StructureTableModel.DRAWS + " times and fitted by HTMP with γ free.");
        matrixSize.getItems().addAll(100, 200, 400, 800);
        matrixSize.setValue(model.sizeProperty().get());
        matrixSize
                .valueProperty()
                .addListener((source, old, n) -> model.sizeProperty().set(n));
        start.disableProperty().bind(model.runningProperty());
        stop.disableProperty().bind(model.runningProperty().not());
        long first = model.seedProperty().get();
        seeds.setText("seeds " + first + "–" + (first + StructureTableModel.DRAWS - 1));
        bindTable();
        placeholder
                .textProperty()
                .bind(Bindings.when(model.runningProperty())
                        .then(START_OF_MEASURING)
                        .otherwise("Nothing measured yet. “Measure” fills the table."));
        problem.textProperty().bind(model.messageProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    private void bindTable() {
        fill(structureColumn, row -> row.ensemble().label());
        fill(kappaColumn, StructureText::kappa);
        fill(gammaColumn, row -> NumberText.significant(row.gamma().mean(), 2));
        fill(ratioColumn, row -> StructureText.pair(row.ratio()));
        fill(distanceColumn, row -> Numbers.formatFixed3(row.distance().mean()));
        table.setRowFactory(view -> new DescribedRow());
        table.setItems(model.rows());
    }

    private static void fill(
            TableColumn<StructureMeasurement, String> column, Function<StructureMeasurement, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    @FXML
    private void measure() {
        model.measure();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    /** Says on hover what its structure is. */
    private static final class DescribedRow extends TableRow<StructureMeasurement> {
        @Override
        protected void updateItem(StructureMeasurement item, boolean empty) {
            super.updateItem(item, empty);
            setTooltip(
                    empty || item == null
                            ? null
                            : new Tooltip(item.ensemble().structure().description()));
        }
    }
}
