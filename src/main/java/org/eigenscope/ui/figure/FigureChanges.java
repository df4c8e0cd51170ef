package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.eigenscope.figure.CurveRole;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.export.PagePart;
import org.eigenscope.figure.export.PagePreset;
import org.eigenscope.figure.export.PageStyle;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;

/** Between the dialog's controls and the figure's edits. */
final class FigureChanges {
    /** The laws that the window draws, with the names that the colour pickers have. */
    private static final Map<CurveRole, String> LAWS =
            Map.of(CurveRole.HTMP, "HTMP", CurveRole.MP, "MP", CurveRole.INVERSE_GAMMA, "inverse Gamma");

    private static final List<CurveRole> ORDER = List.of(CurveRole.HTMP, CurveRole.MP, CurveRole.INVERSE_GAMMA);

    private static final double COLOR_GAP = 8;

    private FigureChanges() {}

    /** The figure at a preset's width or a part of it, and the height that suits its panels. */
    static FigureEdits preset(FigureEdits edits, PagePreset preset, PagePart part) {
        PageStyle style = edits.page().style();
        double inches = preset.inches() * part.fraction();
        double high = preset.heightFor(inches, edits.rows(), edits.look().columns());
        PageStyle resized =
                style.withSize(inches * PageStyle.INCH, high * PageStyle.INCH).withTypeSize(preset.typeSizeFor(inches));
        return edits.withPage(new PagePlan(preset.id(), resized));
    }

    /** The panels in another number of columns; a page of a preset changes its height with them. */
    static FigureEdits columns(FigureEdits edits, int columns) {
        FigureEdits arranged = edits.withLook(edits.look().withColumns(columns));
        return PagePreset.byId(edits.page().preset())
                .map(preset ->
                        preset(arranged, preset, partOf(preset, edits.page().style())))
                .orElse(arranged);
    }

    /** The part of a preset's width that a page comes closest to. */
    static PagePart partOf(PagePreset preset, PageStyle style) {
        double fraction = style.width() / (preset.inches() * PageStyle.INCH);
        return Stream.of(PagePart.values())
                .min(Comparator.comparingDouble(part -> Math.abs(part.fraction() - fraction)))
                .orElseThrow();
    }

    static String title(PagePart part) {
        return switch (part) {
            case FULL -> "full width";
            case HALF -> "half";
            case THIRD -> "a third";
        };
    }

    static String title(Optional<FigureLook.InsetView> inset) {
        return inset.map(view -> view == FigureLook.InsetView.CCDF ? "CCDF" : "linear axes")
                .orElse("none");
    }

    static String title(LegendPosition position) {
        return switch (position) {
            case AUTO -> "where it covers least";
            case OUTSIDE -> "above the axes";
            case NONE -> "none";
            default -> position.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** A colour picker for each law. */
    static List<Node> colorPickers(FigureEdits edits, Consumer<UnaryOperator<FigureEdits>> change) {
        List<Node> pickers = new ArrayList<>();
        for (CurveRole role : ORDER) {
            String hex = edits.look()
                    .names()
                    .colors()
                    .getOrDefault(role.id(), role.style().light().hex());
            ColorPicker picker = new ColorPicker(Color.web(hex));
            picker.setAccessibleText("Colour of " + LAWS.get(role));
            picker.getStyleClass().add("unlabelled");
            picker.setOnAction(event -> change.accept(e -> recoloured(e, role, picker.getValue())));
            HBox row = new HBox(COLOR_GAP, picker, new Label(LAWS.get(role)));
            row.setAlignment(Pos.CENTER_LEFT);
            pickers.add(row);
        }
        return pickers;
    }

    private static FigureEdits recoloured(FigureEdits edits, CurveRole role, Color color) {
        Map<String, String> colors = new HashMap<>(edits.look().names().colors());
        colors.put(
                role.id(),
                String.format(
                        "#%02X%02X%02X",
                        Math.round(255 * color.getRed()),
                        Math.round(255 * color.getGreen()),
                        Math.round(255 * color.getBlue())));
        FigureLook.Names names =
                new FigureLook.Names(colors, edits.look().names().labels());
        return edits.withLook(edits.look().withNames(names));
    }

    /** Shows values by their names; they are chosen, never typed. */
    static <T> StringConverter<T> names(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }
}
