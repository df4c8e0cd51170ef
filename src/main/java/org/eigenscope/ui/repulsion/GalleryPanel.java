package org.eigenscope.ui.repulsion;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eigenscope.analysis.StructureMeasurement;
import org.eigenscope.figure.NumberText;
import org.eigenscope.ui.text.Numbers;

/** The gallery: a table of structures with κ̂ and spacing ratio, filled as they are measured. */
final class GalleryPanel extends VBox {
    private static final double BOUND = 1e-3;
    private static final double MARGIN = 1.02;

    private final GalleryModel model;

    GalleryPanel(GalleryModel model) {
        this.model = model;
        getStyleClass().add("lab-panel");
        Label intro = new Label("Structure lowers repulsion. Each matrix is n × 2n, drawn " + GalleryModel.DRAWS
                + " times and fitted by HTMP with γ free.");
        intro.setWrapText(true);
        intro.getStyleClass().addAll("caption", "text-muted");
        TableView<StructureMeasurement> table = table();
        setVgrow(table, Priority.ALWAYS);
        Label message = new Label();
        message.setWrapText(true);
        message.getStyleClass().addAll("caption", "general-warning");
        message.textProperty().bind(model.messageProperty());
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        getChildren().addAll(intro, controls(), table, message);
    }

    private HBox controls() {
        ComboBox<Integer> size = new ComboBox<>();
        size.getItems().addAll(100, 200, 400, 800);
        size.setValue(model.sizeProperty().get());
        size.setAccessibleText("Size n of the matrices");
        size.getStyleClass().add("small");
        size.valueProperty()
                .addListener((source, old, n) -> model.sizeProperty().set(n));
        Button start = new Button("Measure");
        start.getStyleClass().addAll("small", "accent");
        start.disableProperty().bind(model.runningProperty());
        start.setOnAction(event -> model.measure());
        Button stop = new Button("Stop");
        stop.getStyleClass().add("small");
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        Label seeds = new Label("seeds " + model.seedProperty().get() + "–"
                + (model.seedProperty().get() + GalleryModel.DRAWS - 1));
        seeds.getStyleClass().addAll("caption", "text-muted");
        HBox line = new HBox(new Label("n"), size, start, stop, seeds);
        line.getStyleClass().add("lab-line");
        return line;
    }

    private TableView<StructureMeasurement> table() {
        TableView<StructureMeasurement> table = new TableView<>(model.rows());
        table.getStyleClass().addAll("dense", "lab-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Press Measure"));
        table.getColumns().add(column("structure", row -> row.ensemble().label(), 150));
        table.getColumns().add(column("fitted κ", GalleryPanel::kappa, 88));
        table.getColumns()
                .add(column("γ", row -> NumberText.significant(row.gamma().mean(), 2), 54));
        table.getColumns().add(column("⟨r⟩", row -> pair(row.ratio()), 88));
        table.getColumns()
                .add(column("KS", row -> Numbers.formatFixed3(row.distance().mean()), 48));
        table.setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(StructureMeasurement item, boolean empty) {
                super.updateItem(item, empty);
                setTooltip(
                        empty || item == null
                                ? null
                                : new Tooltip(item.ensemble().structure().description()));
            }
        });
        return table;
    }

    private static TableColumn<StructureMeasurement, String> column(
            String title, Function<StructureMeasurement, String> text, double width) {
        TableColumn<StructureMeasurement, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** κ̂ with its factor of error; at a bound of the fit, the limit it stands for. */
    private static String kappa(StructureMeasurement row) {
        double kappa = Math.exp(row.logKappa().mean());
        double factor = Math.exp(row.logKappa().standardError());
        if (kappa > 1 / (BOUND * MARGIN)) {
            return "≥ 1000";
        }
        if (row.gamma().mean() < BOUND * MARGIN) {
            // κ̂ falls with γ̂ until that is at its bound
            return "→ 0";
        }
        String error = factor > 1 && factor < 10 ? " ×/÷ " + NumberText.significant(factor, 2) : "";
        return NumberText.significant(kappa, 2) + error;
    }

    private static String pair(StructureMeasurement.Average average) {
        return Numbers.formatFixed3(average.mean()) + " ± "
                + Numbers.formatFixed3(average.standardError()).substring(1);
    }
}
