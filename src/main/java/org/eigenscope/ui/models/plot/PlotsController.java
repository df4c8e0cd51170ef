package org.eigenscope.ui.models.plot;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.models.rows.Field;
import org.eigenscope.ui.models.rows.Fields;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The plots of a study: which one, of what, and the plot itself. */
public final class PlotsController {
    private static final String ONE_COLOR = "one colour";

    private final PlotModel model;
    private final PlotOutput output;
    private final ThemeModel theme;
    private final Consumer<StudyRow> opener;
    private final PlotView view = new PlotView();

    @FXML
    private ComboBox<PlotKind> kind;

    @FXML
    private ComboBox<Field> x;

    @FXML
    private ComboBox<Field> y;

    @FXML
    private ComboBox<String> group;

    @FXML
    private ComboBox<String> sideA;

    @FXML
    private ComboBox<String> sideB;

    @FXML
    private HBox abscissa;

    @FXML
    private HBox ordinate;

    @FXML
    private HBox grouping;

    @FXML
    private HBox sides;

    @FXML
    private StackPane stage;

    @FXML
    private Label empty;

    @FXML
    private Label done;

    @FXML
    private InlineMessage message;

    private boolean filling;

    /**
     * @param model the plot
     * @param output writes it to files
     * @param theme light or dark
     * @param opener shows the spectrum of a row
     */
    public PlotsController(PlotModel model, PlotOutput output, ThemeModel theme, Consumer<StudyRow> opener) {
        this.model = model;
        this.output = output;
        this.theme = theme;
        this.opener = opener;
    }

    @FXML
    private void initialize() {
        stage.getChildren().add(0, view);
        Themes.follow(theme, view);
        view.connect(new Points());
        kind.getItems().setAll(PlotKind.values());
        kind.valueProperty().bindBidirectional(model.kindProperty());
        x.setConverter(new FieldNames());
        y.setConverter(new FieldNames());
        x.valueProperty().addListener((source, old, now) -> choose(now, model.xProperty()::set));
        y.valueProperty().addListener((source, old, now) -> choose(now, model.yProperty()::set));
        group.valueProperty().addListener((source, old, now) -> choose(now, this::chooseGroup));
        sideA.valueProperty().addListener((source, old, now) -> choose(now, value -> chooseSides()));
        sideB.valueProperty().addListener((source, old, now) -> choose(now, value -> chooseSides()));
        model.rows().fieldsProperty().addListener((source, old, now) -> fill(now));
        model.xProperty().addListener((source, old, now) -> showChoice());
        model.yProperty().addListener((source, old, now) -> showChoice());
        model.groupProperty().addListener((source, old, now) -> showChoice());
        model.valuesProperty().addListener((source, old, now) -> showSides());
        model.sidesProperty().addListener((source, old, now) -> showSides());
        model.kindProperty().addListener((source, old, now) -> showSelectors());
        model.sceneProperty().addListener((source, old, now) -> show());
        model.rows().selectedProperty().addListener((source, old, now) -> show());
        model.rows().hoveredProperty().addListener((source, old, now) -> view.showHovered(now));
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Printable.of(model.sceneProperty().get().empty()), model.sceneProperty()));
        done.textProperty().bind(output.doneProperty().map(Printable::of));
        message.show(output.failureProperty(), output::dismissFailure);
        fill(model.rows().fieldsProperty().get());
        showSelectors();
        show();
    }

    private <T> void choose(T value, Consumer<T> choice) {
        if (!filling && value != null) {
            choice.accept(value);
        }
    }

    private void chooseGroup(String name) {
        model.groupProperty().set(model.rows().fieldsProperty().get().find(name));
    }

    private void chooseSides() {
        if (sideA.getValue() != null && sideB.getValue() != null) {
            model.sidesProperty().set(new PlotRequest.Sides(sideA.getValue(), sideB.getValue()));
        }
    }

    private void fill(Fields fields) {
        filling = true;
        try {
            x.getItems().setAll(fields.numeric());
            y.getItems().setAll(fields.numeric());
            group.getItems().setAll(ONE_COLOR);
            fields.grouping().forEach(field -> group.getItems().add(field.id()));
        } finally {
            filling = false;
        }
        showChoice();
        showSides();
    }

    private void showChoice() {
        filling = true;
        try {
            x.setValue(model.xProperty().get());
            y.setValue(model.yProperty().get());
            group.setValue(model.groupProperty().get().map(Field::id).orElse(ONE_COLOR));
        } finally {
            filling = false;
        }
    }

    private void showSides() {
        filling = true;
        try {
            List<String> values = model.valuesProperty().get();
            sideA.getItems().setAll(values);
            sideB.getItems().setAll(values);
            sideA.setValue(model.sidesProperty().get().a());
            sideB.setValue(model.sidesProperty().get().b());
        } finally {
            filling = false;
        }
    }

    private void showSelectors() {
        PlotKind now = model.kindProperty().get();
        visible(
                abscissa,
                now == PlotKind.SERIES || now == PlotKind.SCATTER || now == PlotKind.HEATMAP || now == PlotKind.ENERGY);
        visible(ordinate, now != PlotKind.KS && now != PlotKind.WATERFALL && now != PlotKind.ENERGY);
        visible(grouping, now != PlotKind.HEATMAP && now != PlotKind.WATERFALL && now != PlotKind.ENERGY);
        visible(sides, now == PlotKind.COMPARE);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void saveFigure() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the plot as a figure");
        chooser.setInitialFileName(model.kindProperty().get().id() + ".pdf");
        for (FigureFormat format : FigureFormat.values()) {
            if (format != FigureFormat.JSON) {
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(format.description(), "*." + format.extension()));
            }
        }
        File chosen = chooser.showSaveDialog(stage.getScene().getWindow());
        if (chosen != null) {
            output.save(chosen.toPath());
        }
    }

    private void show() {
        view.show(model.sceneProperty().get(), model.rows().selectedProperty().get());
    }

    /** Names of fields in a list. */
    private static final class FieldNames extends StringConverter<Field> {
        @Override
        public String toString(Field field) {
            return field == null ? "" : Printable.of(field.id());
        }

        @Override
        public Field fromString(String text) {
            throw new UnsupportedOperationException("names are not typed");
        }
    }

    /** What is done with the points. */
    private final class Points implements PlotView.Handler {
        @Override
        public void brush(double x1, double y1, double x2, double y2, boolean add) {
            model.brush(x1, y1, x2, y2, add);
        }

        @Override
        public void choose(Optional<StudyRow> row, boolean add) {
            model.choose(row, add);
        }

        @Override
        public void point(Optional<StudyRow> row) {
            model.point(row);
        }

        @Override
        public void open(StudyRow row) {
            opener.accept(row);
        }

        @Override
        public String describe(PlotScene.Point point) {
            String run = point.row().cells().text(Column.RUN);
            String tensor = point.row().cells().text(Column.TENSOR);
            String name = tensor.isEmpty() ? point.row().cells().text(Column.SOURCE) : tensor;
            return Printable.of((run.isEmpty() ? "" : run + "  ") + name) + "  " + Numbers.formatShort(point.x()) + ", "
                    + Numbers.formatShort(point.y());
        }
    }
}
