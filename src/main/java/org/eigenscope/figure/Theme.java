package org.eigenscope.figure;

/** The background that a figure is drawn on. */
public enum Theme {
    LIGHT,
    DARK
}
