/**
 * The frame of the window: menu bar, panes, status line, drop target, help; connects the models of the screens.
 *
 * <p>May use {@code fit}, {@code fit.diagnosis}, {@code law.family}, {@code library}, {@code spectrum},
 * {@code text}, {@code ui.control}, {@code ui.document}, {@code ui.figure.dialog}, {@code ui.fit}, {@code ui.fit.law},
 * {@code ui.fit.league}, {@code ui.lessons}, {@code ui.library}, {@code ui.models}, {@code ui.receive}, {@code ui.settings},
 * {@code ui.spectrum}, {@code ui.task}, {@code ui.text}, {@code ui.theme}, {@code ui.watch}.
 */
package org.eigenscope.ui.main;
