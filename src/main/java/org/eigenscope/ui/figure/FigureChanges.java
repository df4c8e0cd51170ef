package org.eigenscope.ui.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;
import org.eigenscope.figure.AxisRange;
import org.eigenscope.figure.CurveRole;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Theme;
import org.eigenscope.figure.export.PagePreset;
import org.eigenscope.figure.export.PageStyle;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.ui.text.Numbers;

/** Between the dialog's controls and the figure's edits. */
final class FigureChanges {
    /** The laws that the window draws, with the names that the colour pickers have. */
    private static final Map<CurveRole, String> LAWS =
            Map.of(CurveRole.HTMP, "HTMP", CurveRole.MP, "MP", CurveRole.INVERSE_GAMMA, "inverse Gamma");

    private static final List<CurveRole> ORDER = List.of(CurveRole.HTMP, CurveRole.MP, CurveRole.INVERSE_GAMMA);

    private static final double COLOR_GAP = 8;

    private FigureChanges() {}

    /** Parts of a page's width. */
    enum Part {
        FULL("all of it", 1),
        HALF("half", 0.49),
        THIRD("a third", 0.32);

        private final String title;
        private final double fraction;

        Part(String title, double fraction) {
            this.title = title;
            this.fraction = fraction;
        }

        String title() {
            return title;
        }
    }

    static FigureEdits preset(FigureEdits edits, PagePreset preset, Part part) {
        double inches = preset.inches() * part.fraction;
        PageStyle old = edits.page().style();
        PageStyle style = new PageStyle(
                inches * PageStyle.INCH,
                preset.heightFor(inches) * PageStyle.INCH,
                preset.typeSize(),
                old.colors(),
                old.dpi());
        return edits.withPage(new PagePlan(preset.id(), style));
    }

    static Part partOf(FigureEdits edits) {
        double full = PagePreset.byId(edits.page().preset())
                        .orElse(PagePreset.NEURIPS)
                        .inches()
                * PageStyle.INCH;
        double fraction = edits.page().style().width() / full;
        return fraction > 0.75 ? Part.FULL : fraction > 0.4 ? Part.HALF : Part.THIRD;
    }

    static FigureEdits extras(FigureEdits edits, boolean box, boolean residuals) {
        FigureLook.Extras old = edits.look().extras();
        return edits.withLook(edits.look().withExtras(new FigureLook.Extras(box, residuals, old.inset(), old.bins())));
    }

    static FigureEdits colors(FigureEdits edits, boolean dark, boolean grey, boolean transparent) {
        PageStyle.Colors colors = new PageStyle.Colors(dark ? Theme.DARK : Theme.LIGHT, grey, transparent);
        return edits.withPage(edits.page().withStyle(edits.page().style().withColors(colors)));
    }

    /** The axis with what the fields say; both ends empty for what the data ask for. */
    static FigureLook.Axis axis(FigureLook.Axis axis, TextField label, TextField lower, TextField upper) {
        String text = label.getText().strip();
        OptionalDouble low = Numbers.parse(lower.getText());
        OptionalDouble high = Numbers.parse(upper.getText());
        Optional<AxisRange> range = low.isPresent() && high.isPresent()
                ? Optional.of(new AxisRange(low.getAsDouble(), high.getAsDouble()))
                : Optional.empty();
        return axis.withLabel(text.isEmpty() ? Optional.empty() : Optional.of(text))
                .withRange(range);
    }

    static void show(FigureLook.Axis axis, TextField label, TextField lower, TextField upper) {
        label.setText(axis.label().orElse(""));
        label.setPromptText("as usual");
        // half a range stays in the fields until the other half is typed
        if (axis.range().isPresent()
                || lower.getText().isEmpty()
                || upper.getText().isEmpty()) {
            axis.range().ifPresent(range -> {
                lower.setText(Numbers.format(range.lower()));
                upper.setText(Numbers.format(range.upper()));
            });
        }
        lower.setPromptText("auto");
        upper.setPromptText("auto");
    }

    static String size(FigureEdits edits) {
        PageStyle style = edits.page().style();
        return String.format(
                Locale.ROOT,
                "%.2f × %.2f in, %.0f pt type",
                style.width() / PageStyle.INCH,
                style.height() / PageStyle.INCH,
                style.typeSize());
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
