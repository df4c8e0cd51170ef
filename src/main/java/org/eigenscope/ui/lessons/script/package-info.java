/**
 * The contents of a lesson: its steps, what the stage shows in each, the task and when it counts as done; and the
 * reader of lesson files. Does not use JavaFX.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.ui.lessons.script;
