package org.eigenscope.ui.figure;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.util.StringConverter;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.export.page.PagePart;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.StripView;

/** Between the dialog's controls and the figure's edits. */
public final class FigureChanges {
    private FigureChanges() {}

    /** The figure at a preset's width or a part of it, and the height that suits its panels. */
    public static FigureEdits preset(FigureEdits edits, PagePreset preset, PagePart part) {
        PageStyle style = edits.page().style();
        double inches = preset.inches() * part.fraction();
        double high = preset.heightFor(inches, edits.rows(), edits.look().columns());
        PageStyle resized =
                style.withSize(inches * PageStyle.INCH, high * PageStyle.INCH).withTypeSize(preset.typeSizeFor(inches));
        return edits.withPage(new PagePlan(preset.id(), resized));
    }

    /** The panels in another number of columns; a page of a preset changes its height with them. */
    public static FigureEdits columns(FigureEdits edits, int columns) {
        FigureEdits arranged = edits.withLook(edits.look().withColumns(columns));
        return PagePreset.byId(edits.page().preset())
                .map(preset ->
                        preset(arranged, preset, partOf(preset, edits.page().style())))
                .orElse(arranged);
    }

    /** The part of a preset's width that a page comes closest to. */
    public static PagePart partOf(PagePreset preset, PageStyle style) {
        double fraction = style.width() / (preset.inches() * PageStyle.INCH);
        return Stream.of(PagePart.values())
                .min(Comparator.comparingDouble(part -> Math.abs(part.fraction() - fraction)))
                .orElseThrow();
    }

    public static String title(PagePart part) {
        return switch (part) {
            case FULL -> "full width";
            case HALF -> "half";
            case THIRD -> "a third";
        };
    }

    public static String title(Optional<FigureLook.InsetView> inset) {
        return inset.map(view -> view == FigureLook.InsetView.CCDF ? "CCDF" : "linear axes")
                .orElse("none");
    }

    public static String title(LegendPosition position) {
        return switch (position) {
            case AUTO -> "where it covers least";
            case OUTSIDE -> "above the axes";
            case NONE -> "none";
            default -> position.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    public static String title(StripView strip) {
        return switch (strip) {
            case NONE -> "nothing";
            case RATIO -> "data over law";
            case EXCESS -> "share of the data minus F(λ)";
            case KAPPA_RANGE -> "κ by range of the fit";
        };
    }

    /** Shows values by their names; they are chosen, never typed. */
    public static <T> StringConverter<T> names(Function<T, String> name) {
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
