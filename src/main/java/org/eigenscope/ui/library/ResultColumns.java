package org.eigenscope.ui.library;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What was found out about a matrix, at the right of its line in two columns: κ̂ and the shape of its spectrum. They are as wide in
 * every line that has something in them, so that they stand below each other; in others they leave their room to the name.
 */
final class ResultColumns extends HBox {
    private static final double SPACING = 4;
    private static final double KAPPA_WIDTH = 50;
    private static final double SPARK_WIDTH = 35;

    ResultColumns(LibraryTensor tensor) {
        super(SPACING);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
        SparkBars bars = new SparkBars();
        bars.sparklineProperty().bind(tensor.sparklineProperty());
        StackPane spark = new StackPane(bars);
        spark.setAlignment(Pos.CENTER_RIGHT);
        spark.setMinWidth(SPARK_WIDTH);
        StackPane kappa = new StackPane(badge(tensor));
        kappa.setAlignment(Pos.CENTER_RIGHT);
        kappa.setMinWidth(KAPPA_WIDTH);
        getChildren().addAll(kappa, spark);
        managedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> tensor.kappaProperty().get().isPresent()
                                || tensor.sparklineProperty().get().heights().length > 0,
                        tensor.kappaProperty(),
                        tensor.sparklineProperty()));
        visibleProperty().bind(managedProperty());
    }

    private static Label badge(LibraryTensor tensor) {
        Label badge = new Label();
        badge.getStyleClass().addAll("kappa-badge", "caption");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip meaning = new Tooltip();
        badge.setTooltip(meaning);
        badge.textProperty()
                .bind(tensor.kappaProperty()
                        .map(chip -> chip.map(KappaChip::text).orElse("")));
        meaning.textProperty()
                .bind(tensor.kappaProperty()
                        .map(chip -> chip.map(KappaChip::meaning).orElse("")));
        badge.visibleProperty().bind(tensor.kappaProperty().map(Optional::isPresent));
        badge.managedProperty().bind(badge.visibleProperty());
        return badge;
    }
}
