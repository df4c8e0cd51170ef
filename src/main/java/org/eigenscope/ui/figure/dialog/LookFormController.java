package org.eigenscope.ui.figure.dialog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.StripView;
import org.eigenscope.ui.figure.FigureChanges;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.text.Numbers;

/** What the figure says and shows: titles, axes, legend, extras. */
public final class LookFormController extends FigureForm {
    @FXML
    private VBox titles;

    @FXML
    private Label titlesLabel;

    @FXML
    private TextField xLabel;

    @FXML
    private TextField xLower;

    @FXML
    private TextField xUpper;

    @FXML
    private TextField yLabel;

    @FXML
    private TextField yLower;

    @FXML
    private TextField yUpper;

    @FXML
    private ComboBox<LegendPosition> legend;

    @FXML
    private ComboBox<Optional<FigureLook.InsetView>> inset;

    @FXML
    private TextField bins;

    @FXML
    private HBox columnsRow;

    @FXML
    private ComboBox<Integer> columns;

    @FXML
    private CheckBox box;

    @FXML
    private ComboBox<LegendPosition> boxPlace;

    @FXML
    private TextField lineWidth;

    @FXML
    private ComboBox<StripView> strip;

    LookFormController(FigureModel model) {
        super(model);
    }

    @FXML
    private void initialize() {
        legend.getItems().setAll(LegendPosition.values());
        legend.setConverter(FigureChanges.names(FigureChanges::title));
        inset.getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<FigureLook.InsetView>empty()),
                                Stream.of(FigureLook.InsetView.values()).map(Optional::of))
                        .toList());
        inset.setConverter(FigureChanges.names(FigureChanges::title));
        columns.setConverter(FigureChanges.names(String::valueOf));
        columnsRow.managedProperty().bind(columnsRow.visibleProperty());
        legend.setOnAction(event -> change(e -> e.withLook(e.look().withLegend(legend.getValue()))));
        inset.setOnAction(event -> change(this::withExtras));
        columns.setOnAction(
                event -> change(e -> columns.getValue() == null ? e : FigureChanges.columns(e, columns.getValue())));
        for (TextField field : List.of(xLabel, xLower, xUpper, yLabel, yLower, yUpper)) {
            onCommit(field, this::withAxes);
        }
        onCommit(bins, this::withExtras);
        box.setOnAction(event -> change(this::withExtras));
        boxPlace.getItems()
                .setAll(Stream.of(LegendPosition.values())
                        .filter(place -> place != LegendPosition.NONE)
                        .toList());
        boxPlace.setConverter(FigureChanges.names(LookFormController::boxPlace));
        boxPlace.setOnAction(event -> change(this::withExtras));
        boxPlace.disableProperty().bind(box.selectedProperty().not());
        onCommit(lineWidth, this::withExtras);
        strip.getItems().setAll(StripView.values());
        strip.setConverter(FigureChanges.names(FigureChanges::title));
        strip.setOnAction(event -> change(this::withExtras));
        follow();
    }

    private static String boxPlace(LegendPosition place) {
        return switch (place) {
            case AUTO -> "in free space";
            case OUTSIDE -> "below the axes";
            default -> FigureChanges.title(place);
        };
    }

    private FigureEdits withAxes(FigureEdits edits) {
        return edits.withLook(edits.look()
                .withAxes(
                        axis(edits.look().x(), xLabel, xLower, xUpper),
                        axis(edits.look().y(), yLabel, yLower, yUpper)));
    }

    /** The axis as the fields describe it; with a range if both ends are given. */
    private FigureLook.Axis axis(FigureLook.Axis axis, TextField label, TextField lower, TextField upper) {
        String text = label.getText().strip();
        OptionalDouble from = number(lower, exact(axis, AxisRange::lower));
        OptionalDouble to = number(upper, exact(axis, AxisRange::upper));
        Optional<AxisRange> range = from.isPresent() && to.isPresent()
                ? Optional.of(new AxisRange(from.getAsDouble(), to.getAsDouble()))
                : Optional.empty();
        return axis.withLabel(text.isEmpty() ? Optional.empty() : Optional.of(text))
                .withRange(range);
    }

    private static OptionalDouble exact(FigureLook.Axis axis, ToDoubleFunction<AxisRange> end) {
        return axis.range().stream().mapToDouble(end).findFirst();
    }

    private FigureEdits withExtras(FigureEdits edits) {
        double count = number(bins).orElse(0);
        if (count != Math.rint(count) || Math.abs(count) > FigureLook.Extras.MOST_BINS) {
            throw new IllegalArgumentException(
                    "bins are " + bins.getText() + ", not a whole number up to " + FigureLook.Extras.MOST_BINS);
        }
        FigureLook.Extras extras =
                new FigureLook.Extras(box.isSelected(), strip.getValue(), inset.getValue(), (int) count, lines(edits));
        return edits.withLook(edits.look().withExtras(extras));
    }

    private FigureLook.Lines lines(FigureEdits edits) {
        double exact = edits.look().extras().lines().width();
        return new FigureLook.Lines(
                boxPlace.getValue(), number(lineWidth, OptionalDouble.of(exact)).orElse(1));
    }

    @Override
    void show(FigureEdits edits) {
        FigureEdits drawn = model().asDrawn();
        showTitles(edits.titles());
        show(edits.look().x(), drawn.look().x(), xLabel, xLower, xUpper);
        show(edits.look().y(), drawn.look().y(), yLabel, yLower, yUpper);
        FigureLook.Extras extras = edits.look().extras();
        legend.setValue(edits.look().legend());
        inset.setValue(extras.inset());
        write(bins, extras.bins() == 0 ? "" : Integer.toString(extras.bins()));
        box.setSelected(extras.box());
        boxPlace.setValue(extras.lines().box());
        write(
                lineWidth,
                extras.lines().width() == 1 ? "" : Numbers.format(extras.lines().width()));
        strip.setValue(extras.strip());
        columnsRow.setVisible(edits.titles().size() > 1);
        List<Integer> choices =
                Stream.iterate(1, n -> n <= edits.titles().size(), n -> n + 1).toList();
        if (!columns.getItems().equals(choices)) {
            columns.getItems().setAll(choices);
        }
        columns.setValue(edits.look().columns());
    }

    private void showTitles(List<String> texts) {
        titlesLabel.setText(texts.size() > 1 ? "Titles" : "Title");
        while (titles.getChildren().size() > texts.size()) {
            titles.getChildren().remove(texts.size());
        }
        for (int i = titles.getChildren().size(); i < texts.size(); i++) {
            int panel = i;
            TextField field = new TextField();
            field.setAccessibleText(texts.size() > 1 ? "Title of panel " + (i + 1) : "Title");
            field.setPromptText("none");
            onCommit(field, e -> e.withTitle(panel, field.getText()));
            titles.getChildren().add(field);
        }
        for (int i = 0; i < texts.size(); i++) {
            write((TextField) titles.getChildren().get(i), texts.get(i));
        }
    }

    private void show(FigureLook.Axis axis, FigureLook.Axis drawn, TextField label, TextField lower, TextField upper) {
        write(label, axis.label().orElse(""));
        // half a range stays in the fields until the other half is typed
        boolean half = lower.getText().isEmpty() != upper.getText().isEmpty();
        if (axis.range().isPresent() || !half) {
            write(lower, axis.range().map(r -> Numbers.format(r.lower())).orElse(""));
            write(upper, axis.range().map(r -> Numbers.format(r.upper())).orElse(""));
        }
        lower.setPromptText(drawn.range().map(r -> Numbers.format(r.lower())).orElse("auto"));
        upper.setPromptText(drawn.range().map(r -> Numbers.format(r.upper())).orElse("auto"));
    }
}
