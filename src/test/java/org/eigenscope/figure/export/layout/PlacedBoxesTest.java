package org.eigenscope.figure.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.Sheet;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisSpec;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.export.type.Typefaces;
import org.eigenscope.figure.export.type.Typesetter;
import org.eigenscope.figure.style.CurveRole;
import org.junit.jupiter.api.Test;

class PlacedBoxesTest {
    private static final List<String> NOTES = List.of(
            "κ = 2.79 [2.03, 3.83]", "γ = 0.500 (held)", "s = 0.0887 [0.0777, 0.101]", "τ = 0 [–, 0.00256]", "n = 200");
    private static final Typesetter TYPE = new Typesetter(Typefaces.load(), Typefaces.load());

    @Test
    void parameterBoxNeverLeavesTheAxesHoweverNarrowThePage() {
        for (PagePreset preset : PagePreset.values()) {
            double width = preset.inches() / 3;
            PageStyle third = PageStyle.of(preset)
                    .withSize(width * PageStyle.INCH, preset.heightFor(width) * PageStyle.INCH)
                    .withTypeSize(preset.typeSizeFor(width));
            PanelLayout panel = laid(Panel.of(falling()).withNotes(NOTES), third);
            notes(panel, third)
                    .ifPresent(notes -> assertThat(panel.frame().area().contains(notes.area()))
                            .as(
                                    "%s: %s in %s",
                                    preset, notes.area(), panel.frame().area())
                            .isTrue());
        }
    }

    @Test
    void parametersWithoutRoomInsideStandBelowTheAxesInFull() {
        PageStyle tiny = PageStyle.of(PagePreset.ICML).withSize(100, 90);
        SheetLayout.Laid laid = SheetLayout.of(Sheet.of(Panel.of(falling()).withNotes(NOTES)), tiny, TYPE);
        assertThat(notes(laid.panels().get(0), tiny)).isEmpty();
        assertThat(String.join(" ", laid.footnotes().lines())).isEqualTo(String.join(", ", NOTES));
    }

    @Test
    void parametersStandWhereTheyWereAskedFor() {
        PageStyle page = PageStyle.of(PagePreset.ICML);
        Panel panel = Panel.of(falling()).withNotes(NOTES);
        PanelLayout corner = laid(panel.withNotesPlace(LegendPosition.BOTTOM_RIGHT), page);
        Rectangle2D area = corner.frame().area();
        Rectangle2D box = notes(corner, page).orElseThrow().area();
        assertThat(box.getMinX()).isGreaterThan(area.getCenterX());
        assertThat(box.getMaxY()).isGreaterThan(area.getCenterY());
        SheetLayout.Laid below = SheetLayout.of(Sheet.of(panel.withNotesPlace(LegendPosition.OUTSIDE)), page, TYPE);
        assertThat(below.footnotes().lines()).isNotEmpty();
    }

    /** The box is looked at by walking along each curve in small steps. */
    @Test
    void parametersNeverHideACurveOnAnyPage() {
        for (PagePreset preset : PagePreset.values()) {
            for (double part : new double[] {0.3, 0.5, 0.75, 1}) {
                PageStyle whole = PageStyle.of(preset);
                PageStyle page = whole.withSize(
                        Math.max(PageStyle.INCH, part * whole.width()),
                        Math.max(PageStyle.INCH, part * whole.height()));
                PanelLayout panel = laid(Panel.of(falling()).withNotes(NOTES), page);
                notes(panel, page)
                        .ifPresent(notes -> assertThat(hidden(panel, notes.area()))
                                .as(preset + " " + part)
                                .isLessThanOrEqualTo(3 * 2.0));
            }
        }
    }

    /** The length of curve inside a rectangle, in points. */
    private static double hidden(PanelLayout panel, Rectangle2D area) {
        double length = 0;
        for (Curve curve : panel.panel().chart().curves()) {
            for (int i = 1; i < curve.size(); i++) {
                double x0 = panel.frame().px(curve.xAt(i - 1));
                double y0 = panel.frame().py(curve.yAt(i - 1));
                double x1 = panel.frame().px(curve.xAt(i));
                double y1 = panel.frame().py(curve.yAt(i));
                double step = Math.hypot(x1 - x0, y1 - y0) / 500;
                for (int k = 0; k < 500; k++) {
                    length += area.contains(x0 + (x1 - x0) * k / 500, y0 + (y1 - y0) * k / 500) ? step : 0;
                }
            }
        }
        return length;
    }

    @Test
    void boxIsSetSmallerRatherThanOverALine() {
        PageStyle page = PageStyle.of(PagePreset.ICML);
        double usual = new Measures(page.typeSize()).noteType();
        List<Double> sizes = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 1.0).stream()
                .map(part -> laid(
                        Panel.of(falling()).withNotes(NOTES), page.withSize(part * page.width(), part * page.height())))
                .flatMap(panel -> notes(panel, page).stream())
                .map(PlacedBoxes.Notes::size)
                .toList();
        assertThat(sizes)
                .allMatch(size -> size >= 5 && size <= usual)
                .anyMatch(size -> size < 0.95 * usual)
                .contains(usual);
    }

    @Test
    void boxAvoidsTheInsetAndTheLegendNotOnlyTheirCorners() {
        PageStyle third = PageStyle.of(PagePreset.NEURIPS).withSize(300, 280);
        FigureSpec chart = falling().withLegend(LegendPosition.TOP_RIGHT);
        Panel.Inset inset = new Panel.Inset(falling(), LegendPosition.BOTTOM_RIGHT);
        PanelLayout panel = laid(Panel.of(chart).withInset(inset).withNotes(NOTES), third);
        PlacedBoxes placed = PlacedBoxes.of(panel, TYPE, new Measures(third.typeSize()));
        Rectangle2D notes = placed.notes().orElseThrow().area();
        Rectangle2D room = InsetLayout.room(inset, panel.frame().area(), new Measures(third.typeSize()));
        assertThat(notes.intersects(room)).isFalse();
        assertThat(notes.intersects(placed.legend().orElseThrow())).isFalse();
    }

    private static Optional<PlacedBoxes.Notes> notes(PanelLayout panel, PageStyle style) {
        return PlacedBoxes.of(panel, TYPE, new Measures(style.typeSize())).notes();
    }

    private static PanelLayout laid(Panel panel, PageStyle style) {
        return SheetLayout.of(Sheet.of(panel), style, TYPE).panels().get(0);
    }

    /** Two laws from the upper left to the lower right. */
    private static FigureSpec falling() {
        double[] x = {0.01, 100};
        return FigureSpec.EMPTY
                .withXAxis(AxisSpec.log("eigenvalue λ").withRange(new AxisRange(0.01, 100)))
                .withYAxis(AxisSpec.log("density ρ(λ)").withRange(new AxisRange(0.01, 100)))
                .withCurves(List.of(
                        Curve.of(CurveRole.HTMP, "HTMP", x, new double[] {100, 0.01}),
                        Curve.of(CurveRole.MP, "MP", x, new double[] {90, 0.011})));
    }
}
