package org.eigenscope.ui.plot;

/** Told when the user shows or hides a curve in the legend. */
@FunctionalInterface
public interface CurveListener {
    /** The curve with the given id was shown or hidden. */
    void curveToggled(String id, boolean visible);
}
