package org.eigenscope.ui.training.model;

/**
 * Something that is asked before it is done.
 *
 * @param sentence why
 * @param label of the button that does it
 * @param action does it
 */
public record Question(String sentence, String label, Runnable action) {
    /** Nothing is asked. */
    static final Question NONE = new Question("", "", () -> {});
}
