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
}
