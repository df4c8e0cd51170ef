package org.eigenscope.figure.export.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
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

class LegendFittingTest {
    private static final PageStyle WIDE = PageStyle.of(PagePreset.ICML);
    private static final PageStyle THIRD = WIDE.withSize(100, 95);
    private static final Typefaces FACES = Typefaces.load();

    @Test
    void legendStandsInTheCornerThatCoversNoLine() {
        assertThat(laid(falling(), WIDE).legend().position()).isEqualTo(LegendPosition.TOP_RIGHT);
    }

    @Test
    void legendThatWouldCoverALineEverywhereStandsAboveTheAxes() {
        PanelLayout panel = laid(falling(), THIRD);
        assertThat(panel.legend().position()).isEqualTo(LegendPosition.OUTSIDE);
        assertThat(lines(panel))
                .isNotEmpty()
                .allMatch(line -> line.y() < panel.frame().area().getMinY());
    }

    @Test
    void legendTouchesNoWordOfAGuideWhereverThatStands() {
        for (double decade = -1; decade < 1.9; decade += 0.01) {
            Guide guide = new Guide.Vertical(Guide.Kind.MARK, Math.pow(10, decade), "MP edge, 9 spikes");
            PanelLayout panel = laid(falling().withGuides(List.of(guide)), WIDE);
            Typesetter type = new Typesetter(FACES, FACES);
            Measures measures = new Measures(WIDE.typeSize());
            GuidePlace.Line line =
                    new GuidePlace(panel.frame(), type, measures).of(guide).orElseThrow();
            assertThat(PlacedBoxes.of(panel, type, measures).legend().filter(line.words()::intersects))
                    .isEmpty();
        }
    }

    @Test
    void legendAboveTheAxesStaysOnThePage() {
        PanelLayout panel = laid(falling(), THIRD);
        assertThat(lines(panel)).allMatch(line -> line.x() >= 0 && line.y() >= 0);
        assertThat(panel.legend().box().widest()).isLessThanOrEqualTo(THIRD.width());
    }

    @Test
    void cornerThatWasAskedForIsKept() {
        FigureSpec chart = falling().withLegend(LegendPosition.BOTTOM_RIGHT);
        assertThat(laid(chart, THIRD).legend().position()).isEqualTo(LegendPosition.BOTTOM_RIGHT);
    }

    @Test
    void namesTooLongForThePageAreCutWithDots() {
        FigureSpec chart = named("an experiment with a name that nobody would call short, but somebody gave it");
        PanelLayout panel = laid(chart, THIRD);
        assertThat(panel.legend().box().widest()).isLessThanOrEqualTo(THIRD.width());
        assertThat(panel.legend().box().entries().get(0).label())
                .startsWith("an exp")
                .endsWith("…");
    }

    @Test
    void parameterBoxIsSetSmallerRatherThanOverALine() {
        Measures measures = new Measures(WIDE.typeSize());
        List<String> notes = List.of(
                "κ = 1.78 [1.35, 2.30], a line of some length",
                "γ = 0.500",
                "s = 1",
                "τ = 0",
                "a further line",
                "n = 200");
        Typesetter type = new Typesetter(FACES, FACES);
        Sheet sheet = Sheet.of(Panel.of(falling()).withNotes(notes));
        PanelLayout panel = SheetLayout.of(sheet, WIDE, type).panels().get(0);
        PlacedBoxes.Notes box = PlacedBoxes.of(panel, type, measures).notes().orElseThrow();
        assertThat(box.size()).isLessThan(measures.noteType()).isGreaterThanOrEqualTo(5);
    }

    private static List<LegendBox.Line> lines(PanelLayout panel) {
        Rectangle2D rows = panel.legend().rowsOver(panel.frame().area(), panel.cell());
        return panel.legend().box().rowsOver(rows, 1);
    }

    private static PanelLayout laid(FigureSpec chart, PageStyle style) {
        return SheetLayout.of(Sheet.of(Panel.of(chart)), style, new Typesetter(FACES, FACES))
                .panels()
                .get(0);
    }

    /** Two laws from the upper left to the lower right. */
    private static FigureSpec falling() {
        return named("inverse HTMP law");
    }

    private static FigureSpec named(String first) {
        double[] x = {0.01, 100};
        return FigureSpec.EMPTY
                .withXAxis(AxisSpec.log("eigenvalue λ").withRange(new AxisRange(0.01, 100)))
                .withYAxis(AxisSpec.log("density ρ(λ)").withRange(new AxisRange(0.01, 100)))
                .withCurves(List.of(
                        Curve.of(CurveRole.HTMP, first, x, new double[] {100, 0.01}),
                        Curve.of(CurveRole.MP, "inverse MP (κ = ∞)", x, new double[] {90, 0.011})));
    }
}
