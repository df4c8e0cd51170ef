/**
 * Background work of the window: the newest request wins, progress is sampled, answers arrive on the foreground thread.
 * Creates no thread itself.
 *
 * <p>May use {@code error}, {@code progress}.
 */
package org.eigenscope.ui.task;
