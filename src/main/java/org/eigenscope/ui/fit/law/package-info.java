/**
 * The law over the spectrum: its parameters, the background refits, trims, undo.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure.compose}, {@code fit}, {@code law}, {@code law.family},
 * {@code progress}, {@code session}, {@code ui.fit.league}, {@code ui.fit.parameter}, {@code ui.task}.
 */
package org.eigenscope.ui.fit.law;
