/**
 * The library pane: open files, their tensors, the bundled samples, and which tensor is selected.
 *
 * <p>May use {@code analysis}, {@code io}, {@code spectrum}, {@code ui.work}, {@code ui.control}, {@code ui.text} and
 * JavaFX.
 */
package org.eigenscope.ui.library;
