package org.eigenscope.figure.style;

/** The background that a figure is drawn on. */
public enum Theme {
    LIGHT,
    DARK
}
