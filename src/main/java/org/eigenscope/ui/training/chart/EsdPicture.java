package org.eigenscope.ui.training.chart;

import org.eigenscope.figure.style.CurveStyle;

/**
 * A spectrum with a law over it.
 *
 * @param values positive eigenvalues, ascending, or quantiles of them; not to be written to
 * @param part the part of all eigenvalues that is positive
 * @param xs abscissae of the law's density; not to be written to
 * @param ys its heights; none without a law
 * @param style of the law's line
 */
@SuppressWarnings("ArrayRecordComponent") // painted in every frame
public record EsdPicture(double[] values, double part, double[] xs, double[] ys, CurveStyle style) {
    /** Whether there is nothing to paint. */
    public boolean isEmpty() {
        return values.length == 0;
    }
}
