package org.eigenscope.figure.style;

/** The shapes of points, told apart without colour. */
public enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE
}
