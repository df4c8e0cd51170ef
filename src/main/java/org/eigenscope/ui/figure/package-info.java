/**
 * The window's figure as a model: what it shows, its edits for paper, and saving, copying and dragging it.
 *
 * <p>May use {@code analysis}, {@code error}, {@code figure}, {@code figure.axis}, {@code figure.compose},
 * {@code figure.export.page}, {@code fit}, {@code fit.compare}, {@code law.family}, {@code library}, {@code progress},
 * {@code session}, {@code session.draw}, {@code session.input}, {@code spectrum}, {@code ui.fit}, {@code ui.fit.law},
 * {@code ui.fit.league}, {@code ui.settings}, {@code ui.spectrum}, {@code ui.task}.
 */
package org.eigenscope.ui.figure;
