/**
 * What a lesson says: its steps, what the stage shows in each, the task and when it counts as done; and the reader of
 * lesson files. Knows nothing of windows.
 *
 * <p>May use {@code error}.
 */
package org.eigenscope.ui.lessons.script;
