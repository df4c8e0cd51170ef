/**
 * The fit pane: four parameters with slider, field and lock, derived numbers, the league of laws, undo.
 *
 * <p>May use {@code fit}, {@code law}, {@code spectrum}, {@code ui.work}, {@code ui.control}, {@code ui.text} and JavaFX.
 */
package org.eigenscope.ui.fit;
