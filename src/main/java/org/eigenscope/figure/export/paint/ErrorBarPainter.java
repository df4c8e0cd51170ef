package org.eigenscope.figure.export.paint;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.eigenscope.figure.HistogramSteps;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.export.layout.Frame;

/** Paints the standard errors of estimated bins as upright lines with caps. */
final class ErrorBarPainter {
    private static final double WIDTH = 1.25;
    private static final double CAP = 3;
    /** The largest width of a cap as a fraction of its bin, so that caps of neighbours do not touch. */
    private static final double WIDEST_CAP = 0.3;

    private final PaintStyles ink;
    private final Frame frame;

    ErrorBarPainter(PaintStyles ink, Frame frame) {
        this.ink = ink;
        this.frame = frame;
    }

    void paint(Graphics2D g, HistogramSteps steps) {
        Path2D path = new Path2D.Double();
        for (int bin = 0; bin < steps.binCount(); bin++) {
            int at = bin;
            steps.errorBar(bin).ifPresent(error -> append(path, steps, at, error));
        }
        g.setColor(ink.color(ink.palette().text()));
        g.setStroke(ink.stroke(WIDTH, List.of()));
        g.draw(path);
    }

    private void append(Path2D path, HistogramSteps steps, int bin, AxisRange error) {
        double x = frame.px(steps.center(bin, frame.x().scale()));
        double top = frame.py(error.upper());
        double bottom =
                error.lower() > 0 ? frame.py(error.lower()) : frame.area().getMaxY();
        double room = frame.px(steps.upperEdge(bin)) - frame.px(steps.lowerEdge(bin));
        double cap = Math.min(ink.points(CAP), WIDEST_CAP * room);
        path.moveTo(x, top);
        path.lineTo(x, bottom);
        path.moveTo(x - cap, top);
        path.lineTo(x + cap, top);
        path.moveTo(x - cap, bottom);
        path.lineTo(x + cap, bottom);
    }
}
