package org.eigenscope.ui.main;

import java.util.List;
import java.util.Locale;

/** What fills the window under the menu: one tab each, in this order. */
public enum MainTab {
    /** A spectrum with the laws over it. */
    SPECTRUM("Spectrum"),
    /** Studies of many matrices. */
    MODELS("Models"),
    /** Eigenvalues as a gas, and where their repulsion comes from. */
    REPULSION("Repulsion"),
    /** Networks that are trained here. */
    TRAINING("Training"),
    /** Lessons with a stage of their own. */
    LESSONS("Lessons");

    private final String title;

    MainTab(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The name of its page in the guide, without an ending. */
    String guidePage() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** Its place from the left, 0 for the first. */
    public int place() {
        return List.of(values()).indexOf(this);
    }

    /** The tab at a place from the left. */
    public static MainTab at(int place) {
        return List.of(values()).get(place);
    }
}
