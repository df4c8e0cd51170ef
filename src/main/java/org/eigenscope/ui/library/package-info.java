/**
 * The library pane: open files, their tensors, the bundled samples, and which tensor is selected.
 *
 * <p>May use {@code error}, {@code io}, {@code io.registry}, {@code library}, {@code progress}, {@code text}, {@code ui.control},
 * {@code ui.task}, {@code ui.text}.
 */
package org.eigenscope.ui.library;
