package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.StepOutline;
import org.eigenscope.figure.export.layout.Frame;
import org.eigenscope.figure.style.CurveStyle;
import org.eigenscope.figure.style.Palette;

/** Paints histograms and curves; the caller clips. */
final class DataPainter {
    private static final double STEP_WIDTH = 1;

    private final PaintStyles ink;
    private final Frame frame;

    DataPainter(PaintStyles ink, Frame frame) {
        this.ink = ink;
        this.frame = frame;
    }

    /** Filled steps with an outline; empty bins stay open. */
    void paintBars(Graphics2D g, HistogramSteps steps) {
        Palette.Bars bars = ink.palette().bars();
        g.setColor(ink.flat(bars.fill()));
        g.fill(path(steps, true));
        g.setColor(ink.flat(bars.line()));
        g.setStroke(ink.stroke(STEP_WIDTH, List.of()));
        g.draw(path(steps, false));
        new ErrorBarPainter(ink, frame).paint(g, steps);
    }

    void paintOutline(Graphics2D g, StepOutline outline) {
        ink.take(g, outline.style());
        g.draw(path(outline.steps(), false));
    }

    void paintCurve(Graphics2D g, Curve curve, CurveStyle style) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < curve.size(); i++) {
            boolean gap = Double.isNaN(curve.yAt(i));
            if (!gap && drawing) {
                path.lineTo(frame.px(curve.xAt(i)), frame.py(curve.yAt(i)));
            } else if (!gap) {
                path.moveTo(frame.px(curve.xAt(i)), frame.py(curve.yAt(i)));
            }
            drawing = !gap;
        }
        ink.take(g, style);
        g.draw(path);
    }

    /** Runs of bins without a gap, each one outline from the floor up and down again. */
    private Path2D path(HistogramSteps steps, boolean closed) {
        Path2D path = new Path2D.Double();
        double floor = frame.area().getMaxY();
        boolean inside = false;
        for (int bin = 0; bin < steps.binCount(); bin++) {
            if (steps.isGap(bin)) {
                inside = false;
                continue;
            }
            double left = frame.px(steps.lowerEdge(bin));
            double right = frame.px(steps.upperEdge(bin));
            double top = frame.py(steps.density(bin));
            if (!inside) {
                path.moveTo(left, floor);
            }
            path.lineTo(left, top);
            path.lineTo(right, top);
            if (bin + 1 == steps.binCount() || steps.isGap(bin + 1)) {
                path.lineTo(right, floor);
                if (closed) {
                    path.closePath();
                }
            }
            inside = true;
        }
        return path;
    }
}
