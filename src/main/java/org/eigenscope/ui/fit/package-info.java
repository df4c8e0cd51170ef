/**
 * The fit pane: four parameters with slider, field, lock and profile strip, trims, derived numbers, the league of laws, undo.
 *
 * <p>May use {@code analysis}, {@code fit}, {@code figure} (its colours), {@code law}, {@code session} (its laws),
 * {@code spectrum}, {@code ui.work},
 * {@code ui.control}, {@code ui.text}, {@code ui.theme} and JavaFX.
 */
package org.eigenscope.ui.fit;
