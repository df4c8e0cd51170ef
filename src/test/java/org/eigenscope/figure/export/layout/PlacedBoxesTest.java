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
    void boxWithoutRoomKeepsItsFirstLines() {
        PageStyle tiny = PageStyle.of(PagePreset.ICML).withSize(100, 70);
        PanelLayout panel = laid(Panel.of(falling()).withNotes(NOTES), tiny);
        assertThat(notes(panel, tiny).orElseThrow().lines())
                .extracting(PlacedBoxes.Note::text)
                .first()
                .isEqualTo(NOTES.get(0));
        assertThat(notes(panel, tiny).orElseThrow().lines()).hasSizeLessThan(NOTES.size());
    }

    @Test
    void lineThatIsTooWideLosesItsIntervalBeforeItGoes() {
        PageStyle narrow = PageStyle.of(PagePreset.ICML).withSize(90, 140);
        List<String> lines = List.of("κ = 2.79", "s = 0.0887 [0.0777777777, 0.10111111111]", "n = 200");
        PanelLayout panel = laid(Panel.of(falling()).withNotes(lines), narrow);
        assertThat(notes(panel, narrow).orElseThrow().lines())
                .extracting(PlacedBoxes.Note::text)
                .containsExactly("κ = 2.79", "s = 0.0887", "n = 200");
    }

    @Test
    void boxWhoseEveryLineIsTooWideIsLeftOut() {
        PageStyle tiny = PageStyle.of(PagePreset.ICML).withSize(90, 90);
        PanelLayout panel = laid(Panel.of(falling()).withNotes(List.of("x".repeat(100))), tiny);
        assertThat(notes(panel, tiny)).isEmpty();
    }

    @Test
    void boxIsSetInFivePointsRatherThanOverALine() {
        PageStyle page = PageStyle.of(PagePreset.ICML);
        double usual = new Measures(page.typeSize()).noteType();
        List<Double> sizes = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 1.0).stream()
                .map(part -> laid(
                        Panel.of(falling()).withNotes(NOTES), page.withSize(part * page.width(), part * page.height())))
                .map(panel -> notes(panel, page).orElseThrow().size())
                .toList();
        assertThat(sizes)
                .allMatch(size -> size >= 5 && size <= usual)
                .contains(5.0)
                .contains(usual);
    }

    @Test
    void boxAvoidsTheInsetAndTheLegendNotOnlyTheirCorners() {
        PageStyle third = PageStyle.of(PagePreset.NEURIPS).withSize(160, 150);
        FigureSpec chart = falling().withLegend(LegendPosition.BOTTOM_LEFT);
        Panel.Inset inset = new Panel.Inset(falling(), LegendPosition.TOP_RIGHT);
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
