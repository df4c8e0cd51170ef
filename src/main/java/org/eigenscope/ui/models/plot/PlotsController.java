package org.eigenscope.ui.models.plot;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.eigenscope.figure.export.page.FigureFormat;
import org.eigenscope.session.json.SessionFile;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.plot.RowPlace;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;

/** The plots of a study: which one, of what, and the plot itself. */
public final class PlotsController {
    private static final String USUAL_GROUPS = "automatic";
    private static final String ALL_LAYERS = "all";

    private static final double TOOLTIP_WIDTH = 520;

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
    private ComboBox<String> layer;

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
    private HBox layering;

    @FXML
    private HBox sides;

    @FXML
    private StackPane stage;

    @FXML
    private Label empty;

    @FXML
    private Label notes;

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
        kind.setConverter(new KindNames());
        List.of(group, layer, sideA, sideB).forEach(box -> box.setConverter(new Names()));
        kind.getItems().setAll(PlotKind.values());
        kind.valueProperty().bindBidirectional(model.kindProperty());
        x.setConverter(new FieldNames());
        y.setConverter(new FieldNames());
        x.valueProperty().addListener((source, old, now) -> choose(now, model.xProperty()::set));
        y.valueProperty().addListener((source, old, now) -> choose(now, model.yProperty()::set));
        group.valueProperty().addListener((source, old, now) -> choose(now, this::chooseGroup));
        layer.valueProperty()
                .addListener((source, old, now) ->
                        choose(now, name -> model.layerProperty().set(name.equals(ALL_LAYERS) ? "" : name)));
        sideA.valueProperty().addListener((source, old, now) -> choose(now, value -> chooseSides()));
        sideB.valueProperty().addListener((source, old, now) -> choose(now, value -> chooseSides()));
        model.rows().fieldsProperty().addListener((source, old, now) -> fill(now));
        model.xProperty().addListener((source, old, now) -> showChoice());
        model.yProperty().addListener((source, old, now) -> showChoice());
        model.groupProperty().addListener((source, old, now) -> showChoice());
        model.layerProperty().addListener((source, old, now) -> showChoice());
        model.layersProperty().addListener((source, old, now) -> fillLayers());
        model.valuesProperty().addListener((source, old, now) -> showSides());
        model.sidesProperty().addListener((source, old, now) -> showSides());
        model.kindProperty().addListener((source, old, now) -> showSelectors());
        model.shownProperty().addListener((source, old, now) -> show());
        model.rows().selectedProperty().addListener((source, old, now) -> show());
        model.rows().hoveredProperty().addListener((source, old, now) -> view.showHovered(now));
        empty.textProperty().bind(model.shownProperty().map(shown -> Printable.of(shown.empty())));
        notes.textProperty().bind(model.shownProperty().map(PlotsController::notes));
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        whole.textProperty().bind(notes.textProperty());
        notes.setTooltip(whole);
        done.textProperty().bind(output.doneProperty().map(Printable::of));
        message.show(output.failureProperty(), output::dismissFailure);
        fillLayers();
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
            group.getItems().setAll(USUAL_GROUPS);
            fields.grouping().forEach(field -> group.getItems().add(field.id()));
        } finally {
            filling = false;
        }
        showChoice();
        showSides();
    }

    private void fillLayers() {
        filling = true;
        try {
            layer.getItems().setAll(ALL_LAYERS);
            layer.getItems().addAll(model.layersProperty().get());
        } finally {
            filling = false;
        }
        showChoice();
        showSelectors();
    }

    private void showChoice() {
        filling = true;
        try {
            x.setValue(model.xProperty().get());
            y.setValue(model.yProperty().get());
            group.setValue(model.groupProperty().get().map(Field::id).orElse(USUAL_GROUPS));
            layer.setValue(
                    model.layerProperty().get().isEmpty()
                            ? ALL_LAYERS
                            : model.layerProperty().get());
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
        visible(abscissa, Selectors.takesX(now) && now != PlotKind.WATERFALL);
        visible(ordinate, Selectors.takesY(now));
        visible(grouping, Selectors.takesGroup(now));
        visible(
                layering,
                Selectors.takesLayer(now) && model.layersProperty().get().size() > 1);
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
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("What draws it again", "*" + SessionFile.EXTENSION));
        File chosen = chooser.showSaveDialog(stage.getScene().getWindow());
        if (chosen != null) {
            output.save(chosen.toPath());
        }
    }

    private void show() {
        Set<Long> selected = model.rows().selectedProperty().get();
        view.show(model.shownProperty().get().plot(), row -> selected.contains(model.number(row)), !selected.isEmpty());
    }

    /** The sentences below the figure. */
    private static String notes(PlotShown shown) {
        return shown.plot()
                .map(plot -> Printable.of(String.join(" ", plot.sheet().notes())))
                .orElse("");
    }

    /** Plots by their titles. */
    private static final class KindNames extends StringConverter<PlotKind> {
        @Override
        public String toString(PlotKind kind) {
            return kind == null ? "" : kind.title();
        }

        @Override
        public PlotKind fromString(String text) {
            throw new UnsupportedOperationException("plots are not typed");
        }
    }

    /** Names from files in a list. */
    private static final class Names extends StringConverter<String> {
        @Override
        public String toString(String name) {
            return name == null ? "" : Printable.of(name);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("names are not typed");
        }
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

    /** What is done with the rows in the plot. */
    private final class Points implements PlotView.Handler {
        @Override
        public void brush(int panel, PlotModel.Box box, boolean add) {
            model.brush(panel, box, add);
        }

        @Override
        public void choose(Optional<RowPlace> place, boolean add) {
            model.choose(place, add);
        }

        @Override
        public void point(Optional<RowPlace> place) {
            model.point(place);
        }

        @Override
        public void open(RowPlace place) {
            row(place).ifPresent(opener);
        }

        @Override
        public String describe(RowPlace place) {
            if (place.rows().size() > 1 && model.kindProperty().get() != PlotKind.COMPARE) {
                return Numbers.count(place.rows().size()) + " matrices";
            }
            String name = row(place).map(PlotsController::name).orElse("");
            return place.isPoint() ? name + "  " + typed(place.left()) + ", " + typed(place.bottom()) : name;
        }

        private Optional<StudyRow> row(RowPlace place) {
            return model.rows().row(model.number(place.rows().get(0)));
        }

        @Override
        public long number(long row) {
            return model.number(row);
        }
    }

    private static String typed(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return whole ? Numbers.count((long) value) : Numbers.formatShort(value);
    }

    private static String name(StudyRow row) {
        String run = row.cells().text(Column.RUN);
        String tensor = row.cells().text(Column.TENSOR);
        String name = tensor.isEmpty() ? row.cells().text(Column.SOURCE) : tensor;
        return Printable.of((run.isEmpty() ? "" : run + "  ") + name);
    }
}
