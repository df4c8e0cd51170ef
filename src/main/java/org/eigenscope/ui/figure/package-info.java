/**
 * Figures and sessions in the window: the figure dialog with its live preview, saving and copying figures, saving, opening and
 * restoring sessions.
 *
 * <p>May use {@code session}, {@code figure}, {@code ui.spectrum}, {@code ui.fit}, {@code ui.library}, {@code ui.work},
 * {@code ui.control}, {@code ui.settings}, {@code ui.theme} and JavaFX.
 */
package org.eigenscope.ui.figure;
