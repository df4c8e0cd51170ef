package org.eigenscope.ui.figure.dialog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.eigenscope.figure.export.page.PagePart;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.session.PagePlan;
import org.eigenscope.ui.figure.FigureChanges;
import org.eigenscope.ui.figure.FigureEdits;
import org.eigenscope.ui.figure.FigureModel;

/** The page of the figure: its size, its type, its ground. */
public final class PageFormController extends FigureForm {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    @FXML
    private ComboBox<Optional<PagePreset>> preset;

    @FXML
    private ComboBox<PagePart> part;

    @FXML
    private TextField width;

    @FXML
    private TextField height;

    @FXML
    private ComboBox<LengthUnit> unit;

    @FXML
    private TextField type;

    @FXML
    private TextField dpi;

    @FXML
    private CheckBox dark;

    @FXML
    private CheckBox transparent;

    @FXML
    private CheckBox grey;

    PageFormController(FigureModel model) {
        super(model);
    }

    @FXML
    private void initialize() {
        preset.getItems()
                .setAll(Stream.concat(
                                Stream.of(PagePreset.values()).map(Optional::of),
                                Stream.of(Optional.<PagePreset>empty()))
                        .toList());
        preset.setConverter(FigureChanges.names(p -> p.map(PagePreset::title).orElse("own size")));
        part.getItems().setAll(PagePart.values());
        part.setConverter(FigureChanges.names(FigureChanges::title));
        unit.getItems().setAll(LengthUnit.values());
        unit.setConverter(FigureChanges.names(LengthUnit::symbol));
        unit.setValue(LengthUnit.INCH);
        unit.setOnAction(event -> showEdits());
        preset.setOnAction(event -> change(e -> withPreset(e, PagePart.FULL)));
        part.setOnAction(event -> change(e -> part.getValue() == null ? e : withPreset(e, part.getValue())));
        for (TextField field : List.of(width, height)) {
            onCommit(field, this::withSize);
        }
        onCommit(type, e -> e.withPage(e.page().withStyle(e.page().style().withTypeSize(requiredNumber(type)))));
        onCommit(dpi, e -> e.withPage(e.page().withStyle(e.page().style().withDpi(dots()))));
        for (CheckBox check : List.of(grey, dark, transparent)) {
            check.setOnAction(event -> change(this::withColors));
        }
        follow();
    }

    private FigureEdits withPreset(FigureEdits edits, PagePart chosen) {
        return preset.getValue()
                .map(p -> FigureChanges.preset(edits, p, chosen))
                .orElseGet(() -> edits.withPage(
                        new PagePlan(PagePlan.CUSTOM, edits.page().style())));
    }

    private FigureEdits withSize(FigureEdits edits) {
        PageStyle style = edits.page().style();
        PageStyle resized = style.withSize(length(width, style.width()), length(height, style.height()));
        return edits.withPage(new PagePlan(PagePlan.CUSTOM, resized));
    }

    private double length(TextField field, double points) {
        OptionalDouble exact = OptionalDouble.of(unit.getValue().fromPoints(points));
        double length = number(field, exact).isPresent() ? number(field, exact).getAsDouble() : requiredNumber(field);
        return unit.getValue().toPoints(length);
    }

    private int dots() {
        double value = requiredNumber(dpi);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("dots per inch are " + dpi.getText() + ", not a whole number");
        }
        return (int) value;
    }

    private FigureEdits withColors(FigureEdits edits) {
        PageStyle.Colors colors = new PageStyle.Colors(
                dark.isSelected() ? Theme.DARK : Theme.LIGHT, grey.isSelected(), transparent.isSelected());
        return edits.withPage(edits.page().withStyle(edits.page().style().withColors(colors)));
    }

    private static String measure(double value) {
        return BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    @Override
    void show(FigureEdits edits) {
        PageStyle style = edits.page().style();
        Optional<PagePreset> made = PagePreset.byId(edits.page().preset());
        preset.setValue(made);
        part.setValue(made.map(p -> FigureChanges.partOf(p, style)).orElse(null));
        part.setDisable(made.isEmpty());
        write(width, measure(unit.getValue().fromPoints(style.width())));
        write(height, measure(unit.getValue().fromPoints(style.height())));
        write(type, measure(style.typeSize()));
        write(dpi, Integer.toString(style.dpi()));
        dark.setSelected(style.colors().theme() == Theme.DARK);
        transparent.setSelected(style.colors().transparent());
        grey.setSelected(style.colors().grey());
    }
}
