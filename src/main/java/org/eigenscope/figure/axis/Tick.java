package org.eigenscope.figure.axis;

/**
 * A labelled tick.
 *
 * @param value where it stands
 * @param label what is written there
 */
public record Tick(double value, TickLabel label) {}
