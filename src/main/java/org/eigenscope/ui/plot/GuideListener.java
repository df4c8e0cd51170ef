package org.eigenscope.ui.plot;

import org.eigenscope.figure.Guide;

/** Told when the user moves a guide of the chart. */
@FunctionalInterface
public interface GuideListener {
    /**
     * A guide was moved.
     *
     * @param kind which one
     * @param position the new abscissa; 0 for a τ that was dragged off the left end
     * @param finished false while the drag goes on
     */
    void guideMoved(Guide.Kind kind, double position, boolean finished);

    /**
     * A guide was moved by the keyboard; trims move by eigenvalues, which the chart does not know.
     *
     * @param kind a trim
     * @param direction 1 to the right, −1 to the left
     * @param fine whether by the smallest step
     */
    default void trimNudged(Guide.Kind kind, int direction, boolean fine) {}
}
