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

/** Insets and boxes beside lines and the words of guides. */
class GuidePlaceTest {
    private static final PageStyle PAGE = PageStyle.of(PagePreset.NEURIPS);
    private static final Measures MEASURES = new Measures(PAGE.typeSize());
    private static final Typesetter TYPE = new Typesetter(Typefaces.load(), Typefaces.load());
    private static final Guide EDGE = new Guide.Vertical(Guide.Kind.MARK, 1, "MP edge, 9 spikes");
    private static final Guide SLOPE = new Guide.Slope(-1, 1, 10, 5, "slope −1.00");

    @Test
    void insetStandsWhereItCoversNoLine() {
        assertThat(cornerOfInset(chart(100, 0.01))).isEqualTo(LegendPosition.TOP_RIGHT);
        assertThat(cornerOfInset(chart(0.01, 100))).isEqualTo(LegendPosition.TOP_LEFT);
    }

    @Test
    void insetLeavesItsCornerToALegendThatWasPutThere() {
        FigureSpec chart = chart(100, 0.01).withLegend(LegendPosition.TOP_RIGHT);
        assertThat(cornerOfInset(chart)).isEqualTo(LegendPosition.BOTTOM_LEFT);
    }

    @Test
    void wordsUnderABoxStandBelowIt() {
        Frame frame = laid(Panel.of(chart(100, 0.01))).frame();
        Rectangle2D free =
                new GuidePlace(frame, TYPE, MEASURES).of(EDGE).orElseThrow().words();
        Rectangle2D box = new Rectangle2D.Double(free.getX() + 5, frame.area().getY(), 50, 60);
        Rectangle2D words = new GuidePlace(frame, TYPE, MEASURES, List.of(box))
                .of(EDGE)
                .orElseThrow()
                .words();
        assertThat(words.intersects(box)).isFalse();
        assertThat(frame.area().contains(words)).isTrue();
        assertThat(words.getX()).isEqualTo(free.getX());
    }

    @Test
    void slopeWhoseNumberABoxWouldHideIsLeftOut() {
        Frame frame = laid(Panel.of(chart(100, 0.01))).frame();
        Rectangle2D words =
                new GuidePlace(frame, TYPE, MEASURES).of(SLOPE).orElseThrow().words();
        assertThat(new GuidePlace(frame, TYPE, MEASURES, List.of(words)).of(SLOPE))
                .isEmpty();
    }

    private static LegendPosition cornerOfInset(FigureSpec chart) {
        Panel panel = Panel.of(chart).withInset(new Panel.Inset(chart, LegendPosition.AUTO));
        return laid(panel).panel().inset().orElseThrow().corner();
    }

    private static PanelLayout laid(Panel panel) {
        return SheetLayout.of(Sheet.of(panel), PAGE, TYPE).panels().get(0);
    }

    /** Two straight lines across log-log axes. */
    private static FigureSpec chart(double first, double last) {
        double[] x = {0.01, 100};
        return FigureSpec.EMPTY
                .withXAxis(AxisSpec.log("eigenvalue λ").withRange(new AxisRange(0.01, 100)))
                .withYAxis(AxisSpec.log("density ρ(λ)").withRange(new AxisRange(0.01, 100)))
                .withCurves(List.of(
                        Curve.of(CurveRole.HTMP, "HTMP", x, new double[] {first, last}),
                        Curve.of(CurveRole.MP, "MP", x, new double[] {0.9 * first, 1.1 * last})));
    }
}
